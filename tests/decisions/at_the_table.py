"""Three people at a table who do what a script says: with cards, coins and boxes, and nothing that counts."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import singledispatchmethod
from math import floor
from string import ascii_uppercase

import attrs

from alongside.decisions.by_hand import acts, choosing, working
from alongside.decisions.by_hand.choosing import Mark
from alongside.decisions.by_hand.steps import Script
from alongside.decisions.by_hand.vote import Card, Vote

NOBODY = "No next choice"
LONGEST = 2_000


@attrs.define
class Held:
    """A card on the table, with the letters that were written on it; the last one counts."""

    card: Card
    letters: list[str]
    crosswise: bool = False


def cut(number: Fraction) -> Fraction:
    """Five figures after the point, the rest left out."""
    return Fraction(floor(number * 100_000), 100_000)


def letters():
    """A, B, … Z, AA, AB, …: there are always more."""
    yield from ascii_uppercase
    yield from (one + other for one in ascii_uppercase for other in ascii_uppercase)
    raise AssertionError("more letters than anybody would write")


class Table:
    """What lies on the table while a script is followed, and all that was written down."""

    def __init__(self, script: Script, vote: Vote, lot: tuple[str, ...] = ()) -> None:
        self.script, self.names, self.lot = script, vote.names, lot
        self.stock = [Held(card, ["A"]) for card in vote.cards]
        self.heaps: dict[str, list[Held]] = {name: [] for name in (*vote.names, NOBODY)}
        self.marks: dict[str, list[tuple[Mark, int]]] = {name: [] for name in vote.names}
        self.boxes: dict[str, Fraction] = {}
        self.stages: list[dict[str, Fraction]] = []
        self.left_out: list[Fraction] = [Fraction(0)]
        self.coins: list[str] = []
        self.moved: list[str] = []
        self.free_letters = letters()
        self.worth = {next(self.free_letters): Fraction(1)}
        self.new: dict[str, str] = {}
        self.picked: tuple[str, list[Held]] = ("", [])
        self.done: list[int] = []

    def follow(self) -> Table:
        """Do step after step, until the last."""
        at = 1
        while at <= len(self.script.steps):
            self.done.append(at)
            assert len(self.done) < LONGEST, "the script never ends"
            leads = self.do(self.script.steps[at - 1].act)
            at = self.script.number(leads) if leads else at + 1
        return self

    def marked(self, mark: Mark, name: str) -> bool:
        return any(one is mark for one, _ in self.marks[name])

    def all_marked(self, mark: Mark) -> list[str]:
        return [name for name in self.names if self.marked(mark, name)]

    def unmarked(self) -> list[str]:
        return [name for name in self.names if not self.marks[name]]

    def marked_in_stage(self, mark: Mark, stage: int) -> list[str]:
        return [name for name in self.names if (mark, stage) in self.marks[name]]

    def mark(self, name: str, mark: Mark) -> None:
        self.marks[name].append((mark, len(self.stages)))

    @property
    def now(self) -> dict[str, Fraction]:
        return self.stages[-1]

    @property
    def coin(self) -> str:
        (name,) = self.coins
        return name

    @singledispatchmethod
    def do(self, act: acts.Act) -> str | None:
        raise AssertionError(f"nobody knows how to do {act}")

    @do.register
    def _(self, _act: acts.LayOut) -> None:
        pass

    @do.register
    def _(self, _act: acts.Compare) -> None:
        pass

    @do.register
    def _(self, act: acts.CountCards) -> None:
        self.boxes[act.box] = Fraction(people(self.stock))
        assert act.cards in {0, self.boxes[act.box]}

    @do.register
    def _(self, _act: acts.SetAside) -> None:
        self.stock = [held for held in self.stock if held.card.names]

    @do.register
    def _(self, _act: acts.Deal) -> None:
        for held in self.stock:
            self.heaps[held.card.names[0] if held.card.names else NOBODY].append(held)

    @do.register
    def _(self, _act: acts.CountHeaps) -> None:
        self.stages.append({name: Fraction(people(heap)) for name, heap in self.heaps.items()})

    @do.register
    def _(self, _act: acts.WriteLetters) -> None:
        for held in self.heaps[self.coin]:
            held.letters.append(self.new[held.letters[-1]])

    @do.register
    def _(self, _act: acts.MoveCards) -> None:
        for held in self.heaps[self.coin]:
            held.crosswise = True
            self.heaps[next((one for one in held.card.names if not self.marks[one]), NOBODY)].append(held)
        self.heaps[self.coin] = []

    @do.register
    def _(self, _act: acts.CountCame) -> None:
        self.came = {name: Counter[str]() for name in self.heaps}
        for name, heap in self.heaps.items():
            for held in heap:
                if held.crosswise:
                    self.came[name][held.letters[-1]] += held.card.people

    @do.register
    def _(self, act: acts.NextStage) -> str:
        for heap in self.heaps.values():
            for held in heap:
                held.crosswise = False
        self.moved.append(self.coin)
        self.coins = []
        return act.go

    @do.register
    def _(self, _act: acts.PickTicked) -> None:
        if not self.stages:
            self.stages.append({})
        name = next(one for one in self.names if one not in self.now)
        self.picked = name, [held for held in self.stock if name in held.card.names]

    @do.register
    def _(self, _act: acts.CountPicked) -> None:
        name, picked = self.picked
        self.now[name] = Fraction(people(picked))

    @do.register
    def _(self, act: acts.PutBack) -> str | None:
        return act.go if len(self.now) < len(self.names) else None

    @do.register
    def _(self, act: working.CheckHeaps) -> None:
        assert sum(self.now.values()) == self.boxes[act.box]

    @do.register
    def _(self, act: working.Work) -> None:
        left, right = (self.boxes[one] if isinstance(one, str) else Fraction(one) for one in (act.left, act.right))
        found = {"÷": lambda: left / right, "×": lambda: left * right, "+": lambda: left + right}[act.sign]()
        self.boxes[act.box] = Fraction(-floor(-found) if act.up else floor(found))

    @do.register
    def _(self, act: working.AtLeast) -> None:
        if self.boxes[act.box] < act.least:
            self.boxes[act.box] = Fraction(act.least)

    @do.register
    def _(self, act: working.Spare) -> None:
        self.boxes[act.box] = self.now[self.coin] - self.boxes[act.enough]

    @do.register
    def _(self, act: working.NewLetters) -> None:
        self.new = {}
        for old in sorted({held.letters[-1] for held in self.heaps[self.coin]}):
            self.new[old] = next(self.free_letters)
            self.worth[self.new[old]] = cut(self.boxes[act.box] * self.worth[old] / self.now[self.coin])

    @do.register
    def _(self, _act: working.WorthCame) -> None:
        self.gets = {
            name: sum((self.worth[letter] * number for letter, number in came.items()), Fraction(0))
            for name, came in self.came.items()
        }

    @do.register
    def _(self, act: working.NowOfCoin) -> None:
        has = self.boxes[act.enough] if self.marked(Mark.IN, self.coin) else Fraction(0)
        self.stages.append({self.coin: has})

    @do.register
    def _(self, _act: working.AddUp) -> None:
        before = self.stages[-2]
        for name in before:
            if name != self.coin:
                self.now[name] = before[name] + self.gets[name]

    @do.register
    def _(self, act: working.LeftOut) -> None:
        self.left_out.append(self.boxes[act.box] - sum(self.now.values()))
        assert 0 <= self.left_out[-1] < Fraction(act.below)

    @do.register
    def _(self, act: working.SumUp) -> None:
        self.boxes[act.box] = sum((self.now[name] for name in act.of), Fraction(0))

    @do.register
    def _(self, act: choosing.MarkEnough) -> None:
        for name in self.unmarked():
            if self.now[name] >= self.boxes[act.box]:
                self.mark(name, Mark.IN)

    @do.register
    def _(self, act: choosing.IfFull) -> str | None:
        return act.go if len(self.all_marked(Mark.IN)) >= act.places else None

    @do.register
    def _(self, act: choosing.IfNoMoreLeft) -> str | None:
        left = self.unmarked()
        if len(left) > act.places - len(self.all_marked(Mark.IN)):
            return None
        for name in left:
            self.mark(name, Mark.IN)
        return act.go

    def with_spare(self, box: str) -> list[str]:
        return [
            name
            for name in self.all_marked(Mark.IN)
            if not self.marked(Mark.MOVED, name) and self.now[name] > self.boxes[box]
        ]

    @do.register
    def _(self, act: choosing.IfSpare) -> str:
        return act.go if self.with_spare(act.box) else act.other

    @do.register
    def _(self, act: choosing.CoinOnMost) -> None:
        among = self.with_spare(act.box) if act.box else self.unmarked()
        most = max(self.now[name] for name in among)
        self.coins = [name for name in among if self.now[name] == most]

    @do.register
    def _(self, _act: choosing.CoinOnFewest) -> None:
        fewest = min(self.now[name] for name in self.unmarked())
        self.coins = [name for name in self.unmarked() if self.now[name] == fewest]

    @do.register
    def _(self, act: choosing.LookBack) -> None:
        for stage in reversed(self.stages[:-1]):
            if len(self.coins) > 1:
                end = (max if act.most else min)(stage[name] for name in self.coins)
                self.coins = [name for name in self.coins if stage[name] == end]

    @do.register
    def _(self, act: choosing.ByLot) -> None:
        if len(self.coins) > 1:
            order = [name for name in self.lot if name in self.coins]
            self.coins = [order[0 if act.first else -1]]

    @do.register
    def _(self, act: choosing.MarkCoin) -> str | None:
        self.mark(self.coin, act.mark)
        return act.go or None

    @do.register
    def _(self, act: choosing.IfNone) -> str | None:
        if all(self.now[name] == 0 for name in self.coins):
            self.coins = []
            return act.go
        return None

    @do.register
    def _(self, act: choosing.MarkIfRoom) -> str | None:
        if len(self.coins) > act.places - len(self.all_marked(Mark.IN)):
            return act.other
        for name in self.coins:
            self.mark(name, Mark.IN)
        self.coins = []
        return None

    @do.register
    def _(self, act: choosing.IfMore) -> str:
        free = act.places - len(self.all_marked(Mark.IN))
        return act.go if free and self.unmarked() else act.other

    @do.register
    def _(self, act: choosing.MarkByLot) -> None:
        for name in self.lot:
            if name in self.coins and len(self.all_marked(Mark.IN)) < act.places:
                self.mark(name, Mark.IN)

    @do.register
    def _(self, act: choosing.Carried) -> None:
        for name in act.of:
            if self.now[name] >= self.boxes[act.box]:
                self.mark(name, Mark.IN)


def people(held: list[Held]) -> int:
    """For how many people cards stand."""
    return sum(one.card.people for one in held)
