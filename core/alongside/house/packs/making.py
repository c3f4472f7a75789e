"""Making packs in three steps: read in one unit, set the pages with none open, file them in a second.

In that second unit those who asked for it are written to, so nobody is sent what is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from typing import TYPE_CHECKING

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.came import Came, counted
from alongside.house.packs.gathering import gather
from alongside.house.packs.pack import BEGINS, KEPT, Pack, due, pack_called, packs_of, topic
from alongside.house.papers import file_in
from alongside.instants import at
from alongside.messages.choosing import who_asked_for
from alongside.messages.message import Channel, Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.refusal import SomebodyWasFaster
from alongside.reports.pdf import make_pdf
from alongside.store import Actor, Guarded

if TYPE_CHECKING:
    from datetime import date

    from alongside.house.opening import House
    from alongside.house.packs.gathering import Gathered
    from alongside.store import Unit

WHO = "tomorrow on paper"


def make_due(house: House, _day: date) -> Iterator[Came]:
    """Make the packs that have to be there by now and are not, and take old ones away: a step of the round."""
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is None:
            return
        own = enterprise.the_enterprise(unit)
        day = due(unit.now, own.zone, own.evening)
        missing, old = list(_missing(unit, day)), _too_old(unit, day)
    if old:
        _take_away(house, old)
    made = [came for one in missing for came in make(house, one, Actor.daily_round())]
    yield from (came for came in made if not came.right)
    if made:
        yield Came(who=WHO, words=f"{counted(sum(came.right for came in made), 'file')} for {day}")


def make(house: House, wanted: Pack, actor: Actor) -> Iterator[Came]:
    """Make one pack and file it; a new one takes the place of the old."""
    for _attempt in range(2):
        gathered = gather(house, wanted)
        content = make_pdf(gathered.html, files=gathered.photos)
        try:
            with house.store.unit(actor) as unit:
                file_in(unit, house.home, wanted.file, content, gathered.named)
                _tell(unit, wanted)
        except Guarded:  # another process has filed the same one at this moment
            return
        except SomebodyWasFaster:  # one of the people in it was erased meanwhile
            continue
        yield _came(gathered)
        return


def _came(gathered: Gathered) -> Came:
    if gathered.failed:
        words = f"{gathered.pack.file}: {', '.join(gathered.failed)} could not be made; the log tells where"
        return Came(who=WHO, words=words, right=False)
    return Came(who=WHO, words=gathered.pack.file)


# --- which


def _missing(unit: Unit, day: date) -> Iterator[Pack]:
    """The packs of a day that are not there, or were taken away with somebody who was erased."""
    businesses = enterprise.businesses(unit)
    wanted = [*packs_of(day, businesses), *_easy(unit, day)] if businesses else []
    there = {one.file for one in enterprise.papers_called(unit, [one.file for one in wanted])}
    yield from (one for one in wanted if one.file not in there)


def _easy(unit: Unit, day: date) -> Iterator[Pack]:
    """The packs that somebody gets by mail who reads Easy Read."""
    slugs = {topic(one.id): one.slug for one in enterprise.businesses(unit)} | {topic(None): ""}
    for what, slug in slugs.items():
        known = people.by_ids(unit, who_asked_for(unit, what))
        if any(Edition(one.edition) is Edition.EASY for one in known.values()):
            yield Pack(day=day, slug=slug, edition=Edition.EASY)


def _too_old(unit: Unit, day: date) -> list[str]:
    named = ((one.file, pack_called(one.file)) for one in enterprise.papers_beginning(unit, BEGINS))
    return [file for file, pack in named if pack is not None and pack.day < day - KEPT]


def _take_away(house: House, files: Iterable[str]) -> None:
    with house.store.unit(Actor.daily_round()) as unit:
        for paper in enterprise.papers_called(unit, files):
            (house.home / "papers" / paper.file).unlink(missing_ok=True)
            enterprise.forget_paper(unit, paper)


# --- telling


def _tell(unit: Unit, made: Pack) -> None:
    """Write to those who asked to have it by mail and may have it; of one day and business once."""
    business = enterprise.business_by_slug(unit, None, made.slug) if made.slug else None
    asked = people.by_ids(unit, who_asked_for(unit, topic(business.id if business else None)))
    for person in asked.values():
        if (
            may_have(unit, person.id, business.id if business else None)
            and Edition(person.edition) is made.edition
        ):
            _write(unit, made, person.id, business.name if business else enterprise.the_enterprise(unit).name)


def may_have(unit: Unit, person: str, business: str | None) -> bool:
    """True if the pack is for this person: a steward's are all, a manager's that of her business."""
    managers = enterprise.people_with(unit, "manager", business) if business else []
    return person in {*managers, *enterprise.people_with(unit, "steward")}


def _write(unit: Unit, made: Pack, person: str, owner: str) -> None:
    lines = [
        Sentence(key="Here are the papers for **{day}**.", days={"day": made.day}, picture="list"),
        Sentence(key="Please **print them** today, for when the network is down.", picture="list"),
    ]
    title = Sentence(key="On paper: {owner}", facts={"owner": owner})
    over = at(made.day + timedelta(days=1), time(), enterprise.the_enterprise(unit).zone)
    key = f"pack:{made.day}:{made.slug or 'all'}"
    way, file = Channel.EMAIL, made.file
    write_to(unit, person, key, "pack", title, lines, path="/tomorrow", until=over, way=way, attached=file)
