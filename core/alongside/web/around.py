"""What stands round the inside of a page: the menu, who is here, a notice, and the lines at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs

from alongside.display import Edition, View, pictures
from alongside.display.frame import Ask, Item, Notice, Who
from alongside.display.look import Look
from alongside.display.rendering import Mistake
from alongside.display.texts import fill, wording
from alongside.store import Unit
from alongside.web.addresses import BUSINESS, Address, addresses_of
from alongside.web.asked import Asked
from alongside.web.cookies import NOTICE, kept_notice
from alongside.web.forms import Fields
from alongside.web.host import Host
from alongside.web.marks import new_mark
from alongside.web.seeing import KEPT_AT, is_choosing, other_edition, ways
from alongside.web.visit import Business, Visitor

WAY_IN = "/who"
"""Where somebody comes in, and leaves."""

LEFT_OUT = "The plugin “{name}” does not work and was left out. Why stands under Our enterprise, Plugins."


@attrs.frozen(kw_only=True)
class Around:
    """The facts of a page's frame, gathered while a unit was open; without any, they suit a page for nobody."""

    edition: Edition = Edition.STANDARD
    look: Look = attrs.field(factory=Look)
    words: Mapping[str, str] = attrs.field(factory=dict)
    zone: str = "Europe/London"
    mark: Callable[[], str] = attrs.field(default=str)
    frame: Mapping[str, Any] = attrs.field(factory=dict)

    def show(self, host: Host, part: str, view: View, **more: Any) -> str:
        """Return the whole page as HTML."""
        facts = {**self.frame, "look": self.look, **more}
        voice: dict[str, Any] = {"edition": self.edition, "words": self.words, "zone": self.zone}
        return host.display.render(part, view, frame="page", mark=self.mark, **voice, **facts)


def around(host: Host, unit: Unit, visitor: Visitor | None, asked: Asked) -> Around:
    """Gather what stands round a page; without a visitor, what everybody may see."""
    edition = asked.edition or (visitor.edition if visitor else Edition.STANDARD)
    look = asked.look(visitor.look if visitor else Look())
    frame: dict[str, Any] = {
        "enterprise": host.enterprise(unit),
        "here": asked.here,
        "foot": tuple(_foot(host, unit, visitor, edition)),
        "editions": (other_edition(edition, asked),),
        "ways": ways(edition, look, asked),
        "ways_open": is_choosing(asked),
    }
    if visitor and not visitor.locked:
        entries = _entries(host, unit)
        frame["menu"], frame["below"] = _menu(entries), _below(entries, asked.here)
        # Nobody has a name yet while an enterprise is being set up.
        frame["who"] = _who(visitor) if visitor.name else None
        frame["notices"] = _notices(host, asked)
        frame["seeing"] = _kept_at(host) if visitor.session else None
        frame["ask"] = _to_ask(host, unit, visitor) if edition is Edition.EASY and visitor.session else None
    said: dict[str, Any] = {"words": host.words(unit), "zone": host.zone(unit), "mark": marking(asked)}
    return Around(edition=edition, look=look, frame=frame, **said)


def _to_ask(host: Host, unit: Unit, visitor: Visitor) -> Ask | None:
    """Whom she may ask: nobody asks herself."""
    found = host.to_ask(unit)
    if found is None or found.person == visitor.actor.id:
        return None
    picture = found.picture if found.picture in pictures.NAMES else None
    return Ask(name=found.name, photo=found.photo, picture=picture)


def _kept_at(host: Host) -> str | None:
    """Where a person keeps for good how she sees things; a toy enterprise may have no such page."""
    return next((one.path for one in addresses_of(host.parts) if one.path == KEPT_AT), None)


def marking(asked: Asked) -> Callable[[], str]:
    """Return what makes the marks of the forms of a page for this browser."""
    return partial(new_mark, asked.secret)


