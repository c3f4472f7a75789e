"""The demo's talks about work, what helps people there, and work that has ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from itertools import cycle

from alongside.cli.demo import Demo
from alongside.instants import at
from alongside.placements import actions, offers
from alongside.placements.adjustment import Barrier
from alongside.placements.ending import Next
from alongside.placements.outcome import Wanted
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor

NINE = time(9)

SAYS = (
    "I like it here. Mornings are best.",
    "The lunch hour is loud. I like the quiet hour after it.",
    "I can do the till by myself now.",
    "I want to see more of the kitchen.",
    "I am proud of my work.",
)
COACH_SAYS = (
    "It goes well. We look at the new list together next week.",
    "We have tried the till with the picture list, and it works.",
    "The team asks more often now before things change.",
)
CHANGES = ("The first half hour is for one task alone.", "", "A second apron hangs ready.", "")

HELPS = (
    (
        "Sam Whitlock",
        "A quiet start: the first half hour without customers",
        Barrier.PLACE,
        "Priya Raman",
        -21,
        40,
    ),
    ("Sam Whitlock", "Written steps at the till", Barrier.INFORMATION, "Marcus Bell", -14, None),
    ("Leah Osei", "One thing at a time, and then the next", Barrier.TASK, "Priya Raman", -7, 12),
    ("Tom Ridley", "Pictures on the drawers", Barrier.INFORMATION, "Owen Blake", -10, None),
    ("Zara Hussain", "Ask me first before you help", Barrier.ATTITUDE, "Priya Raman", 3, 5),
    ("Jacob Stern", "A stool at the sink", Barrier.PLACE, None, 20, 20),
)
"""Whose it is, her words, the barrier, who does it, by when (days from today), and days ago it was done."""

ENDED = (
    ("Oscar Lindley", "studio", PlacementType.WORK_EXPERIENCE, 30, 10, Next.PAID_ELSEWHERE, "I learned to tune."),
    ("Nora Finch", "catering", PlacementType.TRIAL, 20, 14, Next.LEARNING, "I learned to cook for forty people."),
    ("Tess Holloway", "training", PlacementType.TRIAL, 16, 9, Next.NOT_SAID, ""),
    ("Sam Whitlock", "studio", PlacementType.TRIAL, 10, 2, Next.REST, "I learned what a mixing desk is."),
)
"""Work that is over: whose, where, of which kind, from and until how many weeks ago, and what she said."""


def fill(demo: Demo, coached: Sequence[str]) -> None:
    """Hold the talks of the past, write down what helps, and let some work end well."""
    held = sum(_talks(demo, name, number) for number, name in enumerate(coached))
    for helped in HELPS:
        _help(demo, *helped)
    for ended in ENDED:
        _ended(demo, *ended)
    lasting = _outcomes(demo)
    demo.did(f"{lasting} times paid work has lasted 13, 26 or 52 weeks.", "People I coach")
    demo.did(f"{held} talks about work were held; some are due.", "People I coach")
    demo.did(f"{len(HELPS)} things help people at work, read by those whom they ticked.", "My work")
    demo.did(f"{len(ENDED)} people went on to something else.", "Placements and outcomes, in the report")


def _talks(demo: Demo, name: str, number: int) -> int:
    """Every talk that was due by last week; what was said goes round."""
    says, coach, changes = (
        cycle(words[number % len(words) :] + words[: number % len(words)]) for words in (SAYS, COACH_SAYS, CHANGES)
    )
    held = 0
    while True:
        with demo.unit() as unit:
            (here,) = offers.placements_of(unit, demo.people[name])
            due = offers.next_review(unit, offers.job_of(unit, here)).due
        if due > demo.day(7):
            return held
        with demo.unit(due) as unit:
            actions.hold_review(unit, here.id, says=next(says), coach_says=next(coach), changes=next(changes))
        held += 1


def _outcomes(demo: Demo) -> int:
    """Note what the record shows; all but those of the last weeks were confirmed long ago."""
    with demo.unit() as unit:
        paid = {one.person for one in offers.placements_on(unit, demo.today) if one.paid}
        for who in sorted(paid):
            offers.note_outcomes(unit, who)
        found = [one for who in sorted(paid) for one in offers.outcomes_of(unit, who)]
        for one in found:
            if one.day < demo.day(42):
                actions.confirm_outcome(unit, one.id, Wanted.YES if one.weeks < 52 else Wanted.PARTLY)
        return len(found)


def _help(
    demo: Demo, name: str, words: str, barrier: Barrier, doer: str | None, by: int, done: int | None
) -> None:
    herself, day = Actor.person(demo.people[name], name), demo.today + timedelta(days=by)
    demo.clock.moment = at(demo.day(50), NINE, demo.zone)
    with demo.store.unit(herself) as unit:
        agreed = actions.agree_adjustment(
            unit, words=words, barrier=barrier, doer=demo.people.get(doer or ""), by_day=day
        )
    if done is not None:
        demo.clock.moment = at(demo.day(done), NINE, demo.zone)
        with demo.store.unit(herself) as unit:
            actions.adjustment_is_done(unit, agreed.id)


def _ended(
    demo: Demo, name: str, slug: str, kind: PlacementType, since: int, until: int, going: Next, learned: str
) -> None:
    person = demo.people[name]
    with demo.unit(demo.day(7 * since)) as unit:
        here = Placement(
            id=unit.new_id(),
            person=person,
            business=demo.businesses[slug].id,
            kind=kind,
            first_day=demo.day(7 * since),
            last_day=demo.day(7 * until),
            agreed_minutes=6 * 60,
        )
        offers.add_placement(unit, here)
    demo.clock.moment = demo.clock.moment + timedelta(weeks=since - until)
    with demo.store.unit(Actor.person(person, name)) as unit:
        actions.say_at_the_end(unit, here.id, learned, going)
