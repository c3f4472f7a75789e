"""An invented vote in a real home: who is on the roll, what each chose, by which way, and in which order."""

from __future__ import annotations

import itertools
import random
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import attrs

from alongside.decisions.actions import (
    batches,
    closing,
    ending_early,
    keys,
    objecting,
    papers,
    proposing,
    telephone,
    voting,
    waiting,
)
from alongside.decisions.actions.objecting import Finding
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.key_share import KeyShare, put_together
from alongside.decisions.level import Level
from alongside.decisions.outcome import Decision
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import Checked, Help, Helped, Waiting
from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import OpeningKey
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.hosting import Hosting
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import read_settings, write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.tables import all_lines
from alongside.web.application import build

from .a_question import Question, in_letters, on_a_page

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TELLERS = ("Tess Tallow", "Tom Tallow")
WAYS = ("web", "web", "web", "web", "helped", "changed", "unsure", "phone", "paper")
"""How members vote, drawn from these: most on a screen, some with help or twice, by telephone, on paper."""


class Clock:
    """A clock that goes on by some minutes whenever it is looked at, so that each time is of one act alone."""

    def __init__(self) -> None:
        self._ticks = itertools.count()

    def __call__(self) -> datetime:
        return MORNING + timedelta(seconds=7 * next(self._ticks))


@attrs.define
class VotingDay:
    """One vote under way. ``chose`` is the truth that nobody may find: by person, her last ballot."""

    house: House
    question: Question
    dice: random.Random
    members: list[str] = attrs.field(factory=list)
    tellers: list[str] = attrs.field(factory=list)
    asked: Proposal | None = None
    chose: dict[str, Ballot] = attrs.field(factory=dict)
    on_paper: list[str] = attrs.field(factory=list)
    cards: tuple[KeyShare, ...] = ()

    @cached_property
    def pages(self) -> object:
        """The pages of the home."""
        return build(Hosting(self.house))

    def act(self, who: str, action: Callable, *facts: object, **more: object):
        with self.house.store.unit(Actor.person(who, "Somebody")) as unit:
            return action(unit, *facts, **more)

    def path(self, page: str = "") -> str:
        return f"/decisions/{self.asked.id}{page}"

    # --- before the vote

    def ask(self) -> None:
        """Propose it, make and try the cards of a locked box, and open the vote."""
        facts = {"closes": MORNING + timedelta(days=3), "quorum": 1, **self.question.facts}
        made = self.act(self.members[0], proposing.propose, "Which plan?", "We have to choose.", **facts)
        if self.question.level is Level.LOCKED:
            self._make_cards(made.id)
        self.asked = self.act(self.tellers[0], voting.open_vote, made.id)

    def _make_cards(self, proposal: str) -> None:
        from alongside.decisions.actions import key_cards

        holders = (*self.tellers, self.members[0])
        planned = self.act(self.tellers[0], key_cards.plan_cards, proposal, holders)
        self.act(self.tellers[0], key_cards.issue_cards, proposal, planned)
        self.cards = planned.shares
        for two in (self.cards[:2], self.cards[1:]):
            self.act(self.tellers[0], key_cards.try_cards, proposal, tuple(one.text for one in two))

    # --- casting

    def cast(self, person: str, way: str, *, on_screen: bool = True) -> None:
        """Let one member vote: by the pages, or (which is quicker) by the actions behind them."""
        choose = self._on_screen if on_screen else self._by_action
        if way == "changed":
            choose(person, self.question.a_ballot(self.dice))
        self.chose[person] = self.question.a_ballot(self.dice)
        if way == "paper":
            self.act(self.tellers[0], papers.give, self.asked.id, person)
            self.act(self.tellers[0], papers.came, self.asked.id, person)
            self.on_paper.append(person)
        elif way == "phone" and on_screen:
            self._by_telephone(person)
        elif way == "phone":
            call = Call(person=person, checked=Checked.VOICE)
            self.act(self.tellers[0], telephone.note_vote, self.asked.id, call, self.chose[person])
        else:
            choose(person, self.chose[person], way)

    def _by_action(self, person: str, ballot: Ballot, way: str = "web") -> None:
        if way == "unsure":
            self.act(person, waiting.wait, self.asked.id, Waiting.NOT_SURE)
        helped = Helped(how=Help.READ_ALOUD) if way == "helped" else None
        self.act(person, voting.vote, self.asked.id, ballot, helped=helped)

    def _on_screen(self, person: str, ballot: Ballot, way: str = "web") -> None:
        with self.browser(person) as browser:
            if way == "unsure":
                self._sent(browser, "/vote", {"wait": "not_sure"})
            if way == "helped":
                self._sent(browser, "/helper", {"who": "somebody"})
                self._sent(browser, "/helper", {"how": "read_aloud"})
            self.fill_in(browser, ballot)
            self.send(browser)

    def fill_in(self, browser: Browser, ballot: Ballot) -> None:
        """Choose on the ballot page, and go on to look at it."""
        self._sent(browser, "/vote", on_a_page(ballot, self.question.how.ballot))

    def send(self, browser: Browser) -> None:
        """Send what was filled in, from the page that says it back."""
        said_back = browser.get(self.path("/check")).text
        self._sent(browser, "/check", {"draft": re.findall(r'name="draft" value="(\w+)"', said_back)[0]})

    def _by_telephone(self, person: str) -> None:
        said = in_letters(self.chose[person], self.asked)
        with self.browser(self.tellers[0]) as browser:
            self._sent(browser, "/phone", {"person": person, "checked": "voice", "listener": "", "letters": said})

    def _sent(self, browser: Browser, page: str, form: dict[str, object]) -> None:
        answer = browser.post(self.path(page), data=form, follow_redirects=False)
        assert answer.status_code == 303, (page, answer.status_code)

    @contextmanager
    def browser(self, person: str) -> Iterator[Browser]:
        """A browser of her own, in which she has come in."""
        with Browser(self.pages) as browser:
            browser.come_in_as(self.house.store, person)
            yield browser

    # --- the end

    def private_half(self) -> str:
        """The key that opens it, which no thief has: to look whether it lies anywhere."""
        if self.cards:
            return put_together(self.cards[:2])
        return keys.private_half(str(self.asked.public_key), self.asked.title)

    def enter_papers(self) -> None:
        """End it, and enter the papers twice in the order in which they came: the worst that could happen."""
        self.act(self.tellers[0], ending_early.end_early, self.asked.id, "All have voted.")
        if not self.on_paper:
            return
        lines = [in_letters(self.chose[person], self.asked) for person in self.on_paper]
        self.act(self.tellers[0], batches.enter, self.asked.id, len(lines), "\n".join(lines))
        self.act(self.tellers[1], batches.check, self.asked.id, 1, "\n".join(lines))

    def count_on_page(self) -> None:
        """Let a teller close and count it on its page; the page destroys its key."""
        two = {"first": self.cards[0].text, "second": self.cards[2].text} if self.cards else {}
        with self.browser(self.tellers[0]) as browser:
            self._sent(browser, "/box" if two else "", {"do": "count" if two else "close", **two})

    def count(self) -> Decision:
        """Close and count it, destroy its key, and look at what was objected."""
        cards = (self.cards[0].text, self.cards[2].text) if self.cards else None
        decision = self.act(self.tellers[0], closing.close, self.asked.id, cards=cards)
        self.act(self.tellers[0], closing.destroy_spent_keys)
        for one in (
            self.act(self.tellers[0], objecting.objections, self.asked.id) if decision.outcome.waits else ()
        ):
            finding = Finding(holds=False, answer="We talked about it.", beside=self.tellers[1])
            self.act(self.tellers[0], objecting.look_at, self.asked.id, one.number, finding)
        return decision


