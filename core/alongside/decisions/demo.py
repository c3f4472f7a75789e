"""The decisions of the demo, from a plain file: counted by each rule, kept, talked about, open, and to come."""

from __future__ import annotations

import io
import math
import tomllib
import wave
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import (
    asking_candidates,
    closing,
    following_up,
    key_cards,
    objecting,
    papers,
    proposing,
    speaking,
    standing,
    talking,
    voting,
)
from alongside.decisions.actions.holding import line_of
from alongside.decisions.actions.key_cards import Typed
from alongside.decisions.actions.objecting import Finding
from alongside.decisions.actions.standing import Words
from alongside.decisions.ballot import ABSTAIN, OBJECTION, Ballot
from alongside.decisions.counting import scottish_stv
from alongside.decisions.counting.readers import blt
from alongside.decisions.following import Happened
from alongside.decisions.level import Level
from alongside.decisions.pages.poster import compose
from alongside.decisions.proposal import ANSWERS, NO, YES, Option, Proposal
from alongside.decisions.roll import Help, Helped
from alongside.decisions.tables import OUTCOMES, PROPOSALS, ROLL
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.instants import at
from alongside.messages import outbox
from alongside.people import offers as people
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.cli.demo import Demo

Line = Mapping[str, Any]

MORNING = time(10)
CLOSES = time(18)
EVENING = time(19)


def fill(demo: Demo) -> None:
    """Propose, talk, vote, count and look back as members would have done, each on a day of its own."""
    lines = tomllib.loads((demo.examples / "decisions.toml").read_text(encoding="utf-8"))["decision"]
    cast, elected = 0, ""
    for turn, line in enumerate(lines):
        asked = _propose(demo, line)
        _talk(demo, asked, line)
        _stand(demo, asked, line)
        _ask_candidates(demo, asked, line)
        cast += _hold(demo, asked, line, line.get("turn", turn))
        _follow_up(demo, asked, line)
        elected = asked.id if "candidates" in line else elected
    demo.did(f"{len(lines)} proposals, {cast} sealed votes.", "Decisions, in the menu")
    for edition in Edition:
        with demo.unit() as unit:
            made = compose(unit, elected, edition)
        path = demo.file_paper(made.file, made.pdf(), made.named)
        demo.did("A poster of the committee election.", f"papers/{path.name}")
    _told_long_ago(demo)
    _count_committee(demo)


def _told_long_ago(demo: Demo) -> None:
    """Let no letter wait about a vote that was counted more than two weeks ago: it was told on its day."""
    with demo.unit() as unit:
        counted = unit.find(OUTCOMES, OUTCOMES.table.c.closed_at < unit.now - timedelta(days=14))
        for outcome in counted:
            for line in unit.find(ROLL, ROLL.table.c.proposal == outcome.proposal):
                outbox.take_back(unit, f"decisions:result:{outcome.proposal}", str(line.person))


def _count_committee(demo: Demo) -> None:
    """Count an election that came as a file, as one from any other program would."""
    file = demo.examples.parent / "committee.blt"
    counted = scottish_stv.count(blt.read(file))
    names = [counted.election.name(number) for number in counted.winners]
    demo.did(
        f"A committee elected in {len(counted.stages)} stages: {', '.join(names)}.",
        f"alongside decisions count {file} --rule scottish-stv",
    )


def _as(demo: Demo, name: str, day: date, clock: time = MORNING) -> Actor:
    """Return a member as actor, with the demo's clock put to when she acts."""
    demo.clock.moment = at(day, clock, demo.zone)
    return Actor.person(demo.people[name], name)


def _propose(demo: Demo, line: Line) -> Proposal:
    options = tuple(_options(line)) or _usual(line)
    proposed = demo.day(line["proposed"])
    with demo.store.unit(_as(demo, line["proposer"], proposed)) as unit:
        asked = proposing.propose(
            unit,
            line["title"],
            line["why"],
            easy_title=line["easy_title"],
            easy_why=line["easy_why"],
            closes=at(demo.day(line["closes"]), CLOSES, demo.zone),
            options=options,
            review=demo.day(line["review"]),
            rule=line.get("rule", "majority"),
            seats=line.get("seats", 1),
            reading_days=line.get("reading_days", 0),
            level=Level(line.get("level", "private")),
            budget=line.get("budget"),
        )
    for name, words in line.get("candidates", ()):
        with demo.store.unit(_as(demo, name, proposed, EVENING)) as unit:
            standing.stand(unit, asked.id, words)
    with demo.unit() as unit:
        return unit.get(PROPOSALS, asked.id)


