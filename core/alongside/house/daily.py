"""The daily round: everything that has to be done for a day without anybody asking, in order.

``alongside daily`` does it, and so does ``alongside serve`` while it runs. Each step may be taken as often as
anybody likes and by several processes at once: it does what is due, and nothing twice. A new step is one more line
in ``STEPS``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from time import time
from typing import TYPE_CHECKING, Protocol, cast

import attrs

from alongside.cli.ending import DONE, NOT_RIGHT
from alongside.enterprise import offers as enterprise
from alongside.faults import noted
from alongside.house.came import Came
from alongside.house.messages.sending import send_messages
from alongside.house.packs.making import make_due
from alongside.jobs.once import of_day, once
from alongside.jobs.round import Outcome, Told
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.house.opening import House
    from alongside.jobs.background import Stopped


class Step(Protocol):
    """One step of the round, which yields what came of it."""

    __name__: str

    def __call__(self, house: House, day: date, /) -> Iterator[Came]:
        """Do what is due for the day."""


def tell_parts(house: House, day: date) -> Iterator[Came]:
    """Tell every part and plugin that a new day has begun, each once and in a unit of its own."""
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is None:  # nothing is there yet that a day could change
            return
        off, tried = enterprise.switched_off(unit), of_day(unit, day)
    for name in house.reactions.names("daily_round"):
        if name not in off and (name not in tried or tried[name].fault):
            tell = partial(house.reactions.tell_one, name=name, event="daily_round", facts={"day": day})
            yield _in_words(once(house.store, name, day, tell))


def _in_words(told: Told) -> Came:
    if told.outcome is Outcome.FAILED:
        words = f"It failed, and is tried again at the next round. The log tells where, under {told.fault}."
        return Came(who=told.name, words=words, right=False)
    return Came(who=told.name, words="done" if told.outcome is Outcome.DONE else "somebody else has just done it")


def keep_copy(house: House, day: date) -> Iterator[Came]:
    """Make the day's backup, last: it then holds what the round has done."""
    from alongside.house.backups.nightly import nightly  # not needed by a round that has nothing left to do

    words = nightly(house, day)
    if words is not None:
        yield Came(who="backup", words=words.text, right=words.right)


def tidy_photos(house: House, _day: date) -> Iterator[Came]:
    """Take away photos that no record names any more: left where a computer stopped in the middle of things."""
    with house.reading() as unit:
        named = people.photos_named(unit)
    gone = house.photos.remove_strays(named, time())
    if gone:
        yield Came(who="photos", words=f"{gone} that belonged to nobody any more were taken away")


def clean_files(house: House, _day: date) -> Iterator[Came]:
    """Clean the files of what was erased, where that could not be done at once."""
    if house.unclean.exists():
        house.clean()
        yield Came(who="database", words="what was erased is out of its files too")


STEPS: tuple[Step, ...] = (tell_parts, make_due, send_messages, tidy_photos, clean_files, keep_copy)
"""What the round does, first to last: what time has changed comes before what people are told of it."""


def go_round(house: House, stopped: Stopped = lambda: False) -> Iterator[Came]:
    """Do what is due for today; ``stopped`` is asked between one thing and the next.

    Days on which nothing ran are not made up for: a part notices all that has changed up to today.
    """
    for step in STEPS:
        for came in _taken(step, house):
            yield came
            if stopped():
                return


def _taken(step: Step, house: House) -> Iterator[Came]:
    """Take one step; a letter that cannot be set must not keep the backup from being made."""
    try:
        yield from step(house, house.today())
    except Exception as fault:
        reference = noted(fault, f"the step “{step.__name__}” of the daily round")
        words = f"It failed, and is tried again at the next round. The log tells where, under {reference}."
        yield Came(who="the round", words=words, right=False)


def beside_the_pages(house: House, stopped: Stopped) -> None:
    """Do the round, for the thread that runs while pages are served."""
    for _ in go_round(house, stopped):
        pass


def daily(desk: Desk) -> int:
    """Do the round now and tell who did what; the exit code says whether all went well."""
    house = cast("House", desk.opened)
    done = list(go_round(house))
    right = all(came.right for came in done)
    lines = [f"{came.who}: {came.words}" for came in done] or [
        "Everything that is due today has been done before."
    ]
    facts = {"day": house.today(), "right": right, "done": [attrs.asdict(came) for came in done]}
    desk.answer(facts, "\n".join([f"The round of {house.today()}.", *lines]))
    return DONE if right else NOT_RIGHT
