"""Ringing: who is to be rung and what she is to be told, and what came of a call."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.messages.call import Call, Result
from alongside.messages.delivery import is_over, of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.messages.tables import CALL, CALLS, MESSAGE, MESSAGES
from alongside.people import offers as people
from alongside.people.person import Format, Person
from alongside.refusal import BadInput
from alongside.store import ActorKind, Unit


@attrs.frozen(kw_only=True)
class ToRing:
    """Somebody to ring, what to tell her, and the calls since then that did not reach her."""

    person: Person
    messages: tuple[Message, ...]
    tried: tuple[Call, ...]

    @property
    def listens(self) -> bool:
        """True if she chose to listen rather than to talk: what is written is read out to her."""
        return self.person.preferred_format is Format.AUDIO


def ring_list(unit: Unit) -> list[ToRing]:
    """Look at who is to be rung, by name, and what she is to be told."""
    unit.need("messages.send")
    handed = [
        one
        for one in of_standing(unit, Standing.HANDED)
        if one.channel is Channel.RING and not is_over(one, unit.now)
    ]
    known = people.by_ids(unit, [one.person for one in handed])
    calls = unit.find(CALLS, CALL.c.person.in_(list(known)), order=(CALL.c.at, CALL.c.id))
    return [
        _to_ring(known[person], [one for one in handed if one.person == person], calls)
        for person in sorted(known, key=lambda one: (known[one].name.casefold(), one))
    ]


def _to_ring(person: Person, messages: Sequence[Message], calls: Sequence[Call]) -> ToRing:
    since = min(one.written_at for one in messages)
    tried = tuple(one for one in calls if one.person == person.id and one.at >= since)
    return ToRing(person=person, messages=tuple(messages), tried=tried)


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
