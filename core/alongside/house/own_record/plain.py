"""What a part hands over, made plain: without ids that nobody can read, and without anybody else's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

import attrs

from alongside.instants import aware, local

_LONG = 32
_ID = re.compile(f"[0-9a-f]{{{_LONG}}}")
_FOR_THE_DATABASE = frozenset({"id", "version", "zone"})
_CHOSEN = frozenset({"supporter", "coach"})
"""Keys behind which stands somebody whom the person chose herself: that name is hers to know."""

_LEFT_OUT = object()


@attrs.frozen(kw_only=True)
class Known:
    """What ids stand for: names of people and of businesses by id, and the zone of the clocks."""

    person: str
    people: Mapping[str, str]
    places: Mapping[str, str]
    zone: str


def made_plain(answer: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Return an answer as words, numbers, days and moments.

    Businesses are named. An id of anything else says nothing to anybody, and one of a person would tell of
    somebody else: both are left out, except the name of whoever she has chosen.
    """
    return {
        name: value
        for name, one in answer.items()
        if name not in _FOR_THE_DATABASE
        and not _is_id(name, known)
        and (value := _chosen(name, one, known)) is not _LEFT_OUT
    }


def _chosen(name: str, value: Any, known: Known) -> Any:
    if name in _CHOSEN and value in known.people and value != known.person:
        return known.people[value]
    return _plain(value, known)


def _plain(value: Any, known: Known) -> Any:
    # Texts come first: they are most of what there is in a year of somebody's record.
    if isinstance(value, str) and not isinstance(value, Enum):
        return known.places.get(value, _LEFT_OUT if _is_id(value, known) else value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [one for each in value if (one := _plain(each, known)) is not _LEFT_OUT]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return local(aware(value), known.zone)
    return made_plain(value, known) if isinstance(value, Mapping) else value


def _is_id(text: str, known: Known) -> bool:
    return text in known.people or (len(text) >= _LONG and _ID.search(text) is not None)
