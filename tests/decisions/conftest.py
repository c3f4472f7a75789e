"""A group of nine members and a teller, on each database, with a folder of keys of its own."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from alongside.decisions.actions import closing, proposing, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.outcome import Decision
from alongside.decisions.proposal import NO, YES, Option, Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.instants import LONDON, at
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.photos.folder import PhotoFolder
from alongside.store import Actor, Store
from alongside.web import GoTo, Thinking, Visit
from alongside.web.visit import Form, Helper, Visitor

PARTS = [import_module(f"alongside.{name}").PART for name in ("enterprise", "people", "decisions")]
PERMISSIONS = {part.name: part.permissions for part in PARTS}
CLOSES = at(date(2026, 11, 30), time(20), LONDON)
MEMBERS = tuple(f"member{n}" for n in range(1, 10))


def as_person(person: str) -> Actor:
    """Return a person of the group as actor."""
    return Actor.person(person, person.capitalize())


@pytest.fixture
def keys_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's keys lie."""
    monkeypatch.setenv("ALONGSIDE_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def group(store: Store, keyboard: Actor, keys_folder: Path) -> Store:
    """Nine members, and Tess, a teller without a vote."""
    store.dispatch = Reactions(PARTS)
    store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        for name in (*MEMBERS, "tess"):
            people.add_person(unit, Person(id=name, name=name.capitalize(), joined=date(2026, 1, 5)))
            enterprise.give_role(unit, name, "teller" if name == "tess" else "member", first_day=date(2026, 1, 5))
    return store


@pytest.fixture
def asked(group: Store) -> Callable[..., Proposal]:
    """Propose as the first member, and open the vote as the teller."""

    def ask(
        quorum: int = 5,
        closes: datetime | None = None,
        rule: str = "majority",
        options: tuple[Option, ...] = (YES, NO),
        seats: int = 1,
        title: str = "Shall we open on Sundays?",
    ) -> Proposal:
        # After a count, the clock of the group stands at the end of that vote.
        closes = closes or (CLOSES if group.clock() < CLOSES else group.clock() + timedelta(days=7))
        facts = {"closes": closes, "quorum": quorum, "rule": rule, "options": options, "seats": seats}
        with group.unit(as_person("member1")) as unit:
            made = proposing.propose(unit, title, "Visitors ask.", **facts)
        with group.unit(as_person("tess")) as unit:
            return voting.open_vote(unit, made.id)

    return ask


@pytest.fixture
def cast(group: Store) -> Callable[..., None]:
    """Send ballots, each as its text: from the next member in turn."""

    def send(proposal: Proposal, *ballots: str) -> None:
        for person, ballot in zip(MEMBERS, ballots, strict=False):
            with group.unit(as_person(person)) as unit:
                voting.vote(unit, proposal.id, Ballot.of(ballot))

    return send


@pytest.fixture
def over(group: Store) -> Callable[..., None]:
    """Let the time to vote pass."""

    def pass_by(closes: datetime = CLOSES) -> None:
        moment = max(group.clock(), closes)
        group.clock = lambda: moment

    return pass_by


@pytest.fixture
def counted(group: Store, over: Callable[..., None]) -> Callable[[Proposal], Decision]:
    """Wait for the end, then close and count as the teller."""

    def close(proposal: Proposal) -> Decision:
        with group.unit(as_person("tess"), writing=False) as unit:
            closes = unit.get(PROPOSALS, proposal.id).closes
        over(closes)
        with group.unit(as_person("tess")) as unit:
            decision = closing.close(unit, proposal.id)
        with group.unit(as_person("tess")) as unit:
            closing.destroy_spent_keys(unit)
        return decision

    return close


TODAY = date(2026, 11, 23)


def nothing() -> None:
    """Leave no mark: a store alone has no folder."""


@pytest.fixture(scope="session")
def display() -> Display:
    """The templates of decisions."""
    return Display({"decisions": "alongside.decisions"})


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """The folder of photos; nobody has one to begin with."""
    return tmp_path / "photos"


@pytest.fixture
def visit(group: Store, photos: Path) -> Callable[..., Any]:
    """Let somebody open a page or send a form, as the kit would; return what the part answered.

    Each has a browser of her own, which keeps her draft.
    """
    drafts: dict[str, str] = {}

    def arrive(
        who: str,
        function: Callable[..., Any],
        reads: Edition = Edition.STANDARD,
        form: Any = (),
        query: Any = (),
        *,
        writing: bool = False,
        helper: Helper | None = None,
        **path: str,
    ) -> Any:
        actor = as_person(who)
        visitor = Visitor(actor, actor.name, helper=helper)
        host = SimpleNamespace(store=group, photos=PhotoFolder(photos), must_clean=nothing, clean=group.clean)
        facts: dict[str, Any] = {"host": host, "visitor": visitor, "part": "decisions"}
        facts |= {"edition": reads, "zone": LONDON, "today": TODAY, "path": path, "draft": drafts.get(who, "")}
        pairs = form.items() if isinstance(form, dict) else form
        sent = form if isinstance(form, Form) else Form(tuple(pairs))
        facts |= {"form": sent, "query": Form(tuple(query))}
        with group.unit(actor, writing=writing) as unit:
            answer = function(Visit(unit=unit, **facts))
        if isinstance(answer, Thinking):
            thought = answer.think()
            with group.unit(actor, writing=writing) as unit:
                answer = answer.settle(Visit(unit=unit, **facts), thought)
        if isinstance(answer, GoTo) and answer.draft is not None:
            drafts[who] = answer.draft
        return answer

    return arrive
