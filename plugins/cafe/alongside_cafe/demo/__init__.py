"""The café of the demo: its week from plain files, the weeks that were worked, and four weeks to come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from alongside.api import diary, enterprise
from alongside.api.commands import Demo
from alongside.api.store import Unit
from alongside.api.values import at, monday_of

from ..actions import days, drafting, house, limiting, looking, pairing, placing, planning, publishing, wishing
from ..availability import FreeHours
from ..house_rules import Counts, HouseRules
from ..pages import wall_pdf
from ..pattern import OpeningPattern, ShiftTemplate
from ..search import search
from ..wish import Part, WishKind
from .asked import acting
from .asked import fill as ask_some

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AHEAD = 4
WORK_BACK, WORK_AHEAD = 0.5, 0.8
"""Units of search for a fill of the past and of the weeks to come: little, as somebody waits for the demo."""

HALF_TERM, FAIRS = -4, (-9, -6, -4, 1)
AT_THE_FAIR = (
    *("Rosa Delgado", "Harjit Gill", "Kwame Mensah", "Mei Tanaka", "Grace Adeyemi"),
    *("Ines Carvalho", "Freya Lindqvist", "Luca Bianchi"),
)
CAROLS = ShiftTemplate(
    weekday=4,
    starts=time(15),
    ends=time(17),
    job="Carols",
    places=(frozenset({"front"}), frozenset({"front"}), frozenset({"kitchen"})),
    key_holder=True,
    learning=("till",),
)
WISHES = (
    ("Sam Whitlock", WishKind.WANT, Part.ALL, (3,)),
    ("Sam Whitlock", WishKind.RATHER_NOT, Part.AFTERNOON, (4,)),
    ("Leah Osei", WishKind.RATHER_NOT, Part.ALL, (5,)),
    ("Mei Tanaka", WishKind.WANT, Part.MORNING, (0, 1)),
    ("Harjit Gill", WishKind.RATHER_NOT, Part.ALL, (5,)),
)
LEARNING = (
    ("Sam Whitlock", ("till",), ()),
    ("Ines Carvalho", ("till",), ("kitchen",)),
    ("Rosa Delgado", (), ("till", "kitchen")),
    ("Freya Lindqvist", ("kitchen",), ("till",)),
)
"""What people want to learn, and what they are glad to show others."""
LEAVE = (
    *((name, HALF_TERM, range(5)) for name in ("Maya Fontaine", "Grace Adeyemi", "Edie Marlow", "Aoife Brennan")),
    *((name, week, (5,)) for week in FAIRS for name in AT_THE_FAIR),
    ("Jacob Stern", -6, (5,)),
    ("Rosa Delgado", FAIRS[-1], (4,)),
    ("Nia Castell", 3, (0, 1)),
)
"""Who is on leave: name, weeks from the present one, days of that week."""


def fill(demo: Demo) -> None:
    """Make the café as it would be after half a year of work or more: a quarter has one to stand beside."""
    cafe, monday = demo.businesses["cafe"], monday_of(demo.today)
    began = monday - timedelta(weeks=demo.weeks)
    with demo.unit(began - timedelta(days=7)) as unit:
        planning.set_pattern(unit, cafe.id, _pattern(demo))
        for row in demo.rows:
            if row["available"] and row["business"] == "cafe":
                planning.set_availability(unit, cafe.id, demo.people[row["name"]], _hours(row["available"]))
        for name, week, days in LEAVE:
            _leave(unit, demo, demo.people[name], [monday + timedelta(days=7 * week + day) for day in days])
    for first, weeks in _stretches(began, monday):
        _fill(demo, cafe.id, first, weeks, WORK_BACK, first - timedelta(days=7))
    _different(demo, cafe.id, monday)
    _brought(demo, cafe.id)
    done = _fill(demo, cafe.id, monday + timedelta(days=7), AHEAD, WORK_AHEAD, demo.today)
    places, gaps = done.rota.places, done.rota.places - done.filled
    demo.did(
        f"The café's next {AHEAD} weeks are published: {done.filled} of {places} places filled, {gaps} open.",
        "Rota, in the menu",
    )
    _paper(demo, cafe, monday + timedelta(days=7))
    ask_some(demo, cafe.id)
    with demo.unit() as unit:
        house.set_rules(unit, cafe.id, HouseRules(margin_minutes=3 * 60, learning=Counts.MORE))
    demo.did("The café has two rules of its own, by which the draft is made.", "Rota, Rules of our house")
    _draft(demo, cafe.id, monday + timedelta(days=7 * (AHEAD + 1)))


def _draft(demo: Demo, business: str, first: date) -> None:
    """Fill one week more and leave it a draft, with somebody's place kept by hand."""
    with demo.unit() as unit:
        asked = drafting.ask(unit, business, first, 1)
    thought = drafting.think(asked, partial(search, work=WORK_BACK / 5, seconds=60))
    with demo.unit() as unit:
        draft = drafting.keep(unit, asked, thought)
        one = draft.assignments[0]
        placing.pin(unit, draft, one.shift, one.place, stays=True)
    demo.did(f"A draft of the week from {first}, which nobody sees but who plans.", f"Rota, week of {first}")


