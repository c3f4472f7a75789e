"""What people do with checks: stewards name roles and note checks, managers see who is ready, all see theirs."""

from alongside.checks.actions.of_person import (
    OfPerson,
    look_at_checks,
    note_check,
    own_checks,
    remove_check,
)
from alongside.checks.actions.ready import (
    Colleague,
    Newcomer,
    businesses,
    choose_role,
    newcomer,
    not_yet_ready,
    roles_to_choose,
    show_points,
    team,
    teams,
)
from alongside.checks.actions.roles import (
    add_role,
    change_role,
    everybody,
    role,
    roles,
)

__all__ = [
    "Colleague",
    "Newcomer",
    "OfPerson",
    "add_role",
    "businesses",
    "change_role",
    "choose_role",
    "everybody",
    "look_at_checks",
    "newcomer",
    "not_yet_ready",
    "note_check",
    "own_checks",
    "remove_check",
    "role",
    "roles",
    "roles_to_choose",
    "show_points",
    "team",
    "teams",
]
