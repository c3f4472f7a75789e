"""The attack: every way we know to link voters to choices by what is left, with a guess for as many as it can.

A guess is a ballot's text, by person. The attacker knows the roll, the choices there were and what was counted.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

import attrs

from alongside.decisions.actions import sealing
from alongside.decisions.ballot import ABSTAIN, OBJECTION

from .left_behind import LeftBehind, Row, Tables

Guess = Mapping[str, str]

HEXADECIMAL = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
"""What a key looks like in a file."""

COUNTED = "decisions_outcome"
"""The table that is written to when ballots are opened."""

NEAR = 600
"""Bytes between two things that lie near each other in a file."""


@attrs.frozen(kw_only=True)
class Read:
    """A row with the voters that it names and the ballots that stand in it in the clear, by column."""

    row: Row
    people: Sequence[str]
    lists: Mapping[str, list[str]]

    @cached_property
    def choices(self) -> list[str]:
        return [ballot for ballots in self.lists.values() for ballot in ballots]


@attrs.frozen(kw_only=True)
class Attack:
    """What is attacked: ``found``, who ``voted``, the choices and reasons there were, the public key.

    ``groups`` are those of whom somebody might know that they did the same, by what they did: who voted on paper,
    and who objected, as some tell at once.
    """

    found: LeftBehind
    voted: Sequence[str]
    groups: Mapping[str, frozenset[str]]
    keys: Sequence[str]
    reasons: frozenset[str]
    public_key: str

    def guesses(self) -> dict[str, Guess]:
        """Return each different guess, by a name that says how it came about."""
        found: dict[tuple[tuple[str, str], ...], str] = {}
        rows = (self._in_one_row, self._by_commits, self._by_order, self._by_joining)
        for how in (*rows, self._nearby, self._by_key):
            for name, guess in how():
                found.setdefault(tuple(sorted(guess.items())), name)
        return {name: dict(guess) for guess, name in found.items() if guess}

    # --- what a row says

    @cached_property
    def _voters(self) -> frozenset[str]:
        return frozenset(self.voted)

    @cached_property
    def _whose(self) -> Mapping[str, str]:
        """Whose each id is: a person's own, and that of any row which names one voter alone."""
        whose = {person: person for person in self.voted}
        for row in (row for _, rows in self._tables for row in rows):
            named = set(row.values()) & self._voters
            if len(named) == 1 and len(row.get("id", "")) == 32:
                whose.setdefault(row["id"], named.pop())
        return whose

    @cached_property
    def _tables(self) -> list[tuple[str, list[Row]]]:
        """Every table as it was found anywhere; what is the same in several places, once."""
        found = {}
        for where, tables in self.found.tables.items():
            for table, rows in tables.items():
                found.setdefault(repr(rows), (f"{table} {where}", rows))
        return [table for table in found.values() if table[1]]

    @cached_property
    def _read(self) -> list[tuple[str, list[Read]]]:
        """The tables that say anything of voters or choices."""
        every = [(name, [self._reading(row) for row in rows]) for name, rows in self._tables]
        return [(name, rows) for name, rows in every if any(one.people or one.choices for one in rows)]

    def _reading(self, row: Row) -> Read:
        ids = dict.fromkeys(re.findall(r"[0-9a-f]{32}", "\x1f".join(row.values())))
        herself = [one for one in ids if one in self._voters]
        people = herself or list(dict.fromkeys(self._whose[one] for one in ids if one in self._whose))
        return Read(row=row, people=people, lists={name: list(self._ballots_in(row[name])) for name in row})

    def _ballots_in(self, value: str) -> Iterator[str]:
        if value[:1] in "[{":
            try:
                yield from self._ballots_of(json.loads(value))
            except ValueError:
                return
        else:
            yield from self._ballots_of(value)

    def _ballots_of(self, held: object) -> Iterator[str]:
        if isinstance(held, dict):
            many = next((held[name] for name in ("ballots", "votes") if isinstance(held.get(name), int)), 1)
            many = many if many <= len(self.voted) else 1  # figures of stages are parts of votes
            keys = held.get("keys") or held.get("choice")
            if keys:
                text = keys if isinstance(keys, str) else ",".join(keys)
                yield from [text] * many
            elif "key" not in held:
                for value in held.values():
                    yield from self._ballots_of(value)
        elif isinstance(held, list):
            for one in held:
                yield from self._ballots_of(one)
        elif isinstance(held, str) and (text := f"{OBJECTION}\n{held}" if held in self.reasons else held):
            yield from [text] * self._is_ballot(text)

    def _is_ballot(self, text: str) -> bool:
        said = text.partition("\n")[0]
        return said == ABSTAIN or {key.partition("=")[0] for key in said.split(",")} <= self._keys

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.keys)

    # --- ways to link

    def _in_one_row(self) -> Iterator[tuple[str, Guess]]:
        """A row that holds one voter and one choice."""
        for name, rows in self._read:
            alone = [one for one in rows if len(one.people) == len(one.choices) == 1]
            yield f"in one row of {name}", {one.people[0]: one.choices[0] for one in alone}

    def _by_commits(self) -> Iterator[tuple[str, Guess]]:
        """A commit that changed something of one voter and of one choice: of all, or of those before the count."""
        yield "by commits of the log", self._in_commits(self.found.commits)
        before = takewhile(lambda commit: COUNTED not in commit, self.found.commits)
        yield "by commits before the count", self._in_commits(before)

    def _in_commits(self, commits: Iterable[Tables]) -> Guess:
        guess = {}
        for commit in commits:
            rows = [self._reading(row) for table in commit.values() for row in table]
            people = {person for one in rows for person in one.people}
            choices = [ballot for one in rows for ballot in one.choices]
            if len(people) == 1 and len(choices) == 1:
                guess[people.pop()] = choices[0]
        return guess

    def _by_order(self) -> Iterator[tuple[str, Guess]]:
        """Voters in any order that anything keeps, beside ballots in any order: of all, and of each group."""
        by_length = defaultdict(list)
        for name, ballots in self._orders_of_choices():
            by_length[len(ballots)].append((name, ballots))
        for name, order in self._orders_of_people():
            for which, group in {"all": self._voters, **self.groups}.items():
                these = [one for one in order if one in group]
                for other, ballots in by_length[len(these)]:
                    yield f"{which}: {name} beside {other}", dict(zip(these, ballots, strict=True))

    def _orders_of_people(self) -> Iterator[tuple[str, list[str]]]:
        for name, rows in self._read:
            alone = [one for one in rows if len(one.people) == 1]
            if len({one.people[0] for one in alone}) < len(self.voted):
                continue
            for how, ordered in _every_order(alone):
                every = [one.people[0] for one in ordered]
                yield f"first of {name} by {how}", list(dict.fromkeys(every))
                yield f"last of {name} by {how}", list(dict.fromkeys(reversed(every)))[::-1]

    def _orders_of_choices(self) -> Iterator[tuple[str, list[str]]]:
        for name, rows in self._read:
            for column, ballots in ((column, found) for one in rows for column, found in one.lists.items()):
                if len(ballots) > 1:
                    yield f"{column} of {name}", ballots
            alone = [one for one in rows if len(one.choices) == 1]
            for how, ordered in _every_order(alone):
                yield f"{name} by {how}", [one.choices[0] for one in ordered]

    def _by_joining(self) -> Iterator[tuple[str, Guess]]:
        """A value that stands beside one voter here and beside one choice there."""
        people = {name: _beside(rows, "people") for name, rows in self._read}
        choices = {name: _beside(rows, "choices") for name, rows in self._read}
        for name, here in ((name, here) for name, columns in people.items() for here in columns.items()):
            for other, there in (
                (other, there) for other, columns in choices.items() for there in columns.items()
            ):
                both = here[1].keys() & there[1].keys()
                guess = {here[1][value]: there[1][value] for value in both}
                yield f"{here[0]} of {name} = {there[0]} of {other}", guess

    def _nearby(self) -> Iterator[tuple[str, Guess]]:
        """The choice that lies nearest to what is a voter's, most often, in the bytes of a file."""
        for name, content in self.found.files.items():
            spots = [(m.start(), m.group().decode()) for m in self._written.finditer(content)]
            places = [place for place, _ in spots]
            near = defaultdict(Counter)
            for found in re.finditer(rb"[0-9a-f]{32}", content):
                whose = self._whose.get(found.group().decode())
                if whose and spots:
                    at = bisect_left(places, found.start())
                    closest = min(spots[max(0, at - 1) : at + 1], key=lambda spot: abs(spot[0] - found.start()))
                    if abs(closest[0] - found.start()) <= NEAR:
                        near[whose][closest[1]] += 1
            yield f"nearby in {name}", {person: count.most_common(1)[0][0] for person, count in near.items()}

    @cached_property
    def _written(self) -> re.Pattern[bytes]:
        key = f"(?:{'|'.join(map(re.escape, self.keys))})(?:=[0-9])?"
        return re.compile(rf"\b(?:abstain|{key}(?:,{key})*)\b".encode())

    def _by_key(self) -> Iterator[tuple[str, Guess]]:
        """What lies sealed beside a voter, where the key is anywhere among what was found."""
        for private in keys_of(self.public_key, self.found):
            for name, rows in self._read:
                sealed = [(one.people[0], one.row.get("sealed", "")) for one in rows if len(one.people) == 1]
                yield (
                    f"by the key, {name}",
                    {person: sealing.unseal(text, private) for person, text in sealed if len(text) > NEAR // 2},
                )


def keys_of(public: str, found: LeftBehind) -> set[str]:
    """Return the private half of a public key, where it lies in the clear in anything that was found."""
    texts = [repr(found.tables).encode(), *found.files.values()]
    tried = {one.decode() for text in texts for one in HEXADECIMAL.findall(text)}
    return {one for one in tried if sealing.public_of(one) == public}


def _every_order(rows: Sequence[Read]) -> Iterator[tuple[str, list[Read]]]:
    """Rows by each of their columns, and by the length of what stands in it."""
    for column in rows[0].row if rows else ():
        yield column, sorted(rows, key=lambda one: _sortable(one.row[column]))
        yield f"length of {column}", sorted(rows, key=lambda one: len(one.row[column]))


def _beside(rows: Sequence[Read], what: str) -> dict[str, dict[str, str]]:
    """By column, the values that stand beside one voter (or choice) and in that row alone, with what it is."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in rows:
        said = getattr(one, what)
        if len(said) == 1:
            for column, value in one.row.items():
                found[column][value].append(said[0])
    return {
        column: {value: said[0] for value, said in by_value.items() if len(set(said)) == 1}
        for column, by_value in found.items()
    }


def _sortable(value: str) -> tuple[int, str]:
    """Numbers by their size, places of PostgreSQL by page and line, all else as text."""
    numbers = re.fullmatch(r"\(?(\d+)(?:,(\d+)\))?", value)
    if numbers:
        return int(numbers[1]) * 100_000 + int(numbers[2] or 0), ""
    return -1, value
