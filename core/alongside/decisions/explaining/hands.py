"""A count by hand, for the checker: papers lie in hands, and each is moved as the Order says.

It shares nothing with the program that counts: every hand is a list, and a sheet has a row for each stage. A vote
is 100,000 parts, so that five decimals are whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from alongside.decisions.explaining.claim import Facts, Value, fact

VOTE = 100_000
Paper = tuple[tuple[int, ...], int, int]
"""Alike papers: the order from whoever holds them on, how many there are, and what each is worth."""


@attrs.define(kw_only=True)
class Room:
    """A count as people would hold it: papers in hands, and a sheet with a row for each stage.

    ``running`` can still be elected, ``spare`` are elected with more than enough.
    """

    names: tuple[str, ...]
    seats: int
    quota: int
    running: list[int]
    votes: dict[int, int]
    hands: dict[int, list[Paper]]
    spare: list[int] = attrs.field(factory=list)
    elected: list[int] = attrs.field(factory=list)
    sheet: list[dict[int, int]] = attrs.field(factory=list)
    stuck: int = 0
    cut: int = 0
    facts: Facts = attrs.field(factory=dict)
    cells: Facts = attrs.field(factory=dict)

    def copy(self) -> Room:
        """The same room, in which another can be named."""
        hands = {n: list(papers) for n, papers in self.hands.items()}
        return attrs.evolve(
            self,
            running=list(self.running),
            votes=dict(self.votes),
            hands=hands,
            spare=list(self.spare),
            elected=list(self.elected),
            sheet=list(self.sheet),
            facts=dict(self.facts),
            cells=dict(self.cells),
        )

    def all_that_matters(self) -> object:
        """All that what comes next depends on: who is left with which papers, how they stood, who is elected."""
        left = sorted((*self.running, *self.spare))
        # Of how they stood only the order matters in which looking back, the latest stage first, puts them.
        stood = [tuple(row[n] for row in reversed(self.sheet)) for n in left]
        order = sorted(set(stood))
        places = tuple(order.index(one) for one in stood)
        hands = tuple(tuple(sorted(self.hands[n])) for n in left)
        return tuple(left), frozenset(self.elected), places, hands

    def tell(self, figure: str, *who: int, value: Value = True) -> None:
        """Note what has to be told of the stage that was ended last."""
        self.facts[fact(figure, *(self.names[n - 1] for n in who), stage=len(self.sheet))] = value

    def give(self, papers: Iterable[Paper]) -> int:
        """Give papers to the next on each who is running; say what those without one are worth."""
        running, stuck = {n: self.hands[n] for n in self.running}, 0
        for order, many, worth in papers:
            for at, n in enumerate(order):
                if n in running:
                    running[n].append((order[at:], many, worth))
                    self.votes[n] += many * worth
                    break
            else:
                stuck += many * worth
        self.stuck += stuck
        return stuck

    @property
    def over(self) -> bool:
        """True if no votes have to move any more."""
        return len(self.elected) >= self.seats or not self.running

    def end_stage(self) -> tuple[int, ...]:
        """Go on, stage after stage, until only a lot can say whose votes move; nobody where it is over."""
        while True:
            self._elect()
            self._write()
            if self.over:
                return ()
            level = furthest(self.spare or self.running, self.votes, most=bool(self.spare))
            left = self._parted(level) if len(level) > 1 else level
            if len(left) > 1:
                return left
            self.move(left[0], alone=len(level) == 1)

    def _elect(self) -> None:
        stage = len(self.sheet) + 1
        enough = [n for n in self.running if self.votes[n] >= self.quota]
        rest = [n for n in self.running if n not in enough]
        # As many are left as places: nobody can be kept out any more.
        rest = rest if len(rest) <= self.seats - len(self.elected) - len(enough) else []
        for figure, who in (("reached", enough), ("rest", rest)):
            for n in who:
                self.facts[fact("stands", self.names[n - 1], stage=stage)] = votes_of(self.votes[n])
                self.facts[fact(figure, self.names[n - 1], stage=stage)] = True
        self.elected += enough + rest
        self.spare += [n for n in enough if self.votes[n] > self.quota]
        self.running = [n for n in self.running if n not in self.elected]

    def _write(self) -> None:
        self.sheet.append(dict(self.votes))
        stage = len(self.sheet)
        for n, votes in self.votes.items():
            self.cells[fact("votes", self.names[n - 1], stage=stage)] = votes_of(votes)
        self.cells[fact("together spent", stage=stage)] = votes_of(self.stuck)
        self.cells[fact("together cut", stage=stage)] = votes_of(self.cut)

    def _parted(self, level: tuple[int, ...]) -> tuple[int, ...]:
        """Of who is level, those whom no earlier stage parts, the latest looked at first."""
        self.tell("level", *level, value=votes_of(self.votes[level[0]]))
        for stage in range(len(self.sheet) - 1, 0, -1):
            level = furthest(level, self.sheet[stage - 1], most=bool(self.spare))
            if len(level) == 1:
                self.tell("parted", level[0], value=stage)
                break
        return level

    def move(self, giver: int, *, alone: bool) -> None:
        """Pass a surplus on, or everything of whoever goes; ``alone`` says that nobody was level with her."""
        held, had = self.hands[giver], self.votes[giver]
        self.hands[giver] = []
        if giver in self.spare:
            over = had - self.quota
            self.spare.remove(giver)
            self.votes[giver] = self.quota
            # Each paper takes its part of what it was worth, cut to the hundred-thousandth.
            moving = [(order, many, over * worth // had) for order, many, worth in held]
            self.cut += over - sum(many * worth for _, many, worth in moving)
            figure, moved = "surplus", over
        else:
            self.tell("fewest" if alone else "out", giver)
            self.running.remove(giver)
            self.votes[giver] = 0
            moving, figure, moved = held, "moved", had
        stage = len(self.sheet) + 1
        self.facts[fact(figure, self.names[giver - 1], stage=stage)] = votes_of(moved)
        if stuck := self.give(moving):
            self.facts[fact("stuck", stage=stage)] = votes_of(stuck)


def furthest(some: Iterable[int], votes: Mapping[int, int], *, most: bool) -> tuple[int, ...]:
    """Of some, those with the most votes, or with the fewest."""
    some = sorted(some)
    end = (max if most else min)(votes[n] for n in some)
    return tuple(n for n in some if votes[n] == end)


def votes_of(parts: int) -> Value:
    """Parts as votes."""
    return Fraction(parts, VOTE) if parts % VOTE else parts // VOTE
