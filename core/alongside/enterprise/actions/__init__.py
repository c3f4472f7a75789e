"""What people do with the enterprise: look at it, run it, and promise more than the law asks for."""

from alongside.enterprise.actions.promising import (
    SeenPromise,
    end_promise,
    look_at_promise,
    look_at_promises,
    make_promise,
    take_back_promise,
)
from alongside.enterprise.actions.rules import OwnPromise, SeenRule, look_at_rule, look_at_rules, rules_due
from alongside.enterprise.actions.running import (
    choose_evening,
    choose_words,
    close_business,
    end_role,
    end_role_on,
    give_role,
    look,
    look_at_role,
    look_at_roles,
    open_business,
    rename,
    switch_plugin,
)

__all__ = [
    "OwnPromise",
    "SeenPromise",
    "SeenRule",
    "choose_evening",
    "choose_words",
    "close_business",
    "end_promise",
    "end_role",
    "end_role_on",
    "give_role",
    "look",
    "look_at_promise",
    "look_at_promises",
    "look_at_role",
    "look_at_roles",
    "look_at_rule",
    "look_at_rules",
    "make_promise",
    "open_business",
    "rename",
    "rules_due",
    "switch_plugin",
    "take_back_promise",
]