def _usual(line: Line) -> tuple[Option, ...]:
    if line.get("rule") == "consent":
        return ANSWERS
    return () if {"candidates", "stands"} & set(line) else (YES, NO)


def _options(line: Line) -> Iterator[Option]:
    for number, (words, easy_words, picture, *cost) in enumerate(line.get("options", ()), start=1):
        key, pence = f"option{number}", cost[0] if cost else None
        yield Option(key=key, words=words, easy_words=easy_words, picture=picture, cost=pence)


def _talk(demo: Demo, asked: Proposal, line: Line) -> None:
    """Begin the talk where the line has one; ask and answer as its lines say."""
    if "talked" not in line:
        return
    with demo.store.unit(_as(demo, line["proposer"], demo.day(line["talked"]))) as unit:
        talking.begin(unit, asked.id)
    for one in line.get("talk", ()):
        day = demo.day(one["day"])
        with demo.store.unit(_as(demo, one["by"], day, CLOSES)) as unit:
            say = talking.not_clear if one.get("not_clear") else talking.ask
            said = say(unit, asked.id, one["words"])
        if "answer" in one:
            with demo.store.unit(_as(demo, one["answered_by"], day, EVENING)) as unit:
                talking.answer(unit, said.id, one["answer"])


def _stand(demo: Demo, asked: Proposal, line: Line) -> None:
    """Stand as the lines say: alone, with somebody's help, or through a teller; and put others forward."""
    for one in line.get("stands", ()):
        how, helper = Help(one["help"]) if "help" in one else None, demo.people.get(one.get("helper", ""))
        helped = Helped(helper=helper, how=how) if how else None
        said = Words(words=one.get("words", ""), easy_words=one.get("easy_words", ""), helped=helped)
        day = demo.day(line["talked"] - 1)
        if one.get("told_a_teller"):
            with demo.unit(day, EVENING) as unit:
                standing.stand(unit, asked.id, said, person=demo.people[one["name"]])
        else:
            with demo.store.unit(_as(demo, one["name"], day, EVENING)) as unit:
                standing.stand(unit, asked.id, said)
                if "seconds" in one:
                    speaking.speak(unit, asked.id, _tone(one["seconds"]))
    for one in line.get("asked", ()):
        with demo.store.unit(_as(demo, one["by"], demo.day(line["talked"] - 1), EVENING)) as unit:
            standing.put_forward(unit, asked.id, demo.people[one["name"]])


def _tone(seconds: int) -> bytes:
    """A quiet tone as a recording (WAV): it stands for a voice."""
    sent = io.BytesIO()
    with wave.open(sent, "wb") as file:
        file.setparams((1, 1, 8_000, 0, "NONE", ""))
        file.writeframes(bytes(128 + round(40 * math.sin(at * math.tau / 18)) for at in range(8_000 * seconds)))
    return sent.getvalue()


def _ask_candidates(demo: Demo, asked: Proposal, line: Line) -> None:
    """Ask those who stand, and answer, as the lines say; one without words would rather not."""
    for one in line.get("questions", ()):
        day = demo.day(one["day"])
        with demo.store.unit(_as(demo, one["by"], day, CLOSES)) as unit:
            question = asking_candidates.ask(unit, asked.id, one["words"])
        for name, words in one.get("answers", ()):
            with demo.store.unit(_as(demo, name, day, EVENING)) as unit:
                if words:
                    asking_candidates.answer(unit, question.id, words)
                else:
                    asking_candidates.rather_not(unit, question.id)


def _make_cards(demo: Demo, asked: Proposal, line: Line) -> Typed | None:
    """Make the cards of a locked box, and try each where the vote opens; return two of them."""
    if "holders" not in line:
        return None
    with demo.unit(demo.day(line.get("opened", line["proposed"])), MORNING) as unit:
        planned = key_cards.plan_cards(unit, asked.id, [demo.people[name] for name in line["holders"]])
        key_cards.issue_cards(unit, asked.id, planned)
        first, second, third = (share.text for share in planned.shares)
        if "opened" in line:
            key_cards.try_cards(unit, asked.id, (first, second))
            key_cards.try_cards(unit, asked.id, (first, third))
    if "seat" in line:
        with demo.store.unit(_as(demo, line["seat"], demo.day(line["opened"]))) as unit:
            key_cards.take_seat(unit, asked.id)
    return first, second


