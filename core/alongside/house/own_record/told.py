"""A record as it is read: by part with its title and picture, in an edition; or by a program, with its keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from alongside.display import Edition, Said
from alongside.display.rendering import Display
from alongside.house.own_record.actions import Record
from alongside.house.own_record.saying import Section, Teller, is_sentence, sentence
from alongside.plugin import Part

FEW = 3
"""As many things of one sort are shown at once; longer lists are folded away."""


@attrs.frozen(kw_only=True)
class Told:
    """What one part keeps, in words."""

    name: str
    title: Said
    picture: str
    sections: tuple[Section, ...]


def told(record: Record, parts: Sequence[Part], edition: Edition) -> tuple[Told, ...]:
    """Return what each part keeps; a part that keeps nothing is left out."""
    return tuple(one for one in _told(record, parts, edition) if one.sections)


def _told(record: Record, parts: Sequence[Part], edition: Edition) -> Iterator[Told]:
    known = {part.name: part for part in parts}
    for name, answer in record.answers:
        teller = Teller(part=name, words=record.words.get(name, {}), edition=edition, zone=record.zone)
        part = known[name]
        yield Told(
            name=name,
            title=Said(part.title).of(name),
            picture=part.picture,
            sections=teller.sections(answer),
        )


def as_data(record: Record, parts: Sequence[Part], display: Display, today: date) -> bytes:
    """Return the record for a program: by part and key, and beside it what each part and key is called.

    Days are written 2026-11-23, moments with their distance from UTC, lengths in minutes and amounts in pence.
    """
    titles = {part.name: part.title for part in parts}
    kept = {name: _spelt_out(answer, record.zone, display) for name, answer in record.answers}
    called = {name: _called(record, name, answer, display) for name, answer in kept.items()}
    whole = {
        "format": "alongside own record",
        "format_version": 1,
        "name": record.person.name,
        "written_on": today,
        "kept": kept,
        "parts": {name: titles[name] for name in kept},
        "keys": called,
    }
    return json.dumps(whole, default=str, ensure_ascii=False, indent=1).encode()


def _called(record: Record, part: str, answer: Mapping[str, Any], display: Display) -> dict[str, str]:
    teller = Teller(part=part, words=record.words.get(part, {}), edition=Edition.STANDARD, zone=record.zone)
    keys = list(dict.fromkeys(_keys(answer)))
    return dict(zip(keys, display.sentences(part, [teller.called(key) for key in keys]), strict=True))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)


def _spelt_out(value: Any, zone: str, display: Display) -> Any:
    """The same with the sentences of messages as they are read."""
    if is_sentence(value):
        (said,) = display.sentences(value["part"], [sentence(value, zone)])
        return said
    if isinstance(value, Mapping):
        return {key: _spelt_out(one, zone, display) for key, one in value.items()}
    if isinstance(value, list):
        return [_spelt_out(one, zone, display) for one in value]
    return value
