"""How the one who starts Alongside comes in herself, and what she is told about it."""

from __future__ import annotations

import attrs

from alongside.enterprise import offers as enterprise
from alongside.house.opening import House
from alongside.people import offers as people
from alongside.sign_in.actions.links import print_link
from alongside.store import Actor
from alongside.web.door import Door

_DEMO = "It is a demo: whoever opens it can look around as anyone."
_FIRST = "The address holds a key to the first questions. Pass it on to nobody."
_LINK = "The address lets {name} in, once, within twelve hours. Pass it on to nobody."
_NOBODY = "Nobody can come in yet: give somebody the role of steward, then start it again."
_BY_THEMSELVES = "People come in with a card, a link or a password; for a first time: alongside sign_in link NAME."


@attrs.frozen(kw_only=True)
class Entrance:
    """``path`` stands behind the address; ``says`` is the sentence about it. ``door`` asks for a key."""

    path: str = ""
    says: str = _DEMO
    door: Door | None = None


def entrance(house: House, *, seen_by_a_person: bool) -> Entrance:
    """Return the way in for whoever starts it.

    A link is made only where it is ``seen_by_a_person``, at a terminal: what goes into a log lets nobody in.
    """
    if house.settings.demo_today:
        return Entrance()
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is None:
            door = Door.new()
            return Entrance(path=door.path, says=_FIRST, door=door)
        steward = enterprise.steward(unit)
        name = people.names_of(unit, [steward])[steward] if steward else ""
    if steward is None:
        return Entrance(says=_NOBODY)
    if not seen_by_a_person:
        return Entrance(says=_BY_THEMSELVES)
    with house.store.unit(Actor.keyboard()) as unit:
        return Entrance(path=f"/come-in/link/{print_link(unit, steward)}", says=_LINK.format(name=name))
