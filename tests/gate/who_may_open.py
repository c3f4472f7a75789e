"""What is asked of every route, for every role: at which address, and in which words it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs
import sqlalchemy as sa

from alongside.testing.pages.crawling import Crawl
from alongside.testing.pages.routes import Route

from .examples import ADDRESSES
from .world import ROLES, World

OWN, CHOSEN, OTHER = "one’s own", "of somebody who chose one", "of somebody else"
MEMBERS, OTHERS = "of the member here", "of somebody else"

OF_ROWS = {
    "/placements/{placement}": "placements_placement",
    "/studio/{the business}/booking/{booking}": "studio_booking",
    "/training/{the business}/certificate/{certificate}": "people_certificate",
}
"""Pages about one thing of one person: the table where it is kept."""

OWN_SHIFTS = ("/cafe/{the business}/not-coming/{shift}", "/cafe/{the business}/swap/{shift}")
"""Pages about a shift for whoever is on it: asked for one of the member's that nobody of another role is on."""


@attrs.frozen
class Row:
    """One line of the list: a route, whose it is, and the address for somebody of a role."""

    route: Route
    whose: str
    address: Callable[[str], str] = attrs.field(eq=False)

    @property
    def words(self) -> str:
        """How the page is printed: its title, and whose it is."""
        return f"{self.route.title}, {self.whose}" if self.whose else self.route.title


def rows(world: World, met: Crawl) -> Iterator[Row]:
    """All lines, in the order of the parts. A route that is met nowhere and classified nowhere is an error."""
    for route in met.routes:
        place = met.first(route)
        if place is None and route.path not in ADDRESSES:
            raise LookupError(f"{route.path} is classified nowhere: no walk meets it, and no example names it")
        # Not where it was met: that may be another place at another time of day.
        yield from _rows_of(route, ADDRESSES.get(route.path) or place.path, world)


def _rows_of(route: Route, path: str, world: World) -> Iterator[Row]:
    if "{person}" in route.path:
        yield from _of_people(route, path, world)
    elif route.path in OF_ROWS:
        yield from _of_things(route, path, world)
    elif route.path in OWN_SHIFTS:
        hers = _filled(route, path, "{shift}", _shift_of_hers_alone(world))
        yield Row(route, "", lambda _role: hers)
    else:
        yield Row(route, "", lambda _role: path)


def _of_people(route: Route, path: str, world: World) -> Iterator[Row]:
    def at(person: str) -> str:
        return _filled(route, path, "{person}", person)

    yield Row(route, OWN, lambda role: at(world.people.get(role, world.other)))
    yield Row(route, CHOSEN, lambda role: at(world.people["member"] if role == "supporter" else world.other))
    yield Row(route, OTHER, lambda _role: at(world.other))


def _of_things(route: Route, path: str, world: World) -> Iterator[Row]:
    name = f"{{{route.path.rpartition('{')[2]}"
    with world.house.store.engine.connect() as connection:
        for whose, sign in ((MEMBERS, "="), (OTHERS, "<>")):
            statement = sa.text(f"SELECT id FROM {OF_ROWS[route.path]} WHERE person {sign} :person ORDER BY id")  # noqa: S608 - names of ours
            found = connection.execute(statement, {"person": world.people["member"]}).scalars().first()
            if found is None:
                raise LookupError(f"{route.path}: the demo holds none {whose}")
            address = _filled(route, path, name, found)
            yield Row(route, whose, lambda _role, at=address: at)


def _shift_of_hers_alone(world: World) -> str:
    """The last shift on which the member is and nobody of another role: it is still to come."""
    others = [person for role, person in world.people.items() if role != "member"]
    on_it = sa.text("SELECT shift FROM cafe_assignment WHERE person = :person")
    with world.house.store.engine.connect() as connection:
        taken = {one for who in others for one in connection.execute(on_it, {"person": who}).scalars()}
        statement = sa.text(
            "SELECT cafe_shift.id FROM cafe_shift JOIN cafe_assignment ON cafe_assignment.shift = cafe_shift.id"
            " WHERE cafe_assignment.person = :person ORDER BY cafe_shift.starts DESC, cafe_shift.id"
        )
        hers = connection.execute(statement, {"person": world.people["member"]}).scalars().all()
    return next(one for one in hers if one not in taken)


def _filled(route: Route, path: str, name: str, value: str) -> str:
    """The address with one of its names replaced, the others as they were met."""
    parts = zip(route.path.split("/"), path.partition("?")[0].split("/"), strict=True)
    return "/".join(value if described == name else here for described, here in parts)


@attrs.frozen
class Told:
    """What somebody was told who opened a page, and (None where nothing can be sent) who sent something to it."""

    opened: bool
    sent: bool | None = None

    @property
    def words(self) -> str:
        """How it is printed."""
        return _WORDS[self.opened, bool(self.sent)]


_WORDS = {(True, True): "open, send", (True, False): "open", (False, True): "send", (False, False): "–"}


def in_words(titles: Mapping[str, str], told: Mapping[Row, Mapping[str, Told]]) -> str:
    """Return the list as people read it: a table for each part."""
    lines, part = [HEAD], ""
    for row, answers in told.items():
        if row.route.part != part:
            part = row.route.part
            lines += ["", f"## {titles[part]}", "", f"| page | address | {' | '.join(ROLES)} |"]
            lines.append(f"| --- | --- |{' --- |' * len(ROLES)}")
        lines.append(f"| {row.words} | `{row.route.path}` | {' | '.join(answers[one].words for one in ROLES)} |")
    return "\n".join(lines) + "\n"


HEAD = """# Who may open what

Every page and every paper there is, and for each role whether it opens. A test asks for each of them as each role
and compares the answers with this list; a page that stands nowhere here fails it. After a change that is meant,
write the list anew: `ALONGSIDE_WRITE_SNAPSHOT=1 .venv/bin/pytest tests/gate/test_who_may_open.py`.

- **nobody** has not signed in; a **member** has a vote; a **supporter** was chosen by a member; a **manager** runs
  the business whose page it is. Everybody here holds one role alone; who holds two may what either may.
- *open*: the page is shown. *send*: what is sent from it is taken in. What is asked for there is then asked about
  once more, so that a form that is not shown to somebody does nothing when she sends it all the same.
- Whoever is on the roll of a vote reads it and votes in it though the role of a member has ended since; no other.
- Nothing is taken in from anybody without the mark that our own forms carry.
- The files that make a page look as it does (typefaces, drawings, styles, scripts) are open to anyone."""
