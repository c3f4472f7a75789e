"""What is lent of the enterprise itself: its name, its own words, its day."""

from __future__ import annotations

from datetime import date, time

from alongside.enterprise.enterprise import Enterprise, with_word
from alongside.enterprise.tables import ENTERPRISES
from alongside.instants import LONDON, local
from alongside.refusal import BadInput
from alongside.store import Guarded, Unit


def find_enterprise(unit: Unit) -> Enterprise | None:
    """Return the enterprise, or None before it has been set up."""
    return unit.once("enterprise", lambda: next(iter(unit.find(ENTERPRISES)), None))


def the_enterprise(unit: Unit) -> Enterprise:
    """Return the enterprise.

    Raises:
        BadInput: before it has been set up.
    """
    found = find_enterprise(unit)
    if found is None:
        remedy = "Answer the first questions: alongside --home FOLDER serve"
        raise BadInput("the enterprise in this folder has not been set up", remedy=remedy)
    return found


def set_up(unit: Unit, name: str, zone: str = LONDON) -> Enterprise:
    """Make the one row that says which enterprise this is.

    Raises:
        BadInput: where it is there, also where somebody else is making it at this moment.
    """
    there = "this enterprise has been set up already"
    if find_enterprise(unit) is not None:
        raise BadInput(there, remedy="Open its pages again.")
    try:
        return unit.add(ENTERPRISES, Enterprise(name=name, zone=zone))
    except Guarded:
        raise BadInput(there, remedy="Open its pages again.") from None


def rename(unit: Unit, name: str) -> Enterprise:
    """Call the enterprise by another name from now on."""
    return unit.change(ENTERPRISES, the_enterprise(unit), name=name.strip())


def words(unit: Unit) -> dict[str, str]:
    """Return the enterprise's own words, by term; empty before it has been set up."""
    found = find_enterprise(unit)
    return dict(found.words) if found else {}


def set_word(unit: Unit, term: str, word: str) -> Enterprise:
    """Take a word of the members' own; an empty one goes back to what Alongside says."""
    own = the_enterprise(unit)
    return unit.change(ENTERPRISES, own, words=with_word(own.words, term, word))


def set_evening(unit: Unit, at: time) -> Enterprise:
    """Make tomorrow's papers at another time from now on."""
    return unit.change(ENTERPRISES, the_enterprise(unit), evening=at)


def today(unit: Unit) -> date:
    """Return the day it is for the enterprise."""
    found = find_enterprise(unit)
    return local(unit.now, found.zone if found else LONDON).date()
