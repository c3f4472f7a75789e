"""The enterprise: its name, zone, own words and businesses, who holds which role, and the rules held to."""

from alongside.enterprise.business import Business
from alongside.enterprise.enterprise import Enterprise
from alongside.enterprise.offers import (
    add_business,
    all_businesses,
    business,
    business_by_slug,
    businesses,
    give_role,
    people_with,
    roles_of,
    rule,
    set_up,
    steward,
    the_enterprise,
    today,
    words,
)
from alongside.enterprise.roles import Grant, Role
from alongside.enterprise.shortfall import Shortfall
from alongside.enterprise.step import Step

__all__ = [
    "Business",
    "Enterprise",
    "Grant",
    "Role",
    "Shortfall",
    "Step",
    "add_business",
    "all_businesses",
    "business",
    "business_by_slug",
    "businesses",
    "give_role",
    "people_with",
    "roles_of",
    "rule",
    "set_up",
    "steward",
    "the_enterprise",
    "today",
    "words",
]
