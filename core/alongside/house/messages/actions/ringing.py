"""Ringing: who is to be rung and what she is to be told, and what came of a call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import attrs

from alongside.enterprise import offers as enterprise
from alongside.instants import local
from alongside.messages.call import Call, Result
from alongside.messages.delivery import is_over, of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.messages.quiet_hours import QuietHours
from alongside.messages.resting import quiet_of
from alongside.messages.tables import CALL, CALLS, MESSAGE, MESSAGES
from alongside.people import offers as people
from alongside.people.person import Format, Person
from alongside.refusal import BadInput
from alongside.store import ActorKind, Unit


@attrs.frozen(kw_only=True)
class ToRing:
    """Somebody to ring, what to tell her, and the calls since then that did not reach her.

    In her ``quiet`` hours nobody rings; ``resting`` says that it is now.
    """

    person: Person
    messages: tuple[Message, ...]
    tried: tuple[Call, ...]
    quiet: QuietHours
    resting: bool

    @property
    def listens(self) -> bool:
        """True if she chose to listen rather than to talk: what is written is read out to her."""
        return self.person.preferred_format is Format.AUDIO


def ring_list(unit: Unit) -> list[ToRing]:
    """Look at who is to be rung, by name, and what she is to be told; whoever is left in peace now comes last."""
    unit.need("messages.send")
    handed = [
        one
        for one in of_standing(unit, Standing.HANDED)
        if one.channel is Channel.RING and not is_over(one, unit.now)
    ]
    known = people.by_ids(unit, [one.person for one in handed])
    calls = unit.find(CALLS, CALL.c.person.in_(list(known)), order=(CALL.c.at, CALL.c.id))
    quiet, clock = quiet_of(unit, known), local(unit.now, enterprise.the_enterprise(unit).zone).time()
    listed = [
        _to_ring(known[person], [one for one in handed if one.person == person], calls, quiet[person], clock)
        for person in sorted(known, key=lambda one: (known[one].name.casefold(), one))
    ]
    return sorted(listed, key=lambda one: one.resting)


def _to_ring(
    person: Person, messages: Sequence[Message], calls: Sequence[Call], quiet: QuietHours, clock: time
) -> ToRing:
    since = min(one.written_at for one in messages)
    tried = tuple(one for one in calls if one.person == person.id and one.at >= since)
    resting = quiet.hold(clock)
    return ToRing(person=person, messages=tuple(messages), tried=tried, quiet=quiet, resting=resting)


def rang(unit: Unit, person: str, result: Result) -> Call:
    """Note that the one who acts rang a person; reached, or told on her machine, she is off the list."""
    unit.need("messages.send")
    table = MESSAGE.c
    told = (table.person == person, table.channel == Channel.RING.value, table.standing == Standing.HANDED.value)
    messages = unit.find(MESSAGES, *told)
    if not messages:
        raise BadInput(
            "this person is not on the list of people to ring any more", remedy="Look at the list again."
        )
    if result is not Result.TRY_AGAIN:
        for one in messages:
            unit.change(MESSAGES, one, standing=Standing.GONE)
    by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    return unit.add(CALLS, Call(id=unit.new_id(), person=person, rung_by=by, at=unit.now, result=result))
