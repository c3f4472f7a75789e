"""The enterprise: its name, zone and own words, its businesses, and who holds which role."""

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
    set_up,
    steward,
    the_enterprise,
    today,
    words,
)
from alongside.enterprise.roles import Grant, Role
from alongside.enterprise.step import Step

__all__ = [
    "Business",
    "Enterprise",
    "Grant",
    "Role",
    "Step",
    "add_business",
    "all_businesses",
    "business",
    "business_by_slug",
    "businesses",
    "give_role",
    "people_with",
    "roles_of",
    "set_up",
    "steward",
    "the_enterprise",
    "today",
    "words",
]
