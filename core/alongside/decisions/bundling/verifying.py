"""Verifying a bundle: every step is looked at, by our own rules, and what does not agree is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from alongside.decisions import closing_record
from alongside.decisions.bundling import opening, readme
from alongside.decisions.bundling.bundle import (
    CLOSING,
    DIGESTS,
    MAIN,
    QUESTION,
    README,
    RECOUNT,
    RESULT,
    STARTING,
    Bundle,
    sha256,
)
from alongside.decisions.bundling.opening import Files
from alongside.decisions.bundling.recorded import recorded
from alongside.decisions.bundling.recounted import again, scripts
from alongside.refusal import BadInput

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
    own_script = files[MAIN] == STARTING.encode() and files[RECOUNT] in scripts(question)
    wrong = [*_digests(files)]
    if not own_script and closing.get("program") == closing_record.PROGRAM:
        wrong.append(f"{RECOUNT} or {MAIN}: this is not what {closing_record.PROGRAM} puts into a bundle.")
    try:
        wrong += [*recorded(files, closing, question, result, record), *again(files, question, result)]
        # Other versions may have worded the page otherwise; ours tells nothing but this question and result.
        if closing["program"] == closing_record.PROGRAM and files[README].decode() != readme.of(question, result):
            wrong.append(f"{README}: it does not tell this question and this result.")
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
        # Of the file's bytes, whatever is in them: this is what tellers compare.
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
