"""A vote by telephone: a teller notes what a member says, and it is sealed at once."""

from __future__ import annotations

import attrs

from alongside.decisions.actions import key_cards, letters, sealing
from alongside.decisions.actions.holding import hold, line_of
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import NotNow
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import NO_HELP, Channel, Checked, NotOnTheRoll, RollLine
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Call:
    """One call: who votes, how the teller made sure who it is, and who else listened."""

    person: str
    checked: Checked
    listener: str | None = None


def note_vote(unit: Unit, id: str, call: Call, ballot: Ballot) -> RollLine:  # noqa: A002 - what the column is called
    """Take a ballot that was rung in. It replaces one she sent before; she can change it until the end.

    She is told that it was noted: whoever did not ring can say so in time.

    Raises:
        NotOnTheRoll: where she had no vote when the roll was frozen.
        NotNow: after the close, and where she has a paper ballot.
        BadInput: where the teller rings for herself, stands in this vote, or listens to herself.
    """
    unit.need("decisions.count")
    unit.need_alone()
    found = hold(unit, id)
    found.must_take(ballot, unit.now)
    key_cards.must_take_ballots(unit, found)
    line = _line(unit, found, call.person)
    _check_teller(unit, found, call)
    letters.rung_in(unit, found, call.person)
    return unit.change(
        ROLL,
        line,
        voted=True,
        day=enterprise.today(unit),
        channel=Channel.PHONE,
        sealed=sealing.seal(found.how.written(ballot, found.keys), str(found.public_key), found.how.room),
        checked=call.checked,
        taken_by=unit.actor.id if people.find(unit, unit.actor.id) else None,
        listener=call.listener,
        waits=None,
        **NO_HELP,
    )


def _line(unit: Unit, found: Proposal, person: str) -> RollLine:
    line = line_of(unit, found.id, person)
    name = people.present(unit, person).name
    if line is None:
        raise NotOnTheRoll(
            worded("decisions", "{name} is not on the roll of “{title}”.", name=name, title=found.title)
        )
    if line.paper:
        raise NotNow(
            worded(
                "decisions", "{name} has a paper ballot. Take the paper back first, then note the vote.", name=name
            )
        )
    return line


def _check_teller(unit: Unit, found: Proposal, call: Call) -> None:
    if call.person == unit.actor.id:
        raise BadInput(worded("decisions", "You cannot ring yourself. Vote on your own page."))
    if any(option.person in {unit.actor.id, call.listener} for option in found.options if option.person):
        raise BadInput(
            worded(
                "decisions", "Whoever stands in this vote takes no calls and listens to none. Ask another teller."
            )
        )
    if call.listener is not None:
        people.present(unit, call.listener)
        if call.listener in {unit.actor.id, call.person}:
            raise BadInput(worded("decisions", "The second listener is somebody else than you two. Choose again."))
