"""What the enterprise lends to other parts inside their unit. The caller was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time

from alongside.enterprise.business import Business, slug_of
from alongside.enterprise.duty import Duty
from alongside.enterprise.enterprise import Enterprise, with_word
from alongside.enterprise.paper import Paper
from alongside.enterprise.plugin_row import PluginRow
from alongside.enterprise.roles import Grant, Role
from alongside.enterprise.roles import rights as rights_from
from alongside.enterprise.tables import BUSINESSES, DUTIES, ENTERPRISES, GRANTS, PAPERS, PLUGINS
from alongside.instants import LONDON, local
from alongside.refusal import BadInput, NotFound
from alongside.store import ActorKind, Guarded, Rights, Unit

# --- the enterprise


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


# --- its businesses


def business(unit: Unit, id: str) -> Business:  # noqa: A002 - what the column is called
    """Return a business by its id."""
    return unit.get(BUSINESSES, id)


def businesses(unit: Unit, kind: str | None = None) -> list[Business]:
    """Return the businesses that are not closed, of all kinds or of one, by name."""
    day = today(unit)
    there = [one for one in all_businesses(unit) if one.closed is None or one.closed >= day]
    return there if kind is None else [one for one in there if one.kind == kind]


def all_businesses(unit: Unit) -> list[Business]:
    """Return every business there ever was, closed ones too: a report on the past asks for them."""
    return list(unit.once("enterprise.businesses", lambda: tuple(_by_name(unit.find(BUSINESSES)))))


def _by_name(found: Iterable[Business]) -> list[Business]:
    # Sorted here: databases order names in ways of their own, and the same data must give the same papers.
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def business_by_slug(unit: Unit, kind: str | None, slug: str) -> Business:
    """Return the business by its name in addresses, if it is of the kind.

    Raises:
        NotFound: naming those there are.
    """
    known = businesses(unit, kind)
    for one in known:
        if one.slug == slug:
            return one
    raise NotFound(
        "business", slug, f"There are: {', '.join(one.slug for one in known)}." if known else "There is none yet."
    )


def add_business(
    unit: Unit, name: str, kind: str = "", *, picture: str = "shop", opened: date | None = None
) -> Business:
    """Open a business and let everybody react to it; its slug is made from its name."""
    taken = {one.slug for one in all_businesses(unit)}
    new = Business(
        id=unit.new_id(),
        slug=slug_of(name, taken),
        name=name.strip(),
        kind=kind,
        picture=picture,
        opened=opened or today(unit),
    )
    unit.add(BUSINESSES, new)
    unit.tell("business_opened", business=new)
    return new


def close_business(unit: Unit, closing: Business, last_day: date) -> Business:
    """Set a business's last day."""
    return unit.change(BUSINESSES, closing, closed=last_day)


# --- plugins


def plugins(unit: Unit) -> list[PluginRow]:
    """Return the plugins whose tables are here, by name."""
    return list(unit.once("enterprise.plugins", lambda: tuple(unit.find(PLUGINS, order=(PLUGINS.table.c.name,)))))


def switched_off(unit: Unit) -> frozenset[str]:
    """Return the names of plugins that are installed or were, and that nobody is to meet for now."""
    return frozenset(row.name for row in plugins(unit) if not row.switched_on)


def note_plugin(unit: Unit, name: str) -> PluginRow:
    """Remember that a plugin has tables here; it is switched on from the start."""
    return unit.add(PLUGINS, PluginRow(id=unit.new_id(), name=name, switched_on=True, since=unit.now))


def switch_plugin(unit: Unit, name: str, *, on: bool) -> PluginRow:
    """Switch a plugin on or off; its data stays either way.

    Raises:
        NotFound: naming those there are.
    """
    known = plugins(unit)
    for row in known:
        if row.name == name:
            return row if row.switched_on == on else unit.change(PLUGINS, row, switched_on=on, since=unit.now)
    raise NotFound(
        "plugin", name, f"There are: {', '.join(row.name for row in known)}." if known else "There is none yet."
    )


# --- roles


def grants(unit: Unit) -> list[Grant]:
    """Return the roles held today, by everybody, the oldest first."""
    day, table = today(unit), GRANTS.table
    order = (table.c.first_day, table.c.id)
    begun = unit.once("enterprise.grants", lambda: tuple(unit.find(GRANTS, table.c.first_day <= day, order=order)))
    return [grant for grant in begun if grant.holds(day)]


def grants_not_over(unit: Unit) -> list[Grant]:
    """Return the roles held today and those that begin later, by everybody, the oldest first."""
    table, day = GRANTS.table, today(unit)
    not_over = table.c.last_day.is_(None) | (table.c.last_day >= day)
    found = unit.find(GRANTS, not_over, order=(table.c.first_day, table.c.id))
    # One that was taken back before it began is held on no day.
    return [grant for grant in found if grant.last_day is None or grant.last_day >= grant.first_day]


def grant(unit: Unit, id: str) -> Grant:  # noqa: A002 - what the column is called
    """Return a role that somebody holds or held, by its id."""
    return unit.get(GRANTS, id)


def roles_of(unit: Unit, person: str) -> list[Grant]:
    """Return the roles a person holds today."""
    day, hers = today(unit), GRANTS.table.c.person == person
    held = unit.once(f"enterprise.grants.{person}", lambda: tuple(unit.find(GRANTS, hers)))
    return [grant for grant in held if grant.holds(day)]


