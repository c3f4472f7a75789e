"""Reading ``.pb``, the format of Pabulib, in which cities publish their participatory budgets.

Three parts, each under a line of its own: ``META`` (``key;value``, of which ``budget`` and ``vote_type``
matter), ``PROJECTS`` (``project_id;cost;…``) and ``VOTES`` (``voter_id;vote;…``, a vote being project ids
between commas, and ``points`` beside it where the ballots hold points). Costs may have decimals. Who voted for
nothing still voted; a project that a ballot names twice is one vote.

Source of the format: P. Faliszewski and others, “Participatory Budgeting: Data, Tools, and Analysis” (2023).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import lcm
from pathlib import Path

import attrs

from alongside.decisions.counting.ballots import Pile, check_names
from alongside.decisions.counting.readers.files import text_of
from alongside.decisions.counting.readers.lines import short, shown
from alongside.decisions.counting.spending import Pointed, Spending
from alongside.refusal import BadInput

# Three digits behind a comma may be thousands as well: 1,200 is refused rather than read as 1.2.
_MONEY = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6}|,(?![0-9]{3}\Z)[0-9]{1,6})?\Z")
_TICKS = ("approval", "choose-1")
_POINTS = ("cumulative", "scoring")


@attrs.frozen
class Row:
    """One line of a part: its cells by the names of the part's header, and where it stands."""

    cells: Mapping[str, str]
    where: str

    def cell(self, name: str) -> str:
        """What stands in a column.

        Raises:
            BadInput: where the line, or the header above it, has no such column.
        """
        if name not in self.cells:
            raise BadInput(f"the line has no “{name}”", where=self.where, remedy=f"Give it a column {name}.")
        return self.cells[name]


Parts = Mapping[str, list[Row]]


def read(path: Path) -> Spending:
    """Read the vote in a file.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as the format asks; the sentence names file and line.
    """
    return parse(text_of(path), str(path))


def parse(text: str, source: str) -> Spending:
    """Read a vote on a budget from text; ``source`` is the name that sentences give it."""
    parts = _parts(text, source)
    meta = {row.cell("key"): (row.cell("value"), row.where) for row in parts["META"]}
    budget = _money(*_known(meta, "budget", source))
    projects = {_id(row): _money(row.cell("cost"), row.where) for row in parts["PROJECTS"]}
    check_names(tuple(_id(row) for row in parts["PROJECTS"]), source)
    if not projects:
        raise BadInput("there are no projects", where=source, remedy="List them under PROJECTS.")
    unit = lcm(*(sum_.denominator for sum_ in (budget, *projects.values())))
    numbers = {name: number for number, name in enumerate(projects, start=1)}
    piles, repeated = _piles(parts["VOTES"], numbers)
    pointed = _pointed(parts["VOTES"], numbers, *_known(meta, "vote_type", source))
    return Spending(
        title=shown(meta.get("description", ("", ""))[0]),
        candidates=tuple(projects),
        titles=tuple(shown(row.cells.get("name", "")) for row in parts["PROJECTS"]),
        costs=tuple(int(cost * unit) for cost in projects.values()),
        budget=int(budget * unit),
        parts=unit,
        piles=piles,
        repeated=repeated,
        points=None if pointed is None else _sums(pointed, len(projects)),
        pointed=pointed or (),
        source=source,
    )


def _parts(text: str, source: str) -> Parts:
    """The lines of each part; one that is missing is empty."""
    found: dict[str, list[Row]] = {"META": [], "PROJECTS": [], "VOTES": []}
    part, header = "", list[str]()
    for cells, where, is_cut in _lines(text, source):
        if len(cells) == 1 and cells[0].upper() in found:
            part, header = cells[0].upper(), []
        elif not part:
            raise BadInput("the file does not begin with META", where=where, remedy="Is this a file of Pabulib?")
        elif not header:
            header = [cell.casefold() for cell in cells]
        elif part == "PROJECTS" and is_cut and len(cells) < len(header):
            # Read as two lines, its second half would be a project that nobody has proposed.
            remedy = "Write each project on one line."
            raise BadInput("a name in quotation marks goes on in the next line", where=where, remedy=remedy)
        else:
            if part == "PROJECTS":
                _check_cells(cells, header, where)
            # A last column may be missing: who voted for nothing often has no cell for it.
            row = dict(zip(header, cells, strict=False))
            found[part].append(Row({"vote": "", **row} if part == "VOTES" and "vote" in header else row, where))
    return found


