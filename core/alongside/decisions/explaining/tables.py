"""The tables that stand beside a story: the same figures, of every candidate and every stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from alongside.decisions.counting.ballots import Contest
from alongside.decisions.explaining.claim import Claim, Facts, Key, Told, decimals, fact, worded
from alongside.display.texts import Said
from alongside.display.texts import Said as _

ELECTED, OUT, LEVEL = "✓", "×", "="
_MARKS = {
    **dict.fromkeys(("place", "drawn", "chosen", "funded", "reached", "rest"), ELECTED),
    **dict.fromkeys(("fewest", "out"), OUT),
    "level": LEVEL,
}


@attrs.frozen(kw_only=True)
class Sheet:
    """A table: what it shows, its columns, and its rows, whose first cell is a name or a sentence."""

    caption: Said
    headers: tuple[Said, ...]
    rows: tuple[tuple[str | Said, ...], ...]

    @property
    def marked(self) -> bool:
        """True if it marks who has a place, or who is out."""
        return any(row[-1] in {ELECTED, OUT, LEVEL} for row in self.rows)


def beside_stages(contest: Contest, told: Sequence[Told], cells: Sequence[Claim]) -> Mapping[int, Sheet]:
    """A table for each stage: how everybody stood at its end, and what had changed."""
    known: Facts = {one.key: one.value for one in cells}
    marks = _marks(told)
    last = max((one.stage for one in cells), default=0)
    return {stage: _of_stage(contest, known, marks, stage) for stage in range(1, last + 1)}


def _of_stage(contest: Contest, known: Facts, marks: Mapping[Key, str], stage: int) -> Sheet:
    names = [contest.name(number) for number in contest.standing]
    here = [name for name in names if not any(marks.get(("", (name,), at)) == OUT for at in range(1, stage - 1))]
    rows: list[tuple[str | Said, ...]] = [
        (name, *_two(known, fact("votes", name, stage=stage)), marks.get(("", (name,), stage), ""))
        for name in here
    ]
    for figure, said in (("together spent", _("Had no next choice")), ("together cut", _("Lost by cutting"))):
        if known[fact(figure, stage=stage)]:
            rows.append((said, *_two(known, fact(figure, stage=stage)), ""))
    headers: tuple[Said, ...] = (_("Name"), _("Votes"), _("Change"), _("Place"))
    if stage == 1:
        # Nothing has changed yet.
        rows, headers = [(*row[:2], row[3]) for row in rows], (*headers[:2], headers[3])
    return Sheet(caption=_("At the end of stage {n}", n=stage), headers=headers, rows=tuple(rows))


def _two(known: Facts, key: Key) -> tuple[str, str]:
    """A figure and how it has changed since the stage before."""
    figure, of, stage = key
    now, before = known[key], known.get((figure, of, stage - 1), 0)
    moved = Fraction(now) - before
    change = f"{'+' if moved > 0 else '−'}{decimals(abs(moved))}" if moved else ""
    return decimals(now), change


def _marks(told: Sequence[Told]) -> Mapping[Key, str]:
    """The mark of everybody at the stage at which she was elected or went out."""
    return {
        ("", one.claim.of, one.claim.stage): _MARKS[one.claim.figure]
        for one in told
        if one.claim.figure in _MARKS and len(one.claim.of) == 1
    }


def of_figures(told: Sequence[Told]) -> Iterator[Sheet]:
    """The table of a count that has a figure for everybody, where there is one."""
    marks = _marks(told)
    for figure, header in (("ticks", _("Ticks")), ("total", _("Points")), ("chose", _("Votes"))):
        found = [one for one in told if one.claim.figure == figure]
        if found:
            rows = tuple((one.facts["name"], one.facts["n"], _mark(marks, one)) for one in found)
            yield Sheet(caption=_("The figures"), headers=(_("Name"), header, _("Place")), rows=rows)
    yield from _of_answers(told)
    yield from _of_projects(told, marks)


def _mark(marks: Mapping[Key, str], one: Told) -> str:
    return marks.get(("", one.claim.of, 0), "")


def _of_answers(told: Sequence[Told]) -> Iterator[Sheet]:
    answers = {one.claim.of[0]: one.facts["n"] for one in told if one.claim.figure == "answer"}
    if answers:
        rows = tuple((_ANSWERS[answer], many) for answer, many in answers.items())
        yield Sheet(caption=_("The figures"), headers=(_("Answer"), _("People")), rows=rows)


_ANSWERS = {
    "yes": _("Yes"),
    "no": _("No"),
    "abstain": _("Did not want to choose"),
    "stand-aside": _("Stood aside"),
    "objection": _("Objection that did not hold"),
    "upheld-objection": _("Objection that holds"),
}


def _of_projects(told: Sequence[Told], marks: Mapping[Key, str]) -> Iterator[Sheet]:
    figures = {one.claim.key: one.claim.value for one in told}
    bought = [one for one in told if one.claim.figure == "cost"]
    rows = tuple(
        (
            one.facts["name"],
            worded(figures[fact("votes", *one.claim.of)]),
            one.facts["n"],
            worded(Fraction(figures[fact("payment", *one.claim.of)])),
            _mark(marks, one),
        )
        for one in bought
    )
    if rows:
        headers = (_("Project"), _("Wanted by"), _("Costs"), _("Each paid at most"), _("Money"))
        yield Sheet(caption=_("Paid for by shares, in turn"), headers=headers, rows=rows)
