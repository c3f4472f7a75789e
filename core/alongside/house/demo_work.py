"""The work of past weeks in the demo's businesses that keep no rota: what their people agreed, week by week.

Half a year at least rather than a quarter, so that a report on the last quarter has one to stand beside.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose, Wish
from alongside.instants import at, monday_of

if TYPE_CHECKING:
    from alongside.cli.demo import Demo
    from alongside.house.demo_people import Row

_LONGEST_DAY = 7 * 60
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def fill(demo: Demo, with_a_rota: frozenset[str]) -> None:
    """Claim the time of everybody who works in a business that no plugin keeps a rota for."""
    jobs = tomllib.loads((demo.examples / "enterprise.toml").read_text(encoding="utf-8"))["jobs"]
    workers = [row for row in demo.rows if row["kind"] and row["business"] not in with_a_rota]
    this_monday = monday_of(demo.today)
    hours = 0
    for weeks_ago in range(demo.weeks, -5, -1):
        monday = this_monday - timedelta(weeks=weeks_ago)
        with demo.unit(min(monday - timedelta(days=14), demo.today)) as unit:
            for row in workers:
                if int(row["weeks_here"]) >= weeks_ago:
                    diary.ensure_person(unit, demo.people[row["name"]])
                    claims = diary.claim_all(unit, list(_week(demo, row, monday, jobs)))
                    hours += sum(claim.interval.minutes for claim in claims) // 60
    demo.did(
        f"{hours:,} hours of work in the businesses without a rota, {demo.weeks} weeks back.",
        "a business's own page",
    )


def _week(demo: Demo, row: Row, monday: date, jobs: Mapping[str, str]) -> Iterator[Wish]:
    days, since = _when(row["available"])
    minutes = 60 * int(row["hours_per_week"])
    needed = min(len(days), -(-minutes // _LONGEST_DAY))
    business = demo.businesses[row["business"]]
    for day in days[:needed]:
        starts = at(monday + timedelta(days=day), since, demo.zone)
        yield Wish(
            resource=demo.people[row["name"]],
            starts=starts,
            ends=starts + timedelta(minutes=min(_LONGEST_DAY, minutes // needed)),
            purpose=Purpose.WORK,
            label=jobs[row["skills"].split(";")[0]],
            business=business.id,
            zone=demo.zone,
        )


def _when(available: str) -> tuple[list[int], time]:
    """Read “mon tue 10:00-15:00” as weekdays and the time from which they are free."""
    *days, hours = available.split()
    return [_WEEKDAYS.index(day) for day in days], time.fromisoformat(hours.split("-")[0])