def _hold(demo: Demo, asked: Proposal, line: Line, turn: int) -> int:
    """Open the vote where the line has one, take its ballots, and count it; return how many voted."""
    cards = _make_cards(demo, asked, line)
    if "opened" not in line:
        return 0
    with demo.unit(demo.day(line["opened"])) as unit:
        voting.open_vote(unit, asked.id)
    cast = _vote(demo, asked, line, turn)
    _vote_on_paper(demo, asked, line)
    if line["closes"] > 0:
        with demo.unit(demo.day(line["closes"]), EVENING) as unit:
            closing.close(unit, asked.id, cards=cards)
        with demo.unit(demo.day(line["closes"]), EVENING) as unit:
            closing.destroy_spent_keys(unit)
        _look_at_objections(demo, asked, line)
    return cast


def _look_at_objections(demo: Demo, asked: Proposal, line: Line) -> None:
    """Answer the objections that the count has opened, by their words."""
    for one in line.get("objections", ()):
        if "answer" not in one:
            continue
        with demo.store.unit(_as(demo, one["by"], demo.day(line["closes"] - 1))) as unit:
            every = objecting.objections(unit, asked.id)
            number = next(each.number for each in every if each.reason == one["reason"])
            finding = Finding(holds=one["holds"], answer=one["answer"], beside=demo.people[one["with"]])
            objecting.look_at(unit, asked.id, number, finding)


def _vote(demo: Demo, asked: Proposal, line: Line, turn: int) -> int:
    """Send the ballots of the line, each as the member who votes, in a unit of her own."""
    ballots = list(chain.from_iterable(repeat(ballot, alike) for ballot, alike in _ballots(asked, line)))
    with demo.unit(demo.day(line["opened"])) as unit:
        names = people.names_of(unit, enterprise.people_with(unit, "member"))
    # By name and not by id, so that a change elsewhere in the demo changes nobody's vote.
    members = sorted(names, key=lambda one: names[one])
    # Another part of the members each time, so that not always the same stay away.
    turned = members[5 * turn % len(members) :] + members[: 5 * turn % len(members)]
    demo.clock.moment = at(demo.day(line["opened"]), EVENING, demo.zone)
    for person, ballot in zip(turned, ballots, strict=False):
        with demo.store.unit(Actor.person(person, names[person])) as unit:
            voting.vote(unit, asked.id, ballot)
    return len(ballots)


def _vote_on_paper(demo: Demo, asked: Proposal, line: Line) -> None:
    """Give paper ballots to some who have not voted, of which some are in the box already."""
    came = line.get("in_the_box", 0)
    with demo.unit() as unit:
        lines = [line_of(unit, asked.id, demo.people[name]) for name in line.get("paper", ())]
        free = [one for one in lines if one and one.person and not one.voted]
        for one in free[: came + 1]:
            papers.give(unit, asked.id, str(one.person))
        for one in free[:came]:
            papers.came(unit, asked.id, str(one.person))


def _ballots(asked: Proposal, line: Line) -> Iterator[tuple[Ballot, int]]:
    """The ballots of a line and how often each was cast; choices by their number, none for an abstention."""
    for alike, *numbers in line.get("ballots", ()):
        yield Ballot(tuple(asked.keys[number - 1] for number in numbers) or (ABSTAIN,)), alike
    for alike, *points in line.get("points", ()):
        given = {key: f"{one}" for key, one in zip(asked.keys, points, strict=True) if one != ""}
        yield Ballot.giving(given), alike
    for one in line.get("objections", ()):
        yield Ballot((OBJECTION,), one["reason"]), 1
    if "votes" in line:
        for key, alike in zip((*asked.keys, ABSTAIN), line["votes"], strict=True):
            yield Ballot((key,)), alike


def _follow_up(demo: Demo, asked: Proposal, line: Line) -> None:
    """Write down what was decided, and what became of it."""
    told = line.get("statement")
    if told:
        easy = {"easy_decided": told["easy_decided"], "easy_next": told["easy_next"]}
        with demo.store.unit(_as(demo, line["proposer"], demo.day(line["closes"] - 1))) as unit:
            following_up.state_outcome(unit, asked.id, told["decided"], told["next"], **easy)
    for one in line.get("looked_back", ()):
        again = demo.day(one["again"]) if "again" in one else None
        with demo.store.unit(_as(demo, line["proposer"], demo.day(one["day"]))) as unit:
            following_up.look_back(unit, asked.id, Happened(one["happened"]), one["words"], again=again)
