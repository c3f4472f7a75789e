"""``alongside messages``: count, send and ring from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from alongside.cli.ending import DONE, NOT_RIGHT

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.messages.actions.ringing import ToRing
    from alongside.house.messages.telling import Voice
    from alongside.house.opening import House


def list_messages(desk: Desk) -> None:
    """Count what waits and what went, and name what is stuck."""
    from alongside.house.messages.actions.looking import look

    with desk.unit(writing=False) as unit:
        board = look(unit)
    counts = {
        "waiting": {
            one.value: many for one, many in sorted(board.waiting.items(), key=lambda pair: pair[0].value)
        },
        "being_sent": board.going,
        "letters_to_print": len(board.letters),
        "people_to_ring": board.to_ring,
        "gone_in_a_week": sum(board.gone.values()),
        "unread_for_a_week": board.unread,
        "stuck": [{"id": one.message.id, "for": one.name, "why": one.message.trouble} for one in board.stuck],
    }
    ways = ", ".join(f"{way} {many}" for way, many in counts["waiting"].items())  # type: ignore[attr-defined] # just made
    lines = [
        f"Waiting: {board.waits}{f' ({ways})' if ways else ''}",
        f"Being sent: {board.going}",
        f"Letters to print: {len(board.letters)}",
        f"People to ring: {board.to_ring}",
        f"Gone in the last week: {sum(board.gone.values())}",
        f"Shown on a screen for more than a week and not read: {board.unread}",
        f"Stuck: {len(board.stuck)}",
        *(f"  for {one.name}: {one.message.trouble}" for one in board.stuck),
    ]
    desk.answer(counts, "\n".join(lines))


def send(desk: Desk) -> int:
    """Send what waits now, letters too; the exit code says whether all went well."""
    from alongside.house.messages import sending

    with desk.unit(writing=False) as unit:
        unit.need("messages.send")
    house = cast("House", desk.opened)
    done = list(sending.send(house, desk.today, desk.actor, letters_now=True))
    right = all(came.right for came in done)
    words = "\n".join(came.words for came in done) or "Nothing waits."
    desk.answer({"right": right, "done": [attrs.asdict(came) for came in done]}, words)
    return DONE if right else NOT_RIGHT


def ring(desk: Desk) -> None:
    """List the people to ring, the number of each, and what to say."""
    from alongside.house.messages.actions.ringing import ring_list
    from alongside.house.messages.telling import voice

    house = cast("House", desk.opened)
    with desk.unit(writing=False) as unit:
        speaks = voice(unit, house.display, desk.today)
        people = [_told(one, speaks) for one in ring_list(unit)]
    lines = [line for one in people for line in _lines(one)]
    desk.answer({"people": people}, "\n".join(lines) or "There is nobody to ring.")


def _told(one: ToRing, speaks: Voice) -> dict[str, Any]:
    from alongside.display import Edition
    from alongside.house.messages.telling import all_told

    told = all_told(speaks, one.messages, Edition.EASY)
    return {
        "name": one.person.name,
        "phone": one.person.phone,
        "read_it_out": one.listens,
        "say": [sentence for message in told for sentence in speaks.plain(message, Edition.EASY)[1:]],
        "tried": [call.at.isoformat() for call in one.tried],
    }


def _lines(one: dict[str, Any]) -> list[str]:
    tried = f", tried {len(one['tried'])} times" if one["tried"] else ""
    heading = f"{one['name']}, {one['phone']}{tried}"
    return [heading, *(f"  {sentence}" for sentence in one["say"]), ""]