def names(dice: random.Random, how_many: int) -> list[str]:
    """Invented names, no two alike."""
    first = ["Ada", "Ben", "Cleo", "Dov", "Esi", "Fay", "Gus", "Hal", "Ivy", "Jon", "Kit", "Lou", "Mia", "Ned"]
    last = ["Ashby", "Birch", "Cairn", "Dell", "Elm", "Fern", "Gorse", "Heath", "Iris", "Juniper", "Kelp", "Larch"]
    last += ["Moss", "Nettle", "Oak", "Pine"]
    every = [f"{one} {other}" for one in first for other in last]
    return dice.sample(every, how_many)


def a_home(home, databases, engine_name: str, key: OpeningKey, seed: int) -> House:
    """Open an enterprise in its folder, on one of the databases; its ids are drawn from the seed."""
    address = databases.fresh(engine_name, all_lines())
    write_settings(home, database="" if engine_name == "sqlite" else address)
    if engine_name == "sqlite":
        shutil.move(address.removeprefix("sqlite:///"), home / "alongside.db")
    dice = random.Random(seed)
    house = House(
        read_settings(home),
        core_parts(),
        find_plugins(),
        clock=Clock(),
        ids=lambda: uuid.UUID(int=dice.getrandbits(128)).hex,
    )
    prepare(house)
    keep_key(home, SealingKey(name=key.name, public=key.public, made=date(2026, 11, 23)))
    return house


def a_day(house: House, question: Question, members: int, seed: int) -> VotingDay:
    """Put the people in place, and ask them."""
    day = VotingDay(house, question, random.Random(seed))
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        for role, called in (("member", names(day.dice, members)), ("teller", TELLERS)):
            for name in called:
                person = people.add_person(unit, Person(id=unit.new_id(), name=name, joined=date(2026, 1, 5)))
                enterprise.give_role(unit, person.id, role, first_day=date(2026, 1, 5))
                (day.members if role == "member" else day.tellers).append(person.id)
    day.ask()
    return day
