"""The studio of the demo: set up from a plain file, past weeks of bookings, and what waits for somebody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs

from alongside.api import enterprise
from alongside.api.commands import Demo
from alongside.api.store import Actor, Unit
from alongside.api.values import Interval, at, monday_of

from .actions import changing, closing, customers, looking, making, setting_up, weekly
from .bookable import Bookable, Need, Who
from .booking import State
from .offers import bookings_in, pieces
from .pages.sheet import sheet_name, sheet_pdf
from .price import audience_named
from .reactions import daily_round
from .refused import NotFree, NotOpen

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 3
NOBODY_CAME = 2

Line = Mapping[str, Any]


def fill(demo: Demo) -> None:
    """Make the studio as it would be after half a year of bookings or more."""
    told = tomllib.loads((demo.examples / "studio.toml").read_text(encoding="utf-8"))
    studio, began = demo.businesses["studio"].id, monday_of(demo.today) - timedelta(weeks=demo.weeks + 1)
    with demo.unit(began) as unit:
        _set_up(unit, demo, studio, told, began)
    for week in range(-demo.weeks, AHEAD + 1):
        _week(demo, studio, told, week)
    with demo.unit() as unit:
        daily_round(unit, demo.today)
        _nobody_came(unit, demo, studio)
    _what_waits(demo, studio)
    _new_series(demo, studio)
    with demo.unit() as unit:
        there = bookings_in(unit, studio, Interval(*(at(demo.day(n), time(), demo.zone) for n in (365, -365))))
    demo.did(
        f"{len(there)} bookings at the studio; one waits for a yes, one is held, a room is closed.",
        "Studio day, in the menu",
    )
    _paper(demo, studio)


def _set_up(unit: Unit, demo: Demo, studio: str, told: Line, began: date) -> None:
    for line in told["piece"]:
        setting_up.add_pieces(
            unit,
            studio,
            line["name"],
            room=line["kind"] == "room",
            picture=line["picture"],
            turnaround=line.get("turnaround", 0),
            access=line.get("access", ()),
            count=line.get("count", 1),
        )
    for line in told["hours"]:
        for day in line["days"]:
            span = (time.fromisoformat(line["since"]), time.fromisoformat(line["until"]))
            setting_up.set_hours(unit, studio, DAYS.index(day), [span])
    for line in told["closed"]:
        for year in range(began.year, demo.today.year + 2):
            setting_up.set_other_day(unit, studio, date(year, line["month"], line["day"]), line["reason"])
    for line in told["customer"]:
        reach = {name: line[name] for name in ("email", "phone") if name in line}
        customers.add(unit, studio, line["name"], audience_named(line["audience"]), **reach)
    ids = {one.name: one.resource for one in pieces(unit, studio)}
    for line in told["bookable"]:
        _offer(unit, studio, line, ids, began)


def _offer(unit: Unit, studio: str, line: Line, ids: Mapping[str, str], began: date) -> None:
    alone = [Need(resource=ids[name]) for name in line["rooms"]]
    pools = [Need(pool=name, count=count) for name, count in line.get("pools", {}).items()]
    new = setting_up.add_bookable(
        unit,
        Bookable(
            id=unit.new_id(),
            business=studio,
            name=line["name"],
            picture=line["picture"],
            needs=(*alone, *pools),
            least=60 * line["hours"][0],
            most=60 * line["hours"][1],
            who=Who.MEMBERS if line.get("members", True) else Who.MANAGERS,
            approval=line.get("approval", False),
            members_free=line.get("members_free", True),
        ),
    )
    for audience, price in line["prices"].items():
        setting_up.set_price(unit, studio, new.id, audience_named(audience), round(100 * price), began)


def _order(unit: Unit, demo: Demo, studio: str, line: Line, week: int) -> making.Order:
    return making.Order(
        bookable=making.bookable_named(unit, studio, line["what"]).id,
        starts=_start(demo, week, line["day"], line["at"]),
        minutes=60 * line["hours"],
        hirer=making.hirer_named(unit, studio, line["who"]),
    )


def _start(demo: Demo, week: int, day: str, clock: str) -> datetime:
    on = monday_of(demo.today) + timedelta(weeks=week, days=DAYS.index(day))
    return at(on, time.fromisoformat(clock), demo.zone)


def _week(demo: Demo, studio: str, told: Line, week: int) -> None:
    """Book what comes in a week, two weeks before, and the series that begin in it."""
    monday = monday_of(demo.today) + timedelta(weeks=week)
    with demo.unit(min(monday - timedelta(weeks=2), demo.day(3))) as unit:
        for line in told["series"]:
            if line["from"] == week:
                weekly.book_series(unit, _order(unit, demo, studio, line, week), line["weeks"], skip=True)
        for line in told["regular"]:
            if (week + line.get("shift", 0)) % line["every"] == 0:
                try:
                    making.book(unit, _order(unit, demo, studio, line, week))
                except (NotFree, NotOpen):
                    continue  # as in life: that week somebody else was there, or the studio was closed


def _nobody_came(unit: Unit, demo: Demo, studio: str) -> None:
    """Some weeks ago nobody came, twice."""
    lately = Interval(at(demo.day(60), time(), demo.zone), at(demo.day(20), time(), demo.zone))
    over = [one for one in bookings_in(unit, studio, lately) if one.state is State.DONE]
    for one in over[:: max(1, len(over) // NOBODY_CAME)][:NOBODY_CAME]:
        changing.went(unit, one.id, State.NO_SHOW)


def _what_waits(demo: Demo, studio: str) -> None:
    """A member asks for a recording, a band's time is held, and a room is closed for a morning."""
    asks: dict[str, Any] = {
        "who": "Tom Ridley",
        "what": "Record in Room 2",
        "day": "wed",
        "at": "18:00",
        "hours": 3,
    }
    held = {"who": "Kelp Forest Choir", "what": "Rehearse in Room 1", "day": "sat", "at": "14:00", "hours": 3}
    with demo.unit() as unit:
        until = at(demo.day(-2), time(18), demo.zone)
        making.book(unit, attrs.evolve(_order(unit, demo, studio, held, 1), until=until))
        room = closing.piece_named(unit, studio, "Room 2")
        starts, ends = (_start(demo, 1, "fri", clock) for clock in ("09:00", "13:00"))
        closing.close(unit, studio, room, starts, ends, "The piano tuner is here")
    own: dict[str, Any] = {
        "who": "Sam Whitlock",
        "what": "Rehearse in Room 2",
        "day": "fri",
        "at": "15:30",
        "hours": 1,
    }
    for line, week in ((asks, 1), (own, 0)):
        member = Actor.person(demo.people[line["who"]], line["who"])
        with demo.store.unit(member) as unit:
            order = _order(unit, demo, studio, line, week)
            # On the demo's own Saturday or Sunday that Friday has passed.
            making.book(unit, order if order.starts > unit.now else _order(unit, demo, studio, line, week + 1))


def _new_series(demo: Demo, studio: str) -> None:
    """A school books every week from next week on; the one date that is taken is left out and told."""
    line = {"who": "Northgate", "what": "Rehearse in Room 1", "day": "sat", "at": "15:00", "hours": 2}
    with demo.unit() as unit:
        came = weekly.book_series(unit, _order(unit, demo, studio, line, 1), 3, skip=True)
    left = len(came.answers) - len(came.bookings)
    demo.did(
        f"A new weekly booking: {len(came.bookings)} of {len(came.answers)} dates, {left} left out and told.",
        "Studio day, in the menu",
    )


def _paper(demo: Demo, studio: str) -> None:
    with demo.unit() as unit:
        business = enterprise.business(unit, studio)
        shown, words = looking.day(unit, studio, demo.today), enterprise.words(unit)
        named = set(unit.named)
    content = sheet_pdf(shown, demo.today, business.name, demo.today, demo.zone, words)
    path = demo.file_paper(sheet_name(business.slug, demo.today), content, named)
    demo.did("The studio's sheet of the day, a page for each room.", f"papers/{path.name}")
