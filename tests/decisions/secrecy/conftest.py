"""A vote from its opening to its count, and a thief who takes a copy of everything at every turn of it."""

from __future__ import annotations

import attrs
import pytest

from alongside.decisions.actions import recounting
from alongside.decisions.ballot import Ballot
from alongside.house.backups.key import new_key

from .a_question import Question
from .chance import Score, best_first, scores
from .guessing import Attack
from .left_behind import Thief
from .voting_day import WAYS, VotingDay, a_day, a_home

SEED = 20261123
OPENED, HALF, FULL, COUNTED = "at the opening", "half way", "before the close", "after the count"
MOMENTS = (OPENED, HALF, FULL, COUNTED)
"""The moments at which the thief comes; on SQLite the log tells what was in between."""


@attrs.frozen
class Robbed:
    """A vote that was held, by which way each voted, the key it had, and all that was left of it."""

    day: VotingDay
    thief: Thief
    ways: dict[str, str]
    private: str

    @property
    def scores(self) -> list[Score]:
        """How right each guess of the attack is, the best first; where there are reasons, without them as well."""
        day = self.day
        attack = Attack(
            found=self.thief.found,
            voted=list(day.chose),
            groups=self._groups,
            keys=day.question.keys,
            reasons=frozenset(one.reason for one in day.chose.values() if one.objects),
            public_key=str(day.asked.public_key),
        )
        guesses, chose = attack.guesses(), day.chose.items()
        whole = scores(guesses, {person: ballot.text for person, ballot in chose})
        if not any(ballot.reason for _, ballot in chose):
            return whole
        answers = {
            name: {person: Ballot.of(text).chosen for person, text in guess.items()}
            for name, guess in guesses.items()
        }
        return best_first([*whole, *scores(answers, {person: ballot.chosen for person, ballot in chose})])

    @property
    def _groups(self) -> dict[str, frozenset[str]]:
        objected = {person for person, ballot in self.day.chose.items() if ballot.objects}
        return {"papers": frozenset(self.day.on_paper), "who objected": frozenset(objected)}


@pytest.fixture
def keys_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def held(home, databases, engine_name, tmp_path, keys_folder, caplog):
    """A function that holds a vote, and lets ``count`` count it, if anything.

    ``before`` is told of the house before anybody votes: a control changes it.
    """
    houses = []

    def hold(question=None, members=34, *, ways=WAYS, before=None, count=VotingDay.count, on_screen=6, backups=()):
        key = new_key()
        house = a_home(home, databases, engine_name, key, SEED)
        houses.append(house)
        day = a_day(house, question or Question(), members, SEED)
        thief = Thief(house, key, tmp_path)
        if before:
            before(house)
        caplog.set_level("DEBUG")
        return _robbed(day, thief, caplog, ways, count=count, on_screen=on_screen, backups=backups)

    yield hold
    for house in houses:
        house.close()


def _robbed(day, thief, log, ways, *, count, on_screen, backups):
    order = day.dice.sample(day.members, len(day.members) - 2)  # two do not vote
    came_by = {person: day.dice.choice(ways) for person in order}
    thief.begin()

    def take(moment):
        thief.take(moment, backup=moment in backups)

    take(OPENED)
    for turn, person in enumerate(order, 1):
        day.cast(person, came_by[person], on_screen=turn <= on_screen)
        if turn == len(order) // 2:
            take(HALF)
    day.enter_papers()
    take(FULL)
    private = day.private_half()
    if count:
        count(day)
        take(COUNTED)
        thief.found.files["the bundle"] = day.act(day.members[0], recounting.bundle, day.asked.id).zipped()
    thief.found.files["the log"] = log.text.encode()
    thief.take_raw()
    return Robbed(day, thief, came_by, private)
