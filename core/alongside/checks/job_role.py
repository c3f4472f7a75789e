"""A job role: what somebody does in it, and so which checks it may ask for.

Whether a criminal record check may be asked for follows from the role and never from the person: to ask for one
that the role may not have is an offence. The levels below are those of England and Wales; Scotland and Northern
Ireland have systems of their own, which are named and not judged here. Which role is eligible a person decides,
with the reason written down. How far each reason reaches was not confirmed in a source. Not legal advice.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import BadInput, Worded, worded

LONGEST_NAME, LONGEST_POINT, MOST_POINTS = 60, 120, 20


class Level(Enum):
    """How far a criminal record check looks; each looks further than the one before."""

    NONE = "none"
    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    ENHANCED_BARRED = "enhanced_barred"  # with the lists of those who are barred from such work


class Scheme(Enum):
    """Which system a criminal record check belongs to."""

    DBS = "dbs"  # England and Wales
    PVG = "pvg"  # Scotland: Protecting Vulnerable Groups
    ACCESS_NI = "access_ni"  # Northern Ireland


class Eligible(Enum):
    """Why a role may be checked further than anybody may be."""

    LISTED = "listed"  # a position that the law lists by name
    CHILDREN = "children"  # work with children
    ADULTS = "adults"  # care or support of adults who need it because of age, illness or disability
    REGULATED_CHILDREN = "regulated_children"  # regulated activity with children
    REGULATED_ADULTS = "regulated_adults"  # regulated activity with adults


_LEVELS = list(Level)
_FURTHEST = {
    None: Level.BASIC,
    Eligible.LISTED: Level.STANDARD,
    Eligible.CHILDREN: Level.ENHANCED,
    Eligible.ADULTS: Level.ENHANCED,
    Eligible.REGULATED_CHILDREN: Level.ENHANCED_BARRED,
    Eligible.REGULATED_ADULTS: Level.ENHANCED_BARRED,
}


def furthest(why: Eligible | None) -> Level:
    """Return how far a role may be checked for a reason; a basic check may be asked for without any."""
    return _FURTHEST[why]


def further(one: Level, other: Level) -> bool:
    """True if the first level looks further than the second."""
    return _LEVELS.index(one) > _LEVELS.index(other)


NOT_ELIGIBLE = {
    Level.STANDARD: "A standard check is for positions that the law lists, and “{role}” is none of them: "
    "to ask for it is an offence.",
    Level.ENHANCED: "An enhanced check is for work with children, or care of adults who need it, and “{role}” "
    "is neither: to ask for it is an offence.",
    Level.ENHANCED_BARRED: "The barred lists are for regulated activity, and “{role}” is none: to ask for them "
    "is an offence.",
}


class NotEligible(BadInput):
    """A role may not be checked as far as somebody asks."""


def not_eligible(role: str, level: Level) -> Worded:
    """Return the one sentence that refuses a level to a role."""
    return worded("checks", NOT_ELIGIBLE[level], role=role)


def points_of(text: str) -> tuple[str, ...]:
    """Read the points of an induction, one a line; empty lines are left out, and what stands there twice."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


@attrs.frozen(kw_only=True)
class JobRole:
    """What somebody does, and what may be asked of whoever does it.

    ``level`` is the criminal record check it asks for, ``why`` the reason it may be more than a basic one,
    ``scheme`` whose system that is. ``right_to_work`` says whether that is looked at, ``induction`` names what is
    shown to somebody new, ``min_age`` from which age on. With ``first`` nothing is planned before it is all there.

    Raises:
        NotEligible: where its reason does not reach to its level.
        BadInput: without a name, for an age that cannot be meant, or where the points are too many or too long.
    """

    id: str
    name: str
    level: Level = Level.NONE
    why: Eligible | None = None
    scheme: Scheme = Scheme.DBS
    right_to_work: bool = True
    induction: tuple[str, ...] = ()
    min_age: int = 0
    first: bool = False
    ended: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if not self.name or len(self.name) > LONGEST_NAME:
            raise BadInput(worded("checks", "A role has a name of 1 to {most} letters.", most=LONGEST_NAME))
        if not 0 <= self.min_age <= 99:
            raise BadInput(
                worded("checks", "An age of {age} cannot be meant. Give from 0 to 99.", age=self.min_age)
            )
        if len(self.induction) > MOST_POINTS or any(len(one) > LONGEST_POINT for one in self.induction):
            raise BadInput(
                worded(
                    "checks",
                    "An induction has at most {most} points of {letters} letters. Write fewer, or shorter ones.",
                    most=MOST_POINTS,
                    letters=LONGEST_POINT,
                )
            )
        if further(self.level, furthest(self.why)):
            raise NotEligible(not_eligible(self.name, self.level))

    def may_ask(self, level: Level) -> bool:
        """True if a check of this level may be asked for: none that looks further than the role's own."""
        return not further(level, self.level)


@attrs.frozen(kw_only=True)
class Post:
    """That a person does a job role in a business. A new agreement about the same work changes nothing of it."""

    id: str
    person: str
    business: str
    role: str
    since: date
    version: int = 1
