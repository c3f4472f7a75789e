"""The paper on counting ballots tells what there is: every rule, every ending, and how a lot is checked."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.readers import READERS
from alongside.decisions.counting.rules import RULES

PAPER = (Path(__file__).parents[2] / "docs" / "counting.md").read_text("utf-8")


def table(heading: str) -> set[str]:
    """What stands in backquotes in the table under a heading."""
    part = PAPER.split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"`([^`]+)`", "\n".join(line for line in part.splitlines() if line.startswith("|"))))


def test_paper_names_every_rule_and_no_other() -> None:
    options = {"--satisfaction cost", "count"}
    assert table("Rules") - options == set(RULES)


def test_paper_names_every_ending() -> None:
    assert set(READERS) <= table("Files")


def test_lot_is_checked_as_the_paper_says() -> None:
    text = re.search(r"printf '(.+)/(.+)' \| sha256sum", PAPER)
    assert text
    names = {1: text[2], 2: "Bo", 3: "Cy"}
    digests = {number: hashlib.sha256(f"{text[1]}/{name}".encode()).hexdigest() for number, name in names.items()}
    assert in_order(text[1], names, names.__getitem__) == sorted(names, key=lambda number: digests[number])
