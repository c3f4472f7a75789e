"""Readers under fire: ten seconds of broken files each, never a traceback, never a hang. Long, so in the proof."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from alongside.decisions.counting import readers
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.refusal import Refusal

SECONDS, LONGEST = 10, 1.0

PREFLIB = (
    "# TITLE: T\n# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n"
)
SAMPLES = {
    ".blt": '3 2\n-3\n4 1 - 3 0\n2 2=1 0\n0\n"Ann"\n"Bo"\n"Cy"\n"Committee"\n',
    **dict.fromkeys((".soc", ".soi", ".toc", ".toi"), f"{PREFLIB}2: 1,2\n1: {{1,2}}\n"),
    ".abif": '{"title": "T"}\n=A:[Ann]\n2: A > "Bo B" = [Cy]\n1: A/5, Cy/2\n',
}
PIECES = [
    "9" * 5000,
    "-1",
    "0",
    "=",
    "{",
    "}",
    "[" * 999,
    '"',
    "\x00",
    "\ufeff",
    "\r",
    "\n" * 9,
    ">",
    ",",
    "#",
    "é",
    "1e9",
    "count",
]


def broken(text: str, chance: random.Random) -> bytes:
    """A file with up to six things put in, cut out or moved, some of them bytes that are no text."""
    for _ in range(chance.randint(1, 6)):
        first = chance.randrange(len(text) + 1)
        last = min(len(text), first + chance.choice([0, 1, 3, 20]))
        put = chance.choice([*PIECES, text[first:last] * chance.randint(0, 50), chr(chance.randrange(1, 0xD000))])
        text = text[:first] + put + text[last:]
    content = text.encode()
    return content if chance.random() < 0.9 else content[:5] + bytes([chance.randrange(256)]) + content[5:]


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("quick", [False, True], ids=["line by line", "in blocks"])
@pytest.mark.parametrize("ending", SAMPLES)
def test_broken_files_are_read_or_refused_in_a_sentence_and_at_once(
    tmp_path: Path, ending: str, quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if quick and ending != ".blt":
        pytest.skip("only .blt is read in blocks")
    monkeypatch.setattr(blt, "LARGE", 0 if quick else blt.LARGE)
    chance, path = random.Random(ending), tmp_path / f"fuzz{ending}"
    rules = list(RULES.values())
    read = slowest = 0.0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        path.write_bytes(broken(SAMPLES[ending], chance))
        begun = time.process_time()
        try:
            readers.read(path, chance.choice(rules), Asking())
            read += 1
        except Refusal as refusal:
            sentence = refusal.sentence
        else:
            sentence = ""
        slowest = max(slowest, time.process_time() - begun)
        assert "\n" not in sentence
        assert all(sign.isprintable() or sign in "\u200c\u200d" for sign in sentence)
    assert read, "every file was refused: the fuzz is a sham"
    assert slowest < LONGEST
