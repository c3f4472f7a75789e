"""What people do with promises: look at them, make one, end it, take back one that has not begun."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.enterprise import offers
from alongside.enterprise.promised import Promised, refuse_ending, refuse_taking_back, refuse_the_past
from alongside.enterprise.shortfall import Shortfall
from alongside.enterprise.tables import PROMISES
from alongside.refusal import BadInput
from alongside.rulepacks.offers import check_promise, read_amount, shipped
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class SeenPromise:
    """One promise, as a steward sees it: with what is under it, which is left as it is."""

    made: Promised
    under: tuple[Shortfall, ...]
    over: bool
    begun: bool


def look_at_promises(unit: Unit) -> list[SeenPromise]:
    """Look at what was promised, the newest first, each with what is under it now or on its first days."""
    unit.need("enterprise.change")
    return [_seen(unit, one) for one in reversed(offers.promised(unit))]


def look_at_promise(unit: Unit, promise: str) -> SeenPromise:
    """Look at one promise, with what is under it."""
    unit.need("enterprise.change")
    return _seen(unit, offers.one_promised(unit, promise))


def _seen(unit: Unit, made: Promised) -> SeenPromise:
    today = offers.today(unit)
    over = made.over(today)
    answers = [] if over else unit.collect("under_promise", promise=made.promise)
    under = tuple(one for _, found in answers for one in found)
    return SeenPromise(made=made, under=under, over=over, begun=made.begun(today))


def make_promise(
    unit: Unit,
    rule: str,
    amount: str,
    *,
    first_day: date,
    by: str,
    source: str,
    age_from: int = 0,
    last_day: date | None = None,
) -> Promised:
    """Promise more than the law asks for, from a day on; money is written in pounds.

    Nothing that was agreed is changed by it: what is under it is listed, and people put it right.

    Raises:
        Looser: where the law asks for as much already, or for more, saying what it asks for.
        TooLate: for a first day that is over.
        BadInput: for a rule that has no stricter side or is not known, and where a text or number will not do.
    """
    unit.need("enterprise.change")
    refuse_the_past(first_day, offers.today(unit))
    made = Promised(
        id=unit.new_id(),
        rule=rule,
        amount=str(_number(rule, amount)),
        first_day=first_day,
        last_day=last_day,
        age_from=age_from,
        by=by,
        source=source,
        made_at=unit.now,
    )
    check_promise(made.promise)
    return unit.add(PROMISES, made)


def _number(rule: str, amount: str) -> object:
    law = next(iter(shipped().of(rule)), None)
    if law is None:
        raise BadInput(f"there is no rule “{rule}” to promise more than", remedy="Look at its name again.")
    return read_amount(law.unit, amount)


def end_promise(unit: Unit, promise: str, last_day: date) -> Promised:
    """Give a promise its last day, which still counts; it stays on record.

    Raises:
        TooLate: where the day is over, or the promise has ended.
        BadInput: where the promise begins after that day.
    """
    unit.need("enterprise.change")
    made = offers.one_promised(unit, promise)
    refuse_ending(made, last_day, offers.today(unit))
    return unit.change(PROMISES, made, last_day=last_day)


def take_back_promise(unit: Unit, promise: str) -> Promised:
    """Take back a promise that has not begun; the audit trail still tells that it was made.

    Raises:
        TooLate: where it counts already.
    """
    unit.need("enterprise.change")
    made = offers.one_promised(unit, promise)
    refuse_taking_back(made, offers.today(unit))
    unit.remove(PROMISES, made)
    return made
