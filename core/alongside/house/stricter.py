"""The rules to which plugins hold more strictly than the law: checked when one is loaded, told when asked for.

The packs are read only where a plugin has such a rule, so that ``alongside --help`` stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from alongside.refusal import Refusal

if TYPE_CHECKING:
    from alongside.plugin import Part
    from alongside.rulepacks.offers import Promise


def promises_of(part: Part) -> tuple[Promise, ...]:
    """Return what a part holds to beyond the law, as promises made by its kind of business.

    Raises:
        BadInput: where one ends before it begins.
    """
    from alongside.rulepacks.offers import Promise

    return tuple(Promise(by=part.title, **attrs.asdict(one)) for one in part.stricter_rules)


def looser_rule(part: Part) -> str:
    """Return what is wrong with the stricter rules of a part, as a sentence; empty where nothing is.

    Each is held against the law of its first day. One that the law has overtaken since is idle and does no harm.
    """
    if not part.stricter_rules:
        return ""
    from alongside.rulepacks.offers import check_promise

    try:
        for one in promises_of(part):
            check_promise(attrs.evolve(one, last_day=one.first_day))
    except Refusal as refused:
        return refused.sentence
    return ""
