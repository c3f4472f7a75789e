"""Adjustments: agreed by the person herself, read by those whom she has ticked and by nobody else.

No permission opens them, not even a steward's: who may read is asked of the row alone. Whoever sits beside her in
a visit is a reader like any other, so what is not ticked for the helper is not shown meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.adjustment import Adjustment, Barrier
from alongside.placements.tables.talks import ADJUSTMENTS
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import ActorKind, Unit


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def may_read(unit: Unit, one: Adjustment) -> bool:
    """True where the one who acts may read it, and whoever is with her."""
    acting = unit.actor
    if acting.kind is not ActorKind.PERSON or not one.read_by(acting.id):
        return False
    return acting.helper is None or one.read_by(acting.helper)


def my_adjustments(unit: Unit) -> tuple[list[Adjustment], int]:
    """Return what is agreed for the one who acts, and how much of it is not shown while somebody is with her."""
    mine = offers.adjustments_of(unit, unit.actor.id)
    shown = [one for one in mine if may_read(unit, one)]
    return shown, len(mine) - len(shown)


def adjustments_told(unit: Unit, person: str | None = None) -> list[Adjustment]:
    """Return what others have ticked the one who acts for: of everybody, or of one person."""
    told = [one for one in offers.told_to(unit, unit.actor.id) if may_read(unit, one)]
    return [one for one in told if person is None or one.person == person]


def look_at_adjustment(unit: Unit, adjustment: str) -> Adjustment:
    """Return an adjustment that the one who acts may read.

    Raises:
        NotFound: where there is none, or it is not for her eyes, in the same words.
    """
    found = next((one for one in _all_readable(unit) if one.id == adjustment), None)
    if found is None:
        raise NotFound("adjustment", adjustment)
    return found


def _all_readable(unit: Unit) -> list[Adjustment]:
    return [*my_adjustments(unit)[0], *adjustments_told(unit)]


def whom_to_tick(unit: Unit) -> list[people.Face]:
    """Return those whom the one who acts can tick: who manages her work, coaches or supports her; by name."""
    me = unit.actor.id
    work = [one for one in offers.placements_of(unit, me) if offers.still_counts(unit, one)]
    managers = {who for one in work for who in enterprise.people_with(unit, "manager", one.business)}
    with_her = {one.coach for one in offers.coachings_of(unit, me)} | set(people.supporters_of(unit, me))
    at_work = {one.supporter for one in work if one.supporter}
    faces = people.faces_of(unit, (managers | with_her | at_work) - {me})
    return sorted(faces.values(), key=lambda one: (one.name.casefold(), one.person))


def agree_adjustment(
    unit: Unit,
    *,
    words: str,
    barrier: Barrier,
    business: str | None = None,
    doer: str | None = None,
    by_day: date | None = None,
    readers: Iterable[str] = (),
) -> Adjustment:
    """Write down what is changed for the one who acts; whoever does it can read it, and those whom she ticks.

    In a visit with somebody it can be agreed as well; whom else she lets read it, she says by herself.

    Raises:
        NotWithAHelper: with a reader or a doer, where somebody has come in with her.
        BadInput: without words, or for somebody who is not among those to tick.
    """
    me, known = unit.actor.id, {one.person for one in whom_to_tick(unit)}
    ticked = dict.fromkeys([*([doer] if doer else []), *readers])
    if ticked:
        unit.need_alone()
    if unit.actor.kind is not ActorKind.PERSON or not set(ticked) <= known:
        raise BadInput(
            worded("placements", "This person is not with you at work. Choose one of those on the page.")
        )
    people.present(unit, me)
    agreed = Adjustment(
        id=unit.new_id(),
        person=me,
        words=words.strip(),
        barrier=barrier,
        business=business,
        doer=doer,
        by_day=by_day,
        readers=tuple(ticked),
        agreed_on=enterprise.today(unit),
    )
    unit.add(ADJUSTMENTS, agreed)
    _tell(unit, agreed, agreed.readers)
    return agreed


def choose_readers(unit: Unit, adjustment: str, readers: Iterable[str]) -> Adjustment:
    """Choose anew who may read what is agreed for the one who acts; whoever does it stays among them.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        NotFound: where it is not her own.
        BadInput: for somebody who is not among those to tick.
    """
    unit.need_alone()
    mine = _own(unit, adjustment)
    known = {one.person for one in whom_to_tick(unit)} | set(mine.readers)
    ticked = tuple(dict.fromkeys([*([mine.doer] if mine.doer else []), *readers]))
    if not set(ticked) <= known:
        raise BadInput(
            worded("placements", "This person is not with you at work. Choose one of those on the page.")
        )
    _tell(unit, mine, [one for one in ticked if one not in mine.readers])
    return unit.change(ADJUSTMENTS, mine, readers=ticked)


def adjustment_is_done(unit: Unit, adjustment: str) -> Adjustment:
    """Say that an adjustment is made: she herself may, and whoever does it.

    Raises:
        NotFound: where it is not for her to say.
    """
    found = look_at_adjustment(unit, adjustment)
    if unit.actor.id not in {found.person, found.doer}:
        raise NotFound("adjustment", adjustment)
    return found if found.done_on else unit.change(ADJUSTMENTS, found, done_on=enterprise.today(unit))


def end_adjustment(unit: Unit, adjustment: str) -> None:
    """Take out what is needed no longer; she alone may.

    Raises:
        NotFound: where it is not her own.
    """
    unit.remove(ADJUSTMENTS, _own(unit, adjustment))


def _own(unit: Unit, adjustment: str) -> Adjustment:
    found = look_at_adjustment(unit, adjustment)
    if found.person != unit.actor.id:
        raise NotFound("adjustment", adjustment)
    return found


def _tell(unit: Unit, agreed: Adjustment, readers: Iterable[str]) -> None:
    # Neither a name nor a word of it: the page shows both, to those whom she has ticked.
    title = _("Something at work is agreed with you", "handshake")
    lines = [_("Somebody has told you what helps at work.", "lamp"), _("The page shows what it is.", "notice")]
    for person in readers:
        key = f"placements:adjusted:{agreed.id}"
        write_to(unit, person, key, "placements", title, lines, path="/my-work/for-others", private=True)
