"""A course: what is taught, what one can do afterwards, and which certificate it gives for how long."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

import attrs

from alongside.api.values import BadInput

LONGEST_TITLE = 60
"""A title stands in everybody's week, where there is little room."""


@attrs.frozen(kw_only=True)
class Course:
    """What can be learnt, however often it is given.

    ``easy_title``, ``easy_words`` and ``easy_able`` say the same in Easy Read; where they are empty the standard
    words stand in. ``able`` is what somebody can do afterwards, one thing a line. ``gives`` is the kind of
    certificate it gives, None for none; it holds for ``months`` and a refresher is advised after
    ``refresh_months`` (None: without an end, none). ``needs`` are kinds of certificates and ``after`` the ids of
    courses that come first. Somebody may miss ``may_miss`` sessions and still have done it. A run goes ahead from
    ``least`` people on and has ``most`` places.

    Raises:
        BadInput: without a title, with figures that cannot be, or where it has to be done before itself.
    """

    id: str
    business: str
    title: str = attrs.field()
    easy_title: str = ""
    words: str = ""
    easy_words: str = ""
    able: tuple[str, ...] = ()
    easy_able: tuple[str, ...] = ()
    picture: str = "graduation"
    gives: str | None = None
    months: int | None = None
    refresh_months: int | None = None
    needs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    may_miss: int = 0
    least: int = 1
    most: int
    closed: bool = False
    version: int = 1

    @title.validator
    def _said_in_short(self, _: object, title: str) -> None:
        if not title.strip():
            raise BadInput("the course has no title", remedy="Say what it is called.")
        if len(title) > LONGEST_TITLE:
            found = f"the title has {len(title)} letters; the most is {LONGEST_TITLE}"
            raise BadInput(found, remedy="Say it in fewer.")

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if not 1 <= self.least <= self.most:
            found = f"the course needs {self.least} people at least and has room for {self.most}"
            raise BadInput(found, remedy="Give a smallest number from 1 on, and a largest that is not below it.")
        if self.may_miss < 0 or any(one is not None and one < 1 for one in (self.months, self.refresh_months)):
            raise BadInput("months are counted from 1, and sessions that may be missed from 0")
        if self.months and self.refresh_months and self.refresh_months > self.months:
            raise BadInput("the refresher is due after the certificate has run out", remedy="Give fewer months.")
        if self.id in self.after or (self.gives and self.gives in self.needs):
            raise BadInput(f"“{self.title}” would have to be done before itself")

    def last_day(self, first: date) -> date | None:
        """Return the last day of a certificate that holds from ``first``."""
        return months_later(first, self.months) - timedelta(days=1) if self.months else None

    def refresh_due(self, first: date) -> date | None:
        """Return the day from which a refresher of it is advised."""
        return months_later(first, self.refresh_months) if self.refresh_months else None


def kind_of(words: str) -> str:
    """Return the kind of certificate that people's words mean: “Food hygiene” is ``food_hygiene``."""
    return "_".join("".join(one if one.isalnum() else " " for one in words.casefold()).split())


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later; the last of the month where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@attrs.frozen
class Lacking:
    """What somebody still needs before a course: ``kinds`` of certificates, and titles of ``courses``."""

    kinds: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.courses)

    @property
    def words(self) -> str:
        """What is lacking as people read it: “the certificate food hygiene and the course First aid”."""
        named = [f"the certificate {kind.replace('_', ' ')}" for kind in self.kinds]
        return " and ".join([*named, *(f"the course {title}" for title in self.courses)])


def lacking(
    course: Course, held: Collection[str], done: Collection[str], courses: Mapping[str, Course]
) -> Lacking:
    """Return what of the prerequisites is not met by kinds ``held`` on the day and ids of courses ``done``."""
    return Lacking(
        tuple(kind for kind in course.needs if kind not in held),
        tuple(courses[one].title for one in course.after if one not in done and one in courses),
    )


def circle_among(courses: Iterable[Course]) -> tuple[str, ...]:
    """Return titles of courses each of which has to be done before the next, back to the first; empty for none.

    A course comes before another if that one names it, or asks for the certificate that it alone gives.
    """
    by_id = {one.id: one for one in courses}
    givers = {
        kind: [one.id for one in by_id.values() if one.gives == kind]
        for one in by_id.values()
        for kind in one.needs
    }
    before = {
        one.id: [
            *(other for other in one.after if other in by_id),
            # With several courses to choose from, none of them has to come first.
            *(found[0] for kind in one.needs if len(found := givers[kind]) == 1),
        ]
        for one in by_id.values()
    }
    return tuple(by_id[one].title for one in _circle(before))


def _circle(before: Mapping[str, Iterable[str]]) -> list[str]:
    done: set[str] = set()

    def walk(one: str, path: list[str]) -> list[str]:
        if one in path:
            return path[path.index(one) :]
        if one in done:
            return []
        for other in before[one]:
            if found := walk(other, [*path, one]):
                return found
        done.add(one)
        return []

    return next((found for one in sorted(before) if (found := walk(one, []))), [])
