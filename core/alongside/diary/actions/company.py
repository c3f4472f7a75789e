"""Who is with a person in her week: who supports her at what she does, and whom she can ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from alongside.diary.claim import Claim
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Company:
    """The faces of those who are with her.

    ``beside`` are those who support her, by the claim at which they do; ``learns`` says what she learns at which.
    ``manages`` plans her work of this week,
    ``supports`` are those she has chosen herself. Where there is nobody of either, ``steward`` is the one to ask.
    """

    beside: Mapping[str, people.Face]
    manages: people.Face | None
    supports: tuple[people.Face, ...]
    steward: people.Face | None
    learns: Mapping[str, str] = attrs.field(factory=dict)


def company(unit: Unit, claims: Sequence[Claim]) -> Company:
    """Look up who is with the one who acts, as far as it is for her own eyes."""
    person = unit.actor.id
    beside = dict(_beside(unit, person, claims))
    managers = [one for one in _managers(unit, claims) if one != person]
    chosen = people.supporters_of(unit, person)
    steward = enterprise.steward(unit)
    faces = people.faces_of(unit, {*beside.values(), *managers[:1], *chosen, *filter(None, [steward])})
    alone = not managers and not chosen and steward != person
    return Company(
        beside={claim: faces[who] for claim, who in beside.items() if who in faces},
        manages=faces.get(managers[0]) if managers else None,
        supports=tuple(faces[who] for who in chosen if who in faces),
        steward=faces.get(steward or "") if alone else None,
        learns=_learns(unit, person, claims),
    )


def _learns(unit: Unit, person: str, claims: Sequence[Claim]) -> dict[str, str]:
    told = unit.collect("learning", person=person, claims=tuple(claims)) if claims else ()
    return {claim: words for _part, found in told for claim, words in found.items()}


def cannot_come(unit: Unit, claims: Sequence[Claim]) -> dict[str, str]:
    """Return where the one who acts says that she cannot come to what is still to come, by the claim."""
    coming = tuple(one for one in claims if one.starts > unit.now)
    if not coming:
        return {}
    told = unit.collect("cannot_come", person=unit.actor.id, claims=coming)
    return {claim: path for _part, found in told for claim, path in found.items()}


def with_whom(unit: Unit, person: str, claims: Sequence[Claim]) -> dict[str, str]:
    """Return the first name of who supports a person, by the claim at which they do."""
    beside = dict(_beside(unit, person, claims))
    names = people.names_of(unit, set(beside.values()))
    return {claim: names[who].split()[0] for claim, who in beside.items() if who in names}


def _beside(unit: Unit, person: str, claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """What each says, in the order they are asked: parts first, then plugins; the last that knows counts."""
    if claims:
        for _part, found in unit.collect("supporting", person=person, claims=tuple(claims)):
            yield from found.items()


def _managers(unit: Unit, claims: Sequence[Claim]) -> Iterator[str]:
    places = dict.fromkeys(claim.business for claim in claims if claim.business is not None)
    return (one for place in places for one in enterprise.people_with(unit, "manager", place))
