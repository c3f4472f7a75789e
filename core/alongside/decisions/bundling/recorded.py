"""Comparing a closing record with the question, the ballots and the result that lie beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alongside.decisions import closing_record
from alongside.decisions.bundling import ballots_file, held
from alongside.decisions.bundling.bundle import CLOSING, sha256
from alongside.decisions.bundling.differing import differences
from alongside.decisions.bundling.opening import Files
from alongside.decisions.bundling.recounted import Facts, kind_of

LEAST_DIGITS = 16
"""As many digits of a record's SHA-256 as have to be known to compare it."""


def recorded(files: Files, closing: Facts, question: Facts, result: Facts, record: str) -> Iterator[str]:
    """What the closing record says otherwise than the question, the ballots and whoever wrote its digest down."""
    text = files[CLOSING].decode()
    written_down = "".join(record.split()).casefold()
    if 0 < len(written_down) < LEAST_DIGITS:
        few = f"{len(written_down)} of its digits are too few to compare"
        yield f"closing record: {few}. Give the first {LEAST_DIGITS}, or all."
    elif not closing_record.digest(text).startswith(written_down):
        yield "closing record: its SHA-256 is not the one that you have from the tellers."
    if text != closing_record.written(closing):
        yield "closing record: it is not written as closing records are."
    facts = {key: question[key] for key in ("of", "rule", "seats", "lot")}
    facts["ballots"] = result["ballots"]
    if question["of"] == "decision":
        facts |= {"quorum": question["quorum"], **_closed_with(question, result)}
        facts |= {"yes_needed": question["yes_needed"]} if "yes_needed" in question else {}
        if closing.get("result") == "objections":
            # The record was closed before people had looked at the objections, and stays as it was.
            del facts["winners"]
    if "ballots" in question:
        kind = kind_of(question)
        facts["ballots_sha256"] = ballots_file.digest(files[question["ballots"]].decode(), kind)
    yield from differences("closing record", closing, facts)


def _closed_with(question: Facts, result: Facts) -> dict[str, Any]:
    """What the closing record of a decision has to say, going by its result."""
    names = held.on_the_paper(question, result)
    words = [None if at in question["people"] else name for at, name in enumerate(names, 1)]
    winners = sorted(names.index(name) + 1 for name in result["winners"])
    tied = sorted({names.index(name) + 1 for one in result["tied"] for name in one}.difference(winners))
    facts: dict[str, Any] = {"options": len(names), "winners": winners, "tied": tied}
    facts["words_sha256"] = sha256(closing_record.written_words(words).encode())
    facts |= {"withdrawn": question["withdrawn"]} if "withdrawn" in question else {}
    if "ballots" not in question:
        facts |= {"totals": [result["votes"][name] for name in names], "abstained": result["abstained"]}
    return facts
