"""The demo's days off: one wish waits, one was granted and one refused."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.cli.demo import Demo
from alongside.instants import monday_of
from alongside.placements import actions
from alongside.placements.leave import LeaveWish
from alongside.store import Actor

# Beyond the weeks of which a rota is published: name, weeks from the present one, first day of it, how many.
WAITS = ("Sam Whitlock", 9, 0, 5)
YES = ("Leah Osei", 10, 2, 2)
NO = ("Callum Reid", 9, 3, 1)
ANSWERS = "Marcus Bell"


def fill(demo: Demo) -> None:
    """Let three people ask for days off, and the manager answer two of them."""
    _ask(demo, *WAITS)
    granted, refused = _ask(demo, *YES), _ask(demo, *NO)
    with demo.unit() as unit:
        actions.answer_leave(unit, granted.id, yes=True, words="Have a good time by the sea.")
        actions.answer_leave(
            unit, refused.id, yes=False, words="Two others are off that day. The Friday would do."
        )
    demo.did(f"{WAITS[0]} asks for days off, and waits for an answer of {ANSWERS}.", "Placements, Days off")


def _ask(demo: Demo, name: str, weeks: int, day: int, days: int) -> LeaveWish:
    first: date = monday_of(demo.today) + timedelta(days=7 * weeks + day)
    with demo.store.unit(Actor.person(demo.people[name], name)) as unit:
        return actions.ask_for_leave(unit, first, first + timedelta(days=days - 1))
