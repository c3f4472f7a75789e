"""Agreeing what volunteers get back, saying what they do, and noting what was paid."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.placements import offers as placements
from alongside.placements.placement import PlacementType
from alongside.refusal import BadInput, NotAllowed, worded
from alongside.store import Unit
from alongside.volunteering import offers
from alongside.volunteering.expense import Expense, State
from alongside.volunteering.role import VolunteerRole
from alongside.volunteering.tables import EXPENSES, ROLES


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def businesses_to_agree_in(unit: Unit) -> list[Business]:
    """Return the businesses in which the one who acts may agree expenses."""
    return [one for one in enterprise.businesses(unit) if unit.may("volunteering.agree", one.id)]


def agree(unit: Unit, expense: str, *, receipt: bool) -> Expense:
    """Agree that an expense is paid back; ``receipt`` says whether a receipt was seen."""
    return _answer(unit, expense, State.AGREED, receipt=receipt)


def decline(unit: Unit, expense: str, why: str) -> Expense:
    """Say why an expense is not paid back.

    Raises:
        BadInput: without a reason.
    """
    if not why.strip():
        raise BadInput(worded("volunteering", "Write a few words about why."))
    return _answer(unit, expense, State.DECLINED, answer=why.strip())


def _answer(unit: Unit, expense: str, state: State, *, receipt: bool = False, answer: str = "") -> Expense:
    found = unit.get(EXPENSES, expense)
    unit.need("volunteering.agree", found.business)
    if found.person == unit.actor.id:
        raise NotAllowed(unit.actor.name, "volunteering.agree")
    if found.state is not State.WAITING:
        raise BadInput(worded("volunteering", "This was answered already. It stays as it is."))
    by = unit.actor.id if not unit.actor.trusted else None
    answered = unit.change(EXPENSES, found, state=state, receipt=receipt, answer=answer, answered_by=by)
    title = _("Your expenses", "wallet")
    lines = [_("We have answered what you asked for.", "speech")]
    key = f"volunteering:answered:{found.id}"
    write_to(unit, found.person, key, "volunteering", title, lines, path="/my-expenses")
    return answered


def to_pay(unit: Unit, business: str) -> list[Expense]:
    """Return what was agreed in a business and not paid yet, the oldest first."""
    unit.need("volunteering.agree", business)
    return offers.expenses_in(unit, business, State.AGREED)


def mark_paid(unit: Unit, business: str, expenses: Sequence[str]) -> int:
    """Note that some of what was agreed is paid today; return how many there were.

    They are named, so that what was agreed meanwhile is not noted as paid unseen.
    """
    wanted = [one for one in to_pay(unit, business) if one.id in set(expenses)]
    for one in wanted:
        unit.change(EXPENSES, one, state=State.PAID, paid_on=enterprise.today(unit))
    return len(wanted)


def say_role(unit: Unit, placement: str, words: str) -> VolunteerRole:
    """Say in plain words what a volunteer does.

    Raises:
        BadInput: for work that is no volunteering, or without words.
    """
    here = placements.placement(unit, placement)
    unit.need("volunteering.agree", here.business)
    if here.kind is not PlacementType.VOLUNTEERING:
        raise BadInput(worded("volunteering", "This is no volunteering."))
    there, today = offers.role_of(unit, placement), enterprise.today(unit)
    if there is not None:
        return unit.change(ROLES, there, words=words.strip(), said_on=today)
    new = VolunteerRole(
        id=unit.new_id(), placement=placement, person=here.person, words=words.strip(), said_on=today
    )
    return unit.add(ROLES, new)
