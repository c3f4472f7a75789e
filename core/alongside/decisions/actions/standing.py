"""Standing for election: by oneself, put forward by another, through a teller; and what those who stand say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from alongside.decisions.actions import letters
from alongside.decisions.actions.by_the_roll import need_to_see
from alongside.decisions.actions.helping import check_helper
from alongside.decisions.actions.holding import hold, need_for
from alongside.decisions.actions.passing_over import must_pass_on, pass_over
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.actions.recording import record
from alongside.decisions.candidacy import Candidacy, CandidacyState, check_easy_words, check_words
from alongside.decisions.life import BEFORE_THE_VOTE, NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.proposal import Option, Proposal
from alongside.decisions.roll import NO_HELP, Helped
from alongside.decisions.tables import CANDIDACIES, PROPOSALS, SPOKEN
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Words:
    """What somebody says who stands, in both editions or in one, and who helped her with it."""

    words: str = ""
    easy_words: str = ""
    helped: Helped | None = None


def stand(unit: Unit, id: str, words: str | Words = "", *, person: str | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Put the one who acts on the ballot of an election, with what she says.

    A teller may note somebody who has told her so: it stands on record, and whoever it is is told.

    Raises:
        NotNow: once the vote is open, or where she stands already.
        BadInput: for somebody who is no member, and for more words than all who stand have.
    """
    who = _who(unit, id, person)
    found = _can_be_stood_in(unit, id, who)
    waits = _candidacy(unit, id, who)
    if waits and waits.state is not CandidacyState.ASKED:
        raise NotNow(worded("decisions", "This person stands already in “{title}”.", title=found.title))
    said = _said(unit, found, who, Words(words=words) if isinstance(words, str) else words)
    if who != acting_person(unit):
        record(unit, id, Done.STANDS, person=who)
        letters.noted_as_standing(unit, found, who)
    if waits:
        stands = unit.change(CANDIDACIES, waits, state=CandidacyState.STANDS, **said)
    else:
        stands = _add(unit, found, who, CandidacyState.STANDS, **said)
    option = Option(key=stands.option, words="", easy_words="", picture="", person=who)
    return unit.change(PROPOSALS, found, options=(*found.options, option))


def put_forward(unit: Unit, id: str, person: str) -> Candidacy:  # noqa: A002 - what the column is called
    """Ask another member to stand. She is on the ballot once she has said yes herself, and not before.

    Raises:
        NotNow: once the vote is open, or where she stands or was asked already.
        BadInput: for oneself, and for somebody who is no member.
    """
    unit.need("decisions.propose")
    if person == unit.actor.id:
        raise BadInput(worded("decisions", "Nobody puts herself forward to herself. Choose “I want to stand”."))
    found = _can_be_stood_in(unit, id, person)
    if _candidacy(unit, id, person):
        raise NotNow(
            worded("decisions", "This person stands in “{title}”, or was asked already.", title=found.title)
        )
    asked = _add(unit, found, person, CandidacyState.ASKED, put_forward_by=acting_person(unit))
    letters.put_forward(unit, found, person)
    return asked


