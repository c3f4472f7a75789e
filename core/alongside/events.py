"""The events that parts and plugins may react to, and the one hook by which a plugin describes itself.

A reaction stands in a part's ``reactions.py``, is marked with ``@hook``, and takes the arguments it wants
by name. ``unit.tell`` wants no answer; ``unit.collect`` gathers one answer from each. A reaction that raises
ends the whole unit, and the error names the plugin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.plugin import Plugin

spec = pluggy.HookspecMarker("alongside")


@spec
def alongside_plugin() -> Plugin:  # type: ignore[empty-body]
    """Describe the plugin; called once, when it is loaded."""


@spec
def person_erased(unit: Any, person: str) -> None:
    """React to a person having been erased: take out what you hold of her, keep what the law asks for.

    Called in the erasing unit. A plugin with tables that is absent then is told when it comes back.
    """


@spec
def person_kept(unit: Any, person: str) -> tuple[Any, ...]:  # type: ignore[empty-body]
    """Say what the law makes you keep of a person: ``Kept`` values, shown on screen before and after erasing."""


@spec
def person_exported(unit: Any, person: str) -> dict[str, Any]:  # type: ignore[empty-body]
    """Hand over what you hold of a person, as plain values under plain names."""


@spec
def kept_words() -> Mapping[str, Any]:  # type: ignore[empty-body]
    """Say what you call the keys that ``person_exported`` answers by: a ``Said`` by key.

    A code that stands behind a key is worded by “key=code”. What is not worded is shown by its own letters.
    """


@spec
def placement_started(unit: Any, placement: Any) -> None:
    """React to a placement having begun."""


@spec
def hours_confirmed(unit: Any, person: str, claim: str, minutes: int) -> None:
    """React to somebody having confirmed that a person was there."""


@spec
def certificate_issued(unit: Any, certificate: Any) -> None:
    """React to a person having been given a certificate."""


@spec
def certificate_lapsed(unit: Any, certificate: Any) -> None:
    """React to a certificate being past its last day; told by the daily round."""


@spec
def certificate_revoked(unit: Any, certificate: Any) -> None:
    """React to a certificate having been taken back, with its reason; it does not hold from that day on."""


@spec
def next_course(unit: Any, kind: str) -> Any:
    """Say when the next course begins that gives certificates of a kind: a ``NextCourse``, or ``None``."""


@spec
def daily_round(unit: Any, day: Any) -> None:
    """React to a new day having begun: notice what time alone has changed, remind, let go of what has run out.

    Told once for each day, to each part and plugin in a unit of its own: one that raises keeps nobody else from
    its own, is named, and is told again at the next round. It must come to the same when it is told twice. Days on
    which nothing ran are not told later: notice all that is so by ``day``, not only what fell on it.
    """


@spec
def time_moved(unit: Any, before: Any, claim: Any) -> None:
    """React to a claim on time having been moved; ``before`` is the claim as it stood."""


@spec
def time_released(unit: Any, claim: Any) -> None:
    """React to time having been given back; told while the claim still tells when it would have been."""


@spec
def decision_closed(unit: Any, proposal: Any, outcome: Any) -> None:
    """React to a decision having been counted."""


@spec
def business_opened(unit: Any, business: Any) -> None:
    """React to a business of a kind having been added."""


@spec
def under_promise(unit: Any, promise: Any) -> tuple[Any, ...]:  # type: ignore[empty-body]
    """Say what of yours falls short of a promise beyond the law: ``Shortfall`` values.

    The promise may be one that begins later: look at what is agreed for its first days. Nothing is changed by it.
    """


@spec
def roles_changed(unit: Any, person: str) -> None:
    """React to a person having been given a role, or one having been ended."""


@spec
def first_steps(unit: Any, business: Any) -> tuple[Any, ...]:  # type: ignore[empty-body]
    """Say what a new business of your kind has to do first: ``Step`` values, those that are done too."""


@spec
def skills_wanted(unit: Any) -> frozenset[str]:  # type: ignore[empty-body]
    """Say which skills your plans ask for, by the keys they match, so that pages may offer them."""


@spec
def supporting(unit: Any, person: str, claims: Any) -> Mapping[str, str]:  # type: ignore[empty-body]
    """Say who supports a person at which of the claims on her time: ids of supporters, by the id of the claim.

    Name those alone who are there by a plan of yours: it counts over what was agreed once for all her work.
    """


@spec
def learning(unit: Any, person: str, claims: Any) -> Mapping[str, str]:  # type: ignore[empty-body]
    """Say what a person learns at which of the claims on her time, by a plan of yours: words, by the claim's id.

    It is asked for the person alone, for her own week.
    """


@spec
def cannot_come(unit: Any, person: str, claims: Any) -> Mapping[str, str]:  # type: ignore[empty-body]
    """Say where a person says that she cannot come to what her time is claimed for: addresses by the claim's id.

    It is asked for the person alone, of claims that are to come; the address is that of one of your own pages.
    """


@spec
def at_work(unit: Any, claims: Any) -> frozenset[str]:  # type: ignore[empty-body]
    """Say which of the sessions and bookings on people's time are work for them, such as teaching, by id."""


@spec
def held_back(unit: Any, business: str, period: Any) -> Mapping[str, tuple[Any, ...]]:  # type: ignore[empty-body]
    """Say for whom nothing new may be planned in a business on days of a period: ``Held`` values, by person."""


@spec
def why_not(unit: Any, person: str, starts: Any, ends: Any) -> str | None:
    """Say in a sentence, for the one who plans, why a person should not work then; ``None`` for no objection."""


@spec
def paid_until(unit: Any) -> Any:
    """Say until which day the pay of everybody is agreed: no new rate begins by then; ``None`` for none."""


@spec
def beyond_expenses(unit: Any, placement: Any) -> bool:  # type: ignore[empty-body]
    """Say whether what somebody gets back for unpaid work looks like more than what it really cost her."""


@spec
def holiday_left(unit: Any, person: str) -> Any | None:
    """Say how much paid holiday a person has left: a ``HolidayLeft``, or ``None`` where you do not know.

    It is asked for the person alone.
    """


@spec
def open_work(unit: Any, person: str, starts: Any, ends: Any) -> tuple[Any, ...]:  # type: ignore[empty-body]
    """Say which open places between two instants a person could ask for: ``OpenWork`` values.

    It is asked for the person alone, who looks at what her week would be like; nobody is put anywhere by it.
    """
