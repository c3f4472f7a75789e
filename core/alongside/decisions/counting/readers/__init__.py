"""Readers: files of ballots in the formats that counting programs share, one file a format, found by ending.

Each reader gives a frozen contest, or refuses with a sentence that names file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from alongside.decisions.counting.ballots import Contest, Kind
from alongside.decisions.counting.readers import abc_yaml, abif, blt, choices, pabulib, preflib, scores, ticks
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.rule import Asking, Rule
from alongside.refusal import BadInput

Reader = Callable[[Path, Rule, Asking], Contest]
"""Reads a file. The rule matters to ``.csv``, whose cells are ticks or scores, and to scores of 0 in ``.abif``.

What else is asked matters to ``.csv`` alone.
"""


def _alone(read: Callable[[Path], Contest]) -> Reader:
    return lambda path, _by, _asking: read(path)


def _csv(path: Path, by: Rule, asking: Asking) -> Contest:
    text, source = text_of(path), str(path)
    # By a rule that counts answers, a header that is wrong is best told what such a header is like.
    if choices.is_of_choices(text, source) or Kind.CHOICES in by.takes:
        return choices.parse(text, source)
    # The cells of scores and of ticks look alike: what they mean is known from the rule alone.
    if Kind.SCORES in by.takes:
        return scores.parse(text, source, asking.max_score)
    return ticks.parse(text, source)


def _abif(path: Path, by: Rule, _asking: Asking) -> Contest:
    return abif.read(path, as_ticks=Kind.TICKS in by.takes)


READERS: Mapping[str, Reader] = {
    ".blt": _alone(blt.read),
    ".abc.yaml": _alone(abc_yaml.read),
    **dict.fromkeys(preflib.ENDINGS, _alone(preflib.read)),
    ".abif": _abif,
    ".pb": _alone(pabulib.read),
    ".csv": _csv,
}
"""By what a file's name ends in, longer endings first: ``.abc.yaml`` is a format, ``.yaml`` none."""


def read(path: Path, by: Rule, asking: Asking) -> Contest:
    """Read a file of ballots by its ending, for a rule.

    Raises:
        NotFound: where there is no such file.
        BadInput: where the ending names no format, the file is not as its format asks, or the rule cannot count
            what it holds.
    """
    contest = whatever(path, by, asking)
    if contest.kind not in by.takes:
        raise BadInput(
            f"this file holds {contest.kind.value}",
            where=str(path),
            remedy=f"The rule {by.name} counts {' or '.join(kind.value for kind in by.takes)}. "
            "Another is named with --rule.",
        )
    return contest


def whatever(path: Path, by: Rule, asking: Asking) -> Contest:
    """Read a file of ballots by its ending, whether or not the rule can count what it holds.

    Raises:
        NotFound: where there is no such file.
        BadInput: where the ending names no format, or the file is not as its format asks.
    """
    return _reader(path)(path, by, asking)


def _reader(path: Path) -> Reader:
    for ending, reader in READERS.items():
        if path.name.casefold().endswith(ending):
            return reader
    found = f"the ending “{path.suffix}” names no format" if path.suffix else "the name has no ending"
    raise BadInput(found, where=str(path), remedy=f"Ballots are read from {', '.join(READERS)}.")
