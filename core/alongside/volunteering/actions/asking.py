"""Asking for one's own expenses, and choosing whether one is thanked by name."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.money import Pence
from alongside.placements.placement import Placement
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit
from alongside.volunteering import offers
from alongside.volunteering.expense import Cost, Expense, FlatSum, State
from alongside.volunteering.role import NamedThanks
from alongside.volunteering.tables import EXPENSES, THANKS


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def my_volunteering(unit: Unit) -> list[Placement]:
    """Return the volunteering of the one who acts, the newest first."""
    return offers.volunteering_of(unit, unit.actor.id)[::-1]


def my_expenses(unit: Unit) -> list[Expense]:
    """Return what the one who acts has asked for, the newest first."""
    return offers.expenses_of(unit, unit.actor.id)


def ask(
    unit: Unit, placement: str, day: date, cost: Cost, amount: Pence, words: str = "", *, really_paid: bool
) -> Expense:
    """Ask for what one has really paid, and let those who run the business know.

    Raises:
        FlatSum: where it was not really paid.
        NotFound: for volunteering that is not one’s own.
        BadInput: for a day that is still to come, or on which the volunteering did not run.
    """
    here = next((one for one in my_volunteering(unit) if one.id == placement), None)
    if here is None:
        raise NotFound("volunteering of yours", placement, "My expenses shows what there is.")
    if not really_paid:
        raise FlatSum
    if day > enterprise.today(unit) or not here.runs_on(day):
        raise BadInput(worded("volunteering", "You did not volunteer on that day. Choose another day."))
    asked = Expense(
        id=unit.new_id(),
        person=unit.actor.id,
        placement=placement,
        business=here.business,
        day=day,
        cost=cost,
        words=words,
        amount=amount,
        asked_at=unit.now,
    )
    unit.add(EXPENSES, asked)
    _tell_those_who_run(unit, asked)
    return asked


def _tell_those_who_run(unit: Unit, asked: Expense) -> None:
    title = _("Somebody asks for expenses", "wallet")
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [_("A volunteer asks to get money back. The page shows who it is.", "raised-hand")]
    for person in enterprise.people_with(unit, "manager", asked.business):
        key = f"volunteering:asked:{asked.id}"
        write_to(unit, person, key, "volunteering", title, lines, path="/volunteers")


def take_expense_back(unit: Unit, expense: str) -> None:
    """Take back what one has asked for, while it waits.

    Raises:
        NotFound: where it is not one’s own.
        BadInput: once it was answered.
    """
    found = next((one for one in my_expenses(unit) if one.id == expense), None)
    if found is None:
        raise NotFound("expense of yours", expense, "My expenses shows what there is.")
    if found.state is not State.WAITING:
        raise BadInput(worded("volunteering", "This was answered already. It stays as it is."))
    unit.remove(EXPENSES, found)


def thank_by_name(unit: Unit, *, wanted: bool) -> None:
    """Choose to be thanked by name, or not to be named any more.

    Raises:
        NotWithAHelper: for being named, where somebody has come in with her.
    """
    if wanted:
        unit.need_alone()
    there = offers.wants_thanks(unit, unit.actor.id)
    if wanted and there is None:
        since = enterprise.today(unit)
        unit.add(THANKS, NamedThanks(id=unit.new_id(), person=unit.actor.id, since=since))
    if not wanted and there is not None:
        unit.remove(THANKS, there)