def _who(visitor: Visitor) -> Who:
    helper, known = visitor.helper, pictures.NAMES
    return Who(
        name=visitor.name,
        photo=visitor.photo,
        # A picture that the pack has lost since it was chosen must not take every page away.
        picture=visitor.picture if visitor.picture in known else None,
        path=WAY_IN,
        helper=helper.name if helper else None,
        helper_photo=helper.photo if helper else None,
        helper_picture=helper.picture if helper and helper.picture in known else None,
        shared=visitor.shared,
        locks_after=visitor.locks_after,
    )


def menu(host: Host, unit: Unit) -> tuple[Item, ...]:
    """Return what the unit's actor may open, in the order of the parts, without what stands under another page."""
    return _menu(_entries(host, unit))


Entries = Sequence[tuple[str, Item]]
"""What the visitor may open of all that stands in a menu, each with the path of the page it stands under."""


def _entries(host: Host, unit: Unit) -> Entries:
    businesses, every = host.businesses(unit), [one for one in addresses_of(host.parts) if one.in_menu]
    return [(_above(one, item), item) for one in every for item in _items(one, unit, businesses)]


def _menu(entries: Entries) -> tuple[Item, ...]:
    shown = {item.path for above, item in entries if above == item.path}
    # A page whose upper page this visitor may not open would be met nowhere: it stands in the menu itself.
    return tuple(item for above, item in entries if above == item.path or above not in shown)


def _below(entries: Entries, here: str) -> tuple[Item, ...]:
    """The page that ``here`` is or stands under, and all that stand under it; empty where none does."""
    top = next((above for above, item in entries if here in {item.path, above}), here)
    # The page itself first, whichever parts the others are of.
    family = sorted((item for above, item in entries if above == top), key=lambda item: item.path != top)
    return tuple(family) if len(family) > 1 and family[0].path == top else ()


def _above(address: Address, item: Item) -> str:
    """The path of the page an item stands under, its own where it stands by itself."""
    if address.under is None:
        return item.path
    slug = item.path.split("/")[2] if address.of_business else ""
    return address.under.replace(f"{{{BUSINESS}}}", slug)


def _items(address: Address, unit: Unit, businesses: Sequence[Business]) -> Iterator[Item]:
    title, part = address.page.title, address.part.name
    if not address.of_business:
        if address.may_open(unit, None):
            yield Item(title=title, path=address.path, part=part)
        return
    ours = [business for business in businesses if business.kind == part]
    for business in ours:
        if address.may_open(unit, business.id):
            yield Item(title=_title(title, business, len(ours)), path=address.at(business.slug), part=part)


def _title(title: str, business: Business, businesses: int) -> str:
    """Two cafés would have two entries of one name; braces in a business's name would be taken for a fact."""
    name = business.name.replace("{", "(").replace("}", ")")
    return title if businesses == 1 else f"{title}: {name}"


def _foot(host: Host, unit: Unit, visitor: Visitor | None, edition: Edition) -> Iterator[str]:
    if host.notice:
        yield host.notice
    if visitor and unit.may("enterprise.change"):
        for left_out in host.broken:
            yield fill(wording("alongside.web", edition.value, LEFT_OUT), {"name": left_out.name})


def _notices(host: Host, asked: Asked) -> tuple[Notice, ...]:
    notice = kept_notice(asked.cookies.get(NOTICE))
    return (notice,) if notice and notice.part in host.display.parts else ()


def mistakes_of(view: View) -> tuple[tuple[str, Mistake], ...]:
    """Return what is wrong with what was sent, by the field's id: of every form among the view's facts.

    A page that has no such form may hand in sentences itself, as its fact ``mistakes``.
    """
    mistakes = view.facts.get("mistakes") or {}
    written = tuple(mistakes.items() if isinstance(mistakes, Mapping) else mistakes)
    return (*written, *(one for form in _forms(view.facts) for one in form.mistakes))


def _forms(facts: object) -> Iterator[Fields]:
    """Every form in a fact, or in what it lists."""
    if isinstance(facts, Fields):
        yield facts
    elif isinstance(facts, (Mapping, list, tuple)):
        for one in facts.values() if isinstance(facts, Mapping) else facts:
            yield from _forms(one)