def _ever_held(unit: Unit, role: Role) -> list[Grant]:
    table = GRANTS.table
    return unit.find(GRANTS, table.c.role == role.value, order=(table.c.first_day, table.c.id))


def people_with(unit: Unit, role: Role | str, business: str | None = None) -> list[str]:
    """Return the ids of people who hold a role today, for a business or (None) anywhere; the longest first."""
    wanted, day = Role(role), today(unit)
    every = unit.once(f"enterprise.people_with.{wanted.value}", lambda: tuple(_ever_held(unit, wanted)))
    held = [one.person for one in every if one.holds(day) and business in {None, one.business}]
    return list(dict.fromkeys(held))


def steward(unit: Unit) -> str | None:
    """Return the person who has been steward for longest, or None where nobody is."""
    return next((grant.person for grant in grants(unit) if grant.role is Role.STEWARD), None)


def give_role(
    unit: Unit,
    person: str,
    role: Role | str,
    business: str | None = None,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Grant:
    """Give a person a role from a day on, until a day if one is said; one that she holds stays as it is."""
    wanted = Role(role)
    for held in roles_of(unit, person):
        if (held.role, held.business) == (wanted, business):
            return held
    new = Grant(
        id=unit.new_id(),
        person=person,
        role=wanted,
        business=business,
        first_day=first_day or today(unit),
        last_day=last_day,
    )
    unit.add(GRANTS, new)
    unit.tell("roles_changed", person=person)
    return new


def end_role(unit: Unit, ending: Grant, last_day: date) -> Grant:
    """Set a role's last day; a day before its first takes it back altogether."""
    ended = unit.change(GRANTS, ending, last_day=last_day)
    unit.tell("roles_changed", person=ending.person)
    return ended


def remove_roles(unit: Unit, person: str) -> None:
    """Take every role of an erased person out of the record, those of the past too."""
    for grant in unit.find(GRANTS, GRANTS.table.c.person == person):
        unit.remove(GRANTS, grant)


def rights_of(unit: Unit, permissions_by_part: Mapping[str, tuple[str, ...]]) -> Rights:
    """Return what the unit's actor may do now, from the roles held today; the keyboard needs none."""
    if unit.actor.kind is not ActorKind.PERSON:
        return {}
    held = roles_of(unit, unit.actor.id)
    known = {one.id: one for one in businesses(unit)} if held else {}
    return rights_from(held, known, permissions_by_part, today(unit))


def manager_may(business: Business, permissions: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what whoever manages a business may do there: permissions with their prefix."""
    day = business.opened
    grant = Grant(id="", person="", role=Role.MANAGER, business=business.id, first_day=day)
    found = rights_from([grant], {business.id: business}, permissions, day)
    return found.get(None, frozenset()) | found.get(business.id, frozenset())


# --- papers


def note_paper(unit: Unit, file: str, digest: str, names: Iterable[str]) -> Paper:
    """Note a paper and whose names stand in it; one of the same file name is replaced."""
    for old in unit.find(PAPERS, PAPERS.table.c.file == file):
        unit.remove(PAPERS, old)
    new = Paper(id=unit.new_id(), file=file, digest=digest, made_at=unit.now, names=tuple(names))
    return unit.add(PAPERS, new)


def papers_called(unit: Unit, files: Iterable[str]) -> list[Paper]:
    """Return the papers of those file names that are there, and are not to be taken away."""
    table = PAPERS.table
    return unit.find(PAPERS, table.c.file.in_(sorted(files)), table.c.to_remove.is_(False))


def papers_beginning(unit: Unit, begins: str) -> list[Paper]:
    """Return the papers that are there whose file names begin so, and are not to be taken away."""
    table = PAPERS.table
    called = table.c.file.startswith(begins, autoescape=True)
    return unit.find(PAPERS, called, table.c.to_remove.is_(False), order=(table.c.file,))


def papers_naming(unit: Unit, person: str) -> list[Paper]:
    """Return the papers in which a person's name stands."""
    return [paper for paper in unit.find(PAPERS) if person in paper.names]


def mark_papers(unit: Unit, person: str) -> list[str]:
    """Mark the papers that name an erased person for removal; return their files' names."""
    named = papers_naming(unit, person)
    for paper in named:
        unit.change(PAPERS, paper, to_remove=True)
    return sorted(paper.file for paper in named)


def papers_to_remove(unit: Unit) -> list[Paper]:
    """Return the papers whose files have still to be taken away."""
    return unit.find(PAPERS, PAPERS.table.c.to_remove.is_(True))


def forget_paper(unit: Unit, paper: Paper) -> None:
    """Take a paper off the register, after its file has gone."""
    unit.remove(PAPERS, paper)


# --- duties


def add_duty(unit: Unit, plugin: str, event: str, person: str) -> Duty:
    """Note what a plugin missed."""
    return unit.add(DUTIES, Duty(id=unit.new_id(), plugin=plugin, event=event, person=person, since=unit.now))


def open_duties(unit: Unit) -> list[Duty]:
    """Return what plugins have still to do, the oldest first."""
    table = DUTIES.table
    return unit.find(DUTIES, table.c.done_at.is_(None), order=(table.c.since, table.c.id))


def close_duty(unit: Unit, duty: Duty) -> Duty:
    """Note that a plugin has done what it missed."""
    return unit.change(DUTIES, duty, done_at=unit.now)
