"""What pages say of a number and of an adviser: facts for the templates, each number with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.benefits import offers
from alongside.rulepacks.offers import RuleValue, Status

if TYPE_CHECKING:
    from alongside.web import Visit


def number_facts(value: RuleValue) -> dict[str, Any]:
    """A number as pages show it: which it is, what it says, since when, from where, and if it is confirmed."""
    return {
        "id": value.id,
        "value": value.value,
        "since": value.first_day,
        "source": value.source,
        "place": value.place,
        "of": _whose(value.source),
        "confirmed": value.status is Status.IN_FORCE,
        "note": value.note,
    }


def _whose(source: str) -> str:
    if source.startswith("Worked out for Alongside"):
        return "ourselves"
    return "government" if source.startswith(("GOV.UK", "legislation.gov.uk")) else "others"


def adviser_facts(visit: Visit) -> dict[str, str] | None:
    """Whom to talk to, None where the enterprise has named nobody."""
    found = offers.adviser(visit.unit)
    return {"name": found.name, "phone": found.phone} if found else None