def _check_cells(cells: list[str], header: list[str], where: str) -> None:
    """Refuse a project whose cells may stand under the wrong names."""
    # Empty cells at the end do no harm, nor does a semicolon in a name that is the last cell anyway.
    filled = max(at for at, cell in enumerate(cells, start=1) if cell)
    if len(cells) < len(header) or (filled > len(header) and header[-1] != "name"):
        found = f"the line has {len(cells)} cells, the header {len(header)}"
        raise BadInput(found, where=where, remedy="A name with a semicolon needs quotation marks.")


def _lines(text: str, source: str) -> Iterator[tuple[list[str], str, bool]]:
    """The cells of each line, where it stands, and whether it holds a quotation mark without its twin."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        where = f"{source}, line {number}"
        try:
            # Line by line: a quotation mark without its twin must not swallow the rest of the file.
            raw = next(csv.reader([line], delimiter=";"), []) if '"' in line else line.split(";")
            cells = [" ".join(cell.split()) for cell in raw]
        except csv.Error as wrong:
            raise BadInput(f"this is no line of a .pb file ({wrong})", where=where) from None
        if any(cells):
            yield cells, where, line.count('"') % 2 == 1


def _known(meta: Mapping[str, tuple[str, str]], key: str, source: str) -> tuple[str, str]:
    if key not in meta:
        raise BadInput(f"there is no “{key}” under META", where=source, remedy=f"Add a line {key};….")
    return meta[key]


def _id(row: Row) -> str:
    name = row.cell("project_id")
    if not name or "," in name or ";" in name or shown(name) != name:
        remedy = "Give each project an id without a comma or a semicolon."
        raise BadInput(f"“{short(name)}” is no project id", where=row.where, remedy=remedy)
    return name


def _money(text: str, where: str) -> Fraction:
    if not _MONEY.match(text):
        raise BadInput(f"“{short(text)}” is no sum of money", where=where, remedy="Write it like 1200 or 1200.50.")
    return Fraction(text.replace(",", "."))


def _piles(votes: list[Row], numbers: Mapping[str, int]) -> tuple[tuple[Pile, ...], int]:
    """Alike ballots together, and how many named a project twice."""
    alike: Counter[tuple[int, ...]] = Counter()
    repeated = 0
    for row in votes:
        named = [_number(name, numbers, row.where) for name in _names(row.cell("vote"))]
        alike[tuple(sorted(set(named)))] += 1
        repeated += len(set(named)) < len(named)
    return tuple(Pile(ticked, ballots) for ticked, ballots in sorted(alike.items())), repeated


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]


def _number(name: str, numbers: Mapping[str, int], where: str) -> int:
    if name not in numbers:
        raise BadInput(f"“{short(name)}” is no project", where=where, remedy="Projects are listed under PROJECTS.")
    return numbers[name]


def _pointed(votes: list[Row], numbers: Mapping[str, int], kind: str, where: str) -> tuple[Pointed, ...] | None:
    """Alike ballots of points together; none where they hold ticks."""
    if kind in _TICKS:
        return None
    if kind not in _POINTS:
        remedy = f"Counted are {', '.join((*_TICKS, *_POINTS))}."
        raise BadInput(f"ballots of the kind “{short(kind)}” are not counted", where=where, remedy=remedy)
    alike = Counter(tuple(sorted(_given(row, numbers).items())) for row in votes)
    return tuple(
        Pointed(tuple(number for number, _ in given), tuple(points for _, points in given), ballots)
        for given, ballots in sorted(alike.items())
    )


def _given(row: Row, numbers: Mapping[str, int]) -> Counter[int]:
    """The points that a ballot gives; those of a project that it names twice are added up."""
    names = _names(row.cell("vote"))
    points = [cell.strip() for cell in row.cell("points").split(",") if cell.strip()] if names else []
    if len(points) != len(names) or not all(re.fullmatch(r"[0-9]{1,9}", point) for point in points):
        raise BadInput("votes and points do not match", where=row.where, remedy="Give each vote whole points.")
    given: Counter[int] = Counter()
    for name, point in zip(names, points, strict=True):
        given[numbers[name]] += int(point)
    return given


def _sums(pointed: tuple[Pointed, ...], projects: int) -> tuple[int, ...]:
    totals = dict.fromkeys(range(1, projects + 1), 0)
    for one in pointed:
        for number, points in zip(one.projects, one.points, strict=True):
            totals[number] += points * one.ballots
    return tuple(totals.values())
