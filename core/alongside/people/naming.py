"""Who is meant by what somebody typed: an id, a name, or the beginning of a name."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.people.person import Person
from alongside.refusal import BadInput, NotFound

LISTED = 5


def best_match(people: Sequence[Person], text: str) -> Person:
    """Return the one person meant: by exact id, else by exact name, else by the beginning of one name alone.

    Raises:
        NotFound: where nobody fits; it names up to five people there are.
        BadInput: where several fit; it names up to five of them, with ids where names are the same.
    """
    wanted = text.strip().casefold()
    by_name = [person for person in people if person.name.casefold() == wanted]
    beginning = [person for person in people if wanted and person.name.casefold().startswith(wanted)]
    for fitting in ([person for person in people if person.id == text.strip()], by_name, beginning):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise BadInput(f"“{text}” could be {_listed(fitting)}", remedy="Say the whole name, or the id.")
    hint = f"There are: {_listed(people)}." if people else "Nobody is on record yet."
    raise NotFound("person", text, hint)


def _listed(people: Sequence[Person]) -> str:
    names = [person.name for person in people]
    shown = [f"{one.name} ({one.id})" if names.count(one.name) > 1 else one.name for one in people[:LISTED]]
    more = len(people) - LISTED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
