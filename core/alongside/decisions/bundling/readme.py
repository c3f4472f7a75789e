"""What a bundle is and how to check it, in plain words, for whoever opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_HOW = """\
This is a bundle. It holds a vote and its count.
{can}


WHAT WAS COUNTED

{question}


HOW TO LOOK

You need Python 3.10 or newer. It is free, from python.org.

1. Put the bundle in a folder of its own.
2. Open a terminal in that folder.
3. Type:  python3 NAME-OF-THE-BUNDLE.zip

It says “Everything agrees.” or it names what does not agree.
Most votes take a second. A large budget by Equal Shares takes some minutes.

Or unpack it first:

   python3 -m zipfile -e NAME-OF-THE-BUNDLE.zip .
   python3 recount.py

recount.py is short, so that you can read it first.
With Alongside you can also type:  alongside decisions verify NAME-OF-THE-BUNDLE.zip


WHAT IS IN IT

{files}


WHAT IT SHOWS, AND WHAT IT DOES NOT

{shows}
It does not show that these are what people voted. For that, ask those who counted.
{ask}Work out a SHA-256 yourself:  sha256sum closing.json
"""

_BALLOTS = "Anybody can count it again. You do not need the program that made it."
_TOTALS = """\
Few people voted, or there was much to choose from.
So the ballots are not in this bundle: they could tell who voted how.
The totals are. They cannot be counted again, and recount.py says so."""
_SHOWS_BALLOTS = "It shows that the result follows from these ballots, by this rule."
_SHOWS_TOTALS = "It shows whether a total, a name or the record was changed since the count."
_TELLERS = """\
Tellers write down the SHA-256 of closing.json on the day of the count.
If it is the same, nothing in the record was changed since.
"""

_FILES: Mapping[str, str] = {
    "ballots": "{ballots}: the ballots. Alike ones stand together. Nobody’s name is on them.",
    "question.json": "question.json: the rule, and what was asked.",
    "result.json": "result.json: what it came to, with every figure.",
    "closing.json": "closing.json: what the count was closed with: rule, number of ballots, their SHA-256.",
    "digests.txt": "digests.txt: the SHA-256 of every file. Check it:  sha256sum --check digests.txt",
    "recount.py": "recount.py: counts again. It uses Python alone.",
    "__main__.py": "__main__.py: starts recount.py.",
}


def of(question: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    """Return the text for a bundle."""
    named = [line.format(**question) for key, line in _FILES.items() if key != "ballots" or "ballots" in question]
    whole = "ballots" in question
    return _HOW.format(
        can=_BALLOTS if whole else _TOTALS,
        question="\n".join(_asked(question, result)),
        files="\n".join(named),
        shows=_SHOWS_BALLOTS if whole else _SHOWS_TOTALS,
        ask=_TELLERS if question["of"] == "decision" else "",
    )


def _asked(question: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    lines = [f"{question['title']}"] if question.get("title") else []
    lines += [f"Rule: {question['rule']}.", f"Places: {question['seats']}.", f"Ballots: {result['ballots']}."]
    lines.append(f"Chosen: {', '.join(result['winners']) or 'nobody'}.")
    if result.get("withdrawn"):
        lines.append(f"Withdrawn, and passed over in the count: {', '.join(result['withdrawn'])}.")
    if "yes_needed" in question:
        lines.append(f"So many of all who may vote had to be for it: {question['yes_needed']}.")
    if "upheld" in question:
        lines.append(
            f"Objections that hold: {question['upheld']}. People looked at each; the vote’s page says why."
        )
    if result["tied"]:
        lines.append("There is a tie, and no lot was thrown.")
    if question["lot"]:
        lines.append(f"The lot: {question['lot']}.")
    return lines
