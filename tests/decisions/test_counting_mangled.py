"""Files that somebody has mangled: each is read, or refused in one sentence that names it, and never for long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.readers import abc_yaml, choices, pabulib, scores, ticks
from alongside.refusal import BadInput

PB = """META
key;value
budget;1000,50
vote_type;cumulative
PROJECTS
project_id;cost;name
1;400;A “garden”
2;250.75;"A; bench"
VOTES
voter_id;vote;points
1;1,2;3,4
2;;
"""
FILES: dict[str, tuple[Callable[[str, str], Contest], str]] = {
    ".pb": (pabulib.parse, PB),
    ".abc.yaml": (abc_yaml.parse, "profile: [[0, 2],\n [1]]\nnum_cand: 3\ncommitteesize: 2\ncompute: []\n"),
    "ticks": (ticks.parse, 'count,Ann,"Bo ""B"""\n3,1,0\n2,0,1\n'),
    "scores": (partial(scores.parse, max_score=5), "count,Ann,Bo\n3,5,\n2,0,1\n"),
    "choices": (choices.parse, "choice,count\nyes,4\nno,2\nabstain,0\n,1\n"),
}
PUT = (
    "",
    ";",
    ",",
    '"',
    "[",
    "]",
    ":",
    "\n",
    "-1",
    "0",
    "9" * 5000,
    "٣",
    "é",
    "\x00",
    "\x1b[2J",
    "[" * 40,
    "META\n",
)


def mangled(text: str, chance: random.Random) -> str:
    """The text with some of its signs gone, put in or changed over."""
    for _ in range(chance.randint(1, 4)):
        first = chance.randint(0, len(text))
        last = min(len(text), first + chance.choice((0, 0, 1, 3, 20)))
        text = text[:first] + chance.choice((*PUT, text[:9])) + text[last:]
    return text


def texts(plain: str, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    while True:
        yield mangled(plain, chance)


def read_or_refused(kind: str, text: str) -> None:
    reader, _ = FILES[kind]
    started = time.perf_counter()
    try:
        said = reader(text, "m.csv").source
    except BadInput as refused:
        said = refused.sentence
    assert said.startswith("m.csv"), text
    assert "\x1b" not in said, text
    assert "\n" not in said, text
    assert time.perf_counter() - started < 1, text


@pytest.mark.parametrize("kind", FILES)
def test_mangled_file_is_read_or_refused_in_one_sentence(kind: str) -> None:
    some = texts(FILES[kind][1], seed=7)
    for _ in range(150):
        read_or_refused(kind, next(some))


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("kind", FILES)
def test_file_mangled_for_ten_seconds_is_read_or_refused_in_one_sentence(kind: str) -> None:
    some, until = texts(FILES[kind][1], seed=int(time.time())), time.monotonic() + 10
    while time.monotonic() < until:
        read_or_refused(kind, next(some))