def say_no(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Say no to whoever has put the one who acts forward; nothing of it stays."""
    unit.need("decisions.propose")
    found = before_the_vote(unit, id)
    asked = _candidacy(unit, id, unit.actor.id)
    if asked is None or asked.state is not CandidacyState.ASKED:
        raise NotNow(worded("decisions", "Nobody has put you forward in “{title}”.", title=found.title))
    unit.remove(CANDIDACIES, asked)


def write(unit: Unit, id: str, words: Words, *, person: str | None = None) -> Candidacy:  # noqa: A002 - what the column is called
    """Say anew what somebody says who stands, before the vote opens: everybody votes on the same words.

    Raises:
        NotNow: where she does not stand, and once the vote is open.
    """
    who = _who(unit, id, person)
    found = before_the_vote(unit, id)
    stands = standing_now(unit, found, who)
    return unit.change(CANDIDACIES, stands, **_said(unit, found, who, words))


def stand_down(unit: Unit, id: str, *, person: str | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Take the one who acts off the ballot again, while the vote is not open; her words go as well."""
    who = _who(unit, id, person)
    found = before_the_vote(unit, id)
    left = tuple(option for option in found.options if option.person != who)
    if left == found.options:
        raise NotNow(worded("decisions", "You do not stand in “{title}”.", title=found.title))
    if stands := _candidacy(unit, id, who):
        unit.remove(CANDIDACIES, stands)
    spoken = SPOKEN.table
    for one in unit.find(SPOKEN, spoken.c.proposal == id, spoken.c.person == who):
        unit.remove(SPOKEN, one)
    if who != acting_person(unit):
        record(unit, id, Done.STANDS_NO_MORE, person=who)
        letters.noted_as_not_standing(unit, found, who)
    return unit.change(PROPOSALS, found, options=left)


def withdraw(unit: Unit, id: str, why: str = "", *, person: str | None = None) -> Proposal:  # noqa: A002 - what the column is called
    """Take the one who acts out of an election whose vote is open, on record, and tell everybody on the roll.

    Her name stays on the ballot and says so. No ballot is changed: the count passes her over, and a ballot that
    names her goes to the next name on it.

    Raises:
        NotNow: before the opening, when she stands down instead, and after the close.
        BadInput: where ballots are ticks, which cannot pass to another name, and where nobody would be left.
    """
    who = _who(unit, id, person)
    found = hold(unit, id)
    found.must_take_votes(unit.now)
    stands = standing_now(unit, found, who)
    must_pass_on(found)
    record(unit, id, Done.WITHDREW, person=who, words=why)
    unit.change(CANDIDACIES, stands, state=CandidacyState.WITHDRAWN)
    left = pass_over(unit, found, stands.option, who)
    if who != acting_person(unit):
        letters.somebody_withdrew(unit, found, who, stands.option, votes=False)
    return left


def candidacies(unit: Unit, id: str) -> dict[str, Candidacy]:  # noqa: A002 - what the column is called
    """Return those who stand, by the key of their option; whoever was merely asked is not among them."""
    need_to_see(unit, id)
    table = CANDIDACIES.table
    found = unit.find(CANDIDACIES, table.c.proposal == id, table.c.state != CandidacyState.ASKED.value)
    return {one.option: one for one in found}


def own(unit: Unit, id: str) -> Candidacy | None:  # noqa: A002 - what the column is called
    """Return the candidacy of the one who acts: she stands, has withdrawn, or was asked; None where neither."""
    need_to_see(unit, id)
    return _candidacy(unit, id, unit.actor.id)


def asked_by_me(unit: Unit, id: str) -> list[str]:  # noqa: A002 - what the column is called
    """Return whom the one who acts has put forward and who have not answered yet."""
    need_to_see(unit, id)
    table = CANDIDACIES.table
    mine = (table.c.proposal == id, table.c.put_forward_by == unit.actor.id)
    waiting = unit.find(CANDIDACIES, *mine, table.c.state == CandidacyState.ASKED.value)
    return [str(one.person) for one in waiting if one.person]


def could_be_asked(unit: Unit, id: str) -> list[str]:  # noqa: A002 - what the column is called
    """Return the members whom the one who acts could put forward: neither herself nor anybody who was asked."""
    table = CANDIDACIES.table
    taken = {one.person for one in unit.find(CANDIDACIES, table.c.proposal == id)} | {unit.actor.id}
    return [person for person in enterprise.people_with(unit, "member") if person not in taken]


def could_be_noted(unit: Unit, id: str) -> list[str]:  # noqa: A002 - what the column is called
    """Return the members of whom a teller could note that they stand: all who do not yet."""
    standing = set(stand_now(unit, id))
    return [person for person in enterprise.people_with(unit, "member") if person not in standing]


def stand_now(unit: Unit, id: str) -> list[str]:  # noqa: A002 - what the column is called
    """Return who stands and has not withdrawn."""
    table = CANDIDACIES.table
    stands = unit.find(CANDIDACIES, table.c.proposal == id, table.c.state == CandidacyState.STANDS.value)
    return [one.person for one in stands if one.person]


def _who(unit: Unit, id: str, person: str | None) -> str:  # noqa: A002 - what the column is called
    """The one whom an act is about; a teller may note it for another, where she does not stand herself."""
    who = person or acting_person(unit)
    if who is None:
        raise BadInput(worded("decisions", "It was not said who stands. Name a person on record."))
    need_for(unit, id, who)
    return who


def before_the_vote(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal, held, whose vote is not open yet."""
    found = hold(unit, id)
    found.must_be(*BEFORE_THE_VOTE)
    return found


def _can_be_stood_in(unit: Unit, id: str, person: str) -> Proposal:  # noqa: A002 - what the column is called
    found = before_the_vote(unit, id)
    if not (found.elects and found.how.fills_places):
        no_people = worded(
            "decisions",
            "Nobody stands in “{title}”. Stand where several people are chosen.",
            title=found.title,
        )
        raise BadInput(no_people)
    if person not in enterprise.people_with(unit, "member"):
        raise BadInput(
            worded("decisions", "Somebody who is no member cannot stand. Ask a steward to give her the role.")
        )
    people.must_all_be_here(unit, [person])
    return found


def _candidacy(unit: Unit, proposal: str, person: str) -> Candidacy | None:
    table = CANDIDACIES.table
    return next(iter(unit.find(CANDIDACIES, table.c.proposal == proposal, table.c.person == person)), None)


def standing_now(unit: Unit, found: Proposal, person: str) -> Candidacy:
    """Return the candidacy of somebody who stands and has not withdrawn."""
    stands = _candidacy(unit, found.id, person)
    if stands is None or stands.state is not CandidacyState.STANDS:
        raise NotNow(worded("decisions", "You do not stand in “{title}”.", title=found.title))
    return stands


def _said(unit: Unit, found: Proposal, who: str, said: Words) -> Mapping[str, Any]:
    """What is kept of words, once they are as long as everybody's may be."""
    words, easy_words = said.words.strip(), said.easy_words.strip()
    check_words(words, found.statement_words)
    check_easy_words(easy_words, found.statement_words)
    helped = _helped(unit, found, who, said.helped)
    help_ = {"helped": True, "helper": helped.helper, "help": helped.how} if helped else NO_HELP
    return {"words": words, "easy_words": easy_words, **help_}


def _helped(unit: Unit, found: Proposal, who: str, helped: Helped | None) -> Helped | None:
    """Who helped: a supporter whom she names, or whoever has come in with her, whether she says so or not."""
    beside = unit.actor.helper if who == unit.actor.id else None
    if beside and (helped is None or helped.helper is None):
        helped = Helped(helper=beside, how=helped.how if helped else None)
    if helped and helped.helper:
        if helped.helper not in {beside, *people.supporters_of(unit, who)}:
            remedy = worded("decisions", "Choose one of those on the page.")
            if who != unit.actor.id:
                remedy = worded("decisions", "Choose one of the supporters of the person who stands, or nobody.")
            raise NotFound("supporter of yours", helped.helper, remedy)
        check_helper(unit, found, helped.helper, who)
    return helped


def _add(unit: Unit, found: Proposal, person: str, state: CandidacyState, **more: Any) -> Candidacy:
    new = Candidacy(
        id=unit.new_id(),
        proposal=found.id,
        person=person,
        option=_free_key(unit, found),
        day=enterprise.today(unit),
        state=state,
        **{"words": "", **more},
    )
    return unit.add(CANDIDACIES, new)


def _free_key(unit: Unit, found: Proposal) -> str:
    """A key that no option has and nobody was asked under; one who stood down may come back under another."""
    asked = [one.option for one in unit.find(CANDIDACIES, CANDIDACIES.table.c.proposal == found.id)]
    taken = [int(key.removeprefix("option")) for key in (*found.keys, *asked) if key.startswith("option")]
    return f"option{max(taken, default=0) + 1}"
