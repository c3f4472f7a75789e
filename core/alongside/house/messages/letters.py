"""Letters: what waits for one person becomes one PDF in her edition, and all of a day one more to print at once.

Nothing leaves the house by writing a letter, so it is noted in the same unit in which the file is put in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import attrs
from markupsafe import Markup

from alongside.display import Edition
from alongside.house.came import Came, counted
from alongside.house.messages.telling import all_told, edition_of
from alongside.house.papers import file_in
from alongside.instants import local
from alongside.messages.delivery import hand_over
from alongside.messages.message import Channel
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.refusal import SomebodyWasFaster
from alongside.reports.pdf import make_pdf

if TYPE_CHECKING:
    from alongside.house.messages.sorting import Parcel
    from alongside.house.messages.telling import Voice
    from alongside.house.opening import House
    from alongside.people.person import Person
    from alongside.store import Actor, Unit

WHO = "messages"


@attrs.frozen(kw_only=True)
class Letter:
    """One letter: to whom, in which file, which messages stand in it, and its inside as HTML."""

    person: Person
    file: str
    messages: tuple[str, ...]
    inside: Markup


def write(house: House, actor: Actor, speaks: Voice, parcels: Sequence[Parcel], *, again: bool) -> Iterator[Came]:
    """Write a letter to each person; who has had one today waits until tomorrow, unless ``again``."""
    had = set() if again or not parcels else _had_one_today(house, speaks)
    ordered = sorted(parcels, key=lambda one: (one.person.name.casefold(), one.person.id))
    due = [
        _letter(speaks, list(hers))
        for person, hers in groupby(ordered, key=lambda one: one.person.id)
        if person not in had
    ]
    written = [letter for letter in due if _filed(house, actor, speaks, letter)]
    if len(written) > 1:
        _file_together(house, actor, speaks, written)
    if written:
        yield Came(who=WHO, words=f"{counted(len(written), 'letter')} to print")


def _had_one_today(house: House, speaks: Voice) -> set[str]:
    """The people who have had a letter on the day; days are the enterprise's."""
    with house.reading() as unit:
        lately = MESSAGE.c.sent_at >= unit.now - timedelta(days=2)
        letters = unit.find(MESSAGES, MESSAGE.c.file.is_not(None), lately)
    return {
        one.person for one in letters if one.sent_at and local(one.sent_at, speaks.zone).date() == speaks.today
    }


def _letter(speaks: Voice, parcels: Sequence[Parcel]) -> Letter:
    person, edition = parcels[0].person, edition_of(parcels[0].person)
    told = all_told(speaks, [one.message for one in parcels], edition)
    return Letter(
        person=person,
        # Named by a message's id: no name stands in a folder, and a second try replaces the first.
        file=f"letter-{speaks.today}-{parcels[0].message.id[:8]}.pdf",
        messages=tuple(one.message.id for one in parcels),
        inside=speaks.show("letter.html", edition, on_paper=True, told=told, name=person.name),
    )


def _filed(house: House, actor: Actor, speaks: Voice, letter: Letter) -> bool:
    content = make_pdf(_document(speaks, [letter]))
    try:
        with house.store.unit(actor) as unit:
            _hand_all_over(unit, letter)
            file_in(unit, house.home, letter.file, content, [letter.person.id])
    except SomebodyWasFaster:  # sent by another process, taken back, or erased while it was set
        return False
    return True


def _hand_all_over(unit: Unit, letter: Letter) -> None:
    handed = [hand_over(unit, one, Channel.LETTER, letter.file) for one in letter.messages]
    if not all(handed):
        raise SomebodyWasFaster("message")


def _file_together(house: House, actor: Actor, speaks: Voice, written: Sequence[Letter]) -> None:
    """Put all letters of this round into one file more, to be printed in one go."""
    content = make_pdf(_document(speaks, written))
    name = written[0].file.replace("letter-", "letters-", 1)
    with suppress(SomebodyWasFaster):  # one of them was erased meanwhile; each letter stands by itself too
        house.file_paper(actor, name, content, [one.person.id for one in written])


def _document(speaks: Voice, written: Sequence[Letter]) -> Markup:
    facts = {"letters": [one.inside for one in written], "names": [one.person.name for one in written]}
    return speaks.show("letters.html", Edition.STANDARD, on_paper=True, **facts)