def _pattern(demo: Demo) -> OpeningPattern:
    facts = tomllib.loads((demo.examples / "cafe.toml").read_text(encoding="utf-8"))
    return OpeningPattern(tuple(one for line in facts["shift"] for one in _templates(line)))


def _templates(line: Mapping[str, Any]) -> Iterator[ShiftTemplate]:
    needs = frozenset(line["needs"]) | ({line["certificate"]} if "certificate" in line else set())
    for day in line["days"]:
        yield ShiftTemplate(
            weekday=DAYS.index(day),
            starts=time.fromisoformat(line["starts"]),
            ends=time.fromisoformat(line["ends"]),
            job=line["job"],
            places=(needs,) * line["places"],
            key_holder=line.get("key_holder", False),
            learning=tuple(line.get("learning", ())),
            break_minutes=line.get("break", 0),
        )


def _hours(text: str) -> list[FreeHours]:
    """Read “mon tue 09:00-15:00”."""
    *days, hours = text.split()
    since, until = (time.fromisoformat(one) for one in hours.split("-"))
    return [FreeHours(DAYS.index(day), since, until) for day in days]


def _stretches(first: date, monday: date) -> Iterator[tuple[date, int]]:
    """Yield the weeks up to and with the present one, five at a time."""
    weeks = (monday - first).days // 7 + 1
    for done in range(0, weeks, 5):
        yield first + timedelta(weeks=done), min(5, weeks - done)


def _fill(demo: Demo, business: str, first: date, weeks: int, work: float, day: date) -> publishing.Published:
    with demo.unit(day) as unit:
        asked = drafting.ask(unit, business, first, weeks)
    # In this process: nobody else waits for it, and the solver is loaded once.
    thought = drafting.think(asked, partial(search, work=work, seconds=60))
    with demo.unit(day) as unit:
        return publishing.publish(unit, drafting.keep(unit, asked, thought))


def _different(demo: Demo, business: str, monday: date) -> None:
    """Close on the bank holidays to come and the day after Christmas, and sing carols once."""
    with demo.unit(demo.today) as unit:
        coming = days.ahead(unit, business).holidays
        days.choose_holidays(
            unit, business, {one.day: one.title for one in coming if "england-and-wales" in one.where}
        )
        days.close(unit, business, date(demo.today.year, 12, 26), "The day after Christmas")
        days.add_one_off(unit, business, monday + timedelta(days=25), CAROLS)
    demo.did("Closed days, and an afternoon of carols that happens once.", "Rota, Days that are different")


def _brought(demo: Demo, business: str) -> None:
    """Let people say what they like, what they want to learn and with whom; the manager keeps two apart."""
    for name, kind, part, when in WISHES:
        with acting(demo, name) as unit:
            wishing.wish(unit, business, kind, part, weekdays=when)
    for name, wants, shows in LEARNING:
        with acting(demo, name) as unit:
            wishing.say_learning(unit, business, wants, shows)
    with acting(demo, "Tom Ridley") as unit:
        wishing.say_routine(unit, business, helps=True)
        pairing.say_whom_i_like(unit, business, [demo.people["Ines Carvalho"]])
    with acting(demo, "Ines Carvalho") as unit:
        limiting.set_limit(unit, business, 250_00)
    with acting(demo, "Marcus Bell") as unit:
        pairing.keep_apart(unit, business, demo.people["Tobias Okafor"], demo.people["Yusuf Demir"])
    demo.did("Wishes about times, learning and company.", "Rota, When I like to work")


def _leave(unit: Unit, demo: Demo, person: str, days: list[date]) -> None:
    diary.ensure_person(unit, person)
    for day in days:
        starts, ends = at(day, time(), demo.zone), at(day + timedelta(days=1), time(), demo.zone)
        diary.claim(unit, person, starts, ends, diary.Purpose.LEAVE, "Leave")


def _paper(demo: Demo, cafe: enterprise.Business, monday: date) -> None:
    with demo.unit() as unit:
        week = looking.week(unit, cafe.id, monday, 6)
        ask, words, named = looking.whom_to_ask(unit, cafe.id), enterprise.words(unit), set(unit.named)
    content = wall_pdf(week, cafe.name, ask, demo.today, demo.zone, words)
    path = demo.file_paper(f"wall-rota-{cafe.slug}-{monday}.pdf", content, named)
    demo.did("The rota for the café's wall, one day a sheet.", f"papers/{path.name}")
