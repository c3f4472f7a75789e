"""Verifying a bundle: every step is looked at, by our own rules, and what does not agree is named."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from alongside.decisions import closing_record
from alongside.decisions.bundling import ballots_file, held, of_file, opening, script
from alongside.decisions.bundling.bundle import (
    CLOSING,
    DIGESTS,
    MAIN,
    QUESTION,
    RECOUNT,
    RESULT,
    STARTING,
    Bundle,
    sha256,
)
from alongside.decisions.bundling.differing import differences, differing
from alongside.decisions.bundling.opening import Files
from alongside.decisions.counting import rules
from alongside.decisions.counting.ballots import Contest, Election, Kind
from alongside.decisions.counting.rule import Asking
from alongside.decisions.vote_rule import rule_named
from alongside.refusal import BadInput

Facts = Mapping[str, Any]

LEAST_DIGITS = 16
"""As many digits of a record's SHA-256 as have to be known to compare it."""

MOST_NAMED = 20
"""Of what does not agree, as many steps as are named one by one."""


@attrs.frozen(kw_only=True)
class Verdict:
    """What was found: ``wrong`` names each step that does not agree; ``recounted`` is false of totals alone.

    ``digest`` is that of the whole bundle, ``record`` that of its closing record, which tellers write down.
    ``own_script`` is true if its recount script is, byte for byte, the one that we would have put there.
    """

    question: Mapping[str, Any]
    result: Mapping[str, Any]
    wrong: tuple[str, ...]
    recounted: bool
    own_script: bool
    digest: str
    record: str

    @property
    def agrees(self) -> bool:
        """True if nothing is wrong."""
        return not self.wrong


def verify(path: Path, record: str = "") -> Verdict:
    """Look at a bundle. ``record`` is the SHA-256 of the closing record as somebody has it from a teller.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is no bundle.
    """
    files = opening.opened(path)
    question, closing, result = (opening.facts(files, name, str(path)) for name in (QUESTION, CLOSING, RESULT))
    own_script = files[MAIN] == STARTING.encode() and files[RECOUNT] in _scripts(question)
    wrong = [*_digests(files)]
    if not own_script and closing.get("program") == closing_record.PROGRAM:
        wrong.append(f"{RECOUNT} or {MAIN}: this is not what {closing_record.PROGRAM} puts into a bundle.")
    try:
        wrong += [*_record(files, closing, question, record), *_again(files, closing, question, result)]
    except BadInput as refused:
        wrong.append(refused.sentence)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # A stranger's file may hold anything where a figure is to be.
        wrong.append("question, closing record or result: it is not written as ours are.")
    return Verdict(
        question=question,
        result=result,
        wrong=tuple(wrong[:MOST_NAMED]),
        recounted="ballots" in question,
        own_script=own_script,
        digest=Bundle({name: files[name] for name in files if name != DIGESTS}).digest,
        record=sha256(files[CLOSING]),
    )


def _digests(files: Files) -> Iterator[str]:
    told = {
        name: digest
        for digest, _, name in (
            line.partition("  ") for line in files[DIGESTS].decode(errors="replace").splitlines()
        )
    }
    for name in sorted(files.keys() - {DIGESTS}):
        if told.pop(name, "") != sha256(files[name]):
            yield f"digest of {name}: this is not the file that was written."
    if told:
        yield f"digests: {len(told)} of them are of no file that is here."


def _record(files: Files, closing: Facts, question: Facts, record: str) -> Iterator[str]:
    """What the closing record says otherwise than the question, the ballots and whoever wrote its digest down."""
    text = files[CLOSING].decode()
    written_down = "".join(record.split()).casefold()
    if not closing_record.digest(text).startswith(written_down) or 0 < len(written_down) < LEAST_DIGITS:
        yield "closing record: its SHA-256 is not the one that you have from the tellers."
    if text != closing_record.written(closing):
        yield "closing record: it is not written as closing records are."
    facts = {key: question[key] for key in ("of", "rule", "seats", "lot")}
    if question["of"] == "decision":
        facts["quorum"] = question["quorum"]
    if "ballots" in question:
        kind = _kind(question)
        facts["ballots_sha256"] = ballots_file.digest(files[question["ballots"]].decode(), kind)
    yield from differences("closing record", closing, facts)


def _again(files: Files, closing: Facts, question: Facts, result: Facts) -> Iterator[str]:
    """What the result says otherwise than ballots that are counted again, or than totals that were kept."""
    if question["of"] == "decision":
        yield from differences("closing record", closing, _closed_with(question, result))
    if "ballots" not in question:
        return
    yield from differences("closing record", closing, {"ballots": result["ballots"]})
    contest = _contest(files, question)
    if question["of"] == "decision" and isinstance(contest, Election):
        found = held.count(contest, question)
    else:
        found = rules.rule(question["rule"]).count(contest, _asking(question)).facts()
        found = of_file.in_order_of_the_paper(found)
    # What the result tells beside that is looked at too: nothing stands in it that was not counted.
    for key in sorted(found.keys() | result.keys()):
        yield from differing(f"result, {key}", result.get(key), json.loads(json.dumps(found.get(key))))


def _closed_with(question: Facts, result: Facts) -> dict[str, Any]:
    """What the closing record of a decision has to say, going by its result."""
    names = list(result["candidates"])
    words = [None if at in question["people"] else name for at, name in enumerate(names, 1)]
    winners = sorted(names.index(name) + 1 for name in result["winners"])
    facts = {"ballots": result["ballots"], "options": len(names), "winners": winners}
    facts["words_sha256"] = sha256(closing_record.written_words(words).encode())
    if "ballots" not in question:
        facts |= {"totals": [result["votes"][name] for name in names], "abstained": result["abstained"]}
    return facts


def _contest(files: Files, question: Facts) -> Contest:
    kind = _kind(question)
    contest = ballots_file.read(files[question["ballots"]].decode(), kind, _asking(question))
    return attrs.evolve(contest, seats=question["seats"], title=question["title"])


def _kind(question: Facts) -> Kind:
    """What the ballots are; ``.csv`` may hold anything, so the rule and what was asked tell."""
    rule = question["rule"]
    takes = (held.KINDS[rule_named(rule).ballot],) if question["of"] == "decision" else rules.rule(rule).takes
    fitting = [kind for kind in takes if ballots_file.NAMES[kind] == question["ballots"]]
    if not fitting:
        raise BadInput("question: such ballots are not counted by such a rule")
    return fitting[0]


def _asking(question: Facts) -> Asking:
    return Asking(**{key: question[key] for key in ("lot", "max_score", "satisfaction") if key in question})


def _scripts(question: Facts) -> Iterator[bytes]:
    """The script that we would have put into such a bundle."""
    try:
        ours = script.recount(question["rule"], _kind(question)) if "ballots" in question else script.totals_only()
    except (BadInput, LookupError, TypeError, ValueError):
        return
    yield ours.encode()
