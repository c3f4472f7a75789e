"""Roles: what each may do, written as data. What stands nowhere here is denied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

import attrs

from alongside.enterprise.business import Business
from alongside.refusal import BadInput


class Role(Enum):
    """What a person is for the enterprise, or for one business."""

    STEWARD = "steward"  # looks after the installation
    MANAGER = "manager"  # runs one business
    MEMBER = "member"  # has a vote
    SUPPORTER = "supporter"  # gives support, chosen by the person
    TRUSTEE = "trustee"  # answers for the enterprise
    TELLER = "teller"  # counts a vote
    PAYROLL = "payroll"  # works out what people are paid


@attrs.frozen(kw_only=True)
class Allowance:
    """What a role may do: ``everywhere`` in the enterprise, and ``there``, in the business it was given for.

    ``diary.*`` is all that the diary knows; ``{kind}`` is the plugin of the business, or of each business where
    the role is for the whole enterprise; ``*`` is everything.
    """

    everywhere: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    scoped: bool = False  # the role makes sense for one business alone
    whole: str = ""  # what is said where it is given for one business, and may not be


ALLOWANCES: Mapping[Role, Allowance] = {
    Role.STEWARD: Allowance(everywhere=("*",), whole="a steward is for the whole enterprise"),
    Role.MANAGER: Allowance(
        everywhere=("home.see", "people.see", "people.skills", "sign_in.cards", "sign_in.devices"),
        there=("diary.*", "placements.*", "checks.ready", "pay.away", "volunteering.agree", "pack.*", "{kind}.*"),
        scoped=True,
    ),
    Role.MEMBER: Allowance(
        everywhere=("enterprise.see", "decisions.see", "decisions.propose", "decisions.vote"),
        there=("{kind}.see",),
    ),
    Role.SUPPORTER: Allowance(
        everywhere=("enterprise.see", "decisions.see", "sign_in.visits", "placements.coach")
    ),
    Role.TRUSTEE: Allowance(everywhere=("home.see", "reports.read", "decisions.see")),
    Role.TELLER: Allowance(everywhere=("decisions.see", "decisions.count")),
    Role.PAYROLL: Allowance(everywhere=("pay.*",), whole="payroll is for the whole enterprise"),
}


@attrs.frozen(kw_only=True)
class Grant:
    """A role given to a person, for one ``business`` or (None) for the whole enterprise.

    Days are the enterprise's, both included; ``last_day`` is None while no end is known.

    Raises:
        BadInput: for a steward or payroll of one business, or a manager of none.
    """

    id: str
    person: str
    role: Role
    business: str | None = None
    first_day: date
    last_day: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.business is not None:
            refuse_one_business(self.role)
        if ALLOWANCES[self.role].scoped and self.business is None:
            raise BadInput(f"a {self.role.value} runs one business", remedy="Say --business NAME.")

    def holds(self, day: date) -> bool:
        """True if the role is held on the day. One ended before it began is never held."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def refuse_one_business(role: Role) -> None:
    """Refuse a role for one business where it is one for the whole enterprise.

    Raises:
        BadInput: for a steward, or payroll: one pay run pays everybody.
    """
    if ALLOWANCES[role].whole:
        raise BadInput(ALLOWANCES[role].whole, remedy="Leave the business out.")


def role_named(text: str) -> Role:
    """Return the role of that name.

    Raises:
        BadInput: naming the roles there are.
    """
    try:
        return Role(text.strip().lower())
    except ValueError as unknown:
        remedy = f"Roles: {', '.join(role.value for role in Role)}."
        raise BadInput(f"there is no role “{text}”", remedy=remedy) from unknown


def rights(
    grants: Iterable[Grant],
    businesses: Mapping[str, Business],
    permissions: Mapping[str, tuple[str, ...]],
    day: date,
) -> dict[str | None, frozenset[str]]:
    """Return what the grants allow on a day: permissions with their prefix, by business (None: everywhere).

    ``permissions`` are those of each part that is in use, without prefix; a right to anything else is nothing.
    """
    found: dict[str | None, set[str]] = {}
    for grant in grants:
        if grant.holds(day):
            allowed = ALLOWANCES[grant.role]
            kinds = _kinds(grant, businesses)
            found.setdefault(None, set()).update(_spelt_out(allowed.everywhere, kinds, permissions))
            found.setdefault(grant.business, set()).update(_spelt_out(allowed.there, kinds, permissions))
    return {place: frozenset(names) for place, names in found.items()}


def _kinds(grant: Grant, businesses: Mapping[str, Business]) -> set[str]:
    if grant.business is None:
        return {business.kind for business in businesses.values()}
    return {businesses[grant.business].kind} if grant.business in businesses else set()


def _spelt_out(
    patterns: Iterable[str], kinds: Iterable[str], permissions: Mapping[str, tuple[str, ...]]
) -> set[str]:
    known = {f"{part}.{name}" for part, names in permissions.items() for name in names}
    filled = {pattern.format(kind=kind) for pattern in patterns for kind in (kinds if "{" in pattern else ("",))}
    return {name for name in known for pattern in filled if _fits(name, pattern)}


def _fits(name: str, pattern: str) -> bool:
    return pattern in {"*", name, f"{name.split('.')[0]}.*"}
