"""Why a booking cannot be, and what could be instead: one sentence or two, without names of people."""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.api.values import BadInput, Refusal, Worded, local, worded


def moment(when: datetime, zone: str) -> str:
    """Say a day and a time: ``Friday 27 November, 18:00``."""
    there = local(when, zone)
    return f"{there:%A} {there.day} {there:%B}, {there:%H:%M}"


def stretch(starts: datetime, minutes: int, zone: str) -> str:
    """Say from when to when: ``Friday 27 November, 18:00 to 20:00``."""
    return f"{moment(starts, zone)} to {local(starts + timedelta(minutes=minutes), zone):%H:%M}"


class NotFree(Refusal):
    """Something stands there already. ``nearest`` is the closest start that would be free, where there is one."""

    status = 409

    def __init__(self, there: Worded, nearest: datetime | None, minutes: int, zone: str) -> None:
        self.there, self.nearest = there, nearest
        super().__init__(there, offered(nearest, minutes, zone))


class NotOpen(Refusal):
    """The studio is closed then, for all or part of it. ``nearest`` is the closest start that would be free."""

    status = 409

    def __init__(self, why: Worded, nearest: datetime | None, minutes: int, zone: str) -> None:
        self.why, self.nearest = why, nearest
        super().__init__(why, offered(nearest, minutes, zone))


class ManyClashes(Refusal):
    """Dates of a series are taken. ``lines`` says for each which it is and what would be free instead."""

    status = 409

    def __init__(self, lines: tuple[str, ...], times: int) -> None:
        self.lines = lines
        super().__init__(
            worded(
                "studio",
                "{taken} of {times} dates are taken, so nothing was booked. {listed}"
                " Choose another time, or ask for the free dates only.",
                taken=len(lines),
                times=times,
                listed=" ".join(lines),
            )
        )


def offered(nearest: datetime | None, minutes: int, zone: str) -> Worded:
    """Say the nearest free time."""
    if nearest is None:
        return worded("studio", "Nothing is free for that long within two weeks of it.")
    until = local(nearest + timedelta(minutes=minutes), zone)
    return worded(
        "studio",
        "The nearest free time is {starts} to {ends_time}.",
        starts=local(nearest, zone),
        ends=until,
    )


def no_such_time(day: str, clock: str) -> BadInput:
    """Refuse a time that the clocks jump over in March."""
    return BadInput(f"there is no {clock} on {day}: the clocks go forward then", remedy="Give a later time.")


def which_of_two(day: str, clock: str) -> BadInput:
    """Ask which of two, where a time comes twice in October."""
    remedy = "Say which one: --which first, or --which second."
    return BadInput(f"{clock} comes twice on {day}: the clocks go back then", remedy=remedy)
