"""The numbers that somebody has asked to see: dated values of the rule packs, each with its source.

They are shown as they were read. What follows from them for one person, nobody here says: a benefits adviser does.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from alongside.benefits.own_choice import Question
from alongside.rulepacks.offers import NoValue, RuleValue, UnknownRule, rule

RULES = {
    Question.PERMITTED_WORK: ("uk.permitted-work-hours", "uk.permitted-work-earnings"),
    Question.UC_WITH_HOUSING: ("uk.uc-work-allowance-with-housing", "uk.uc-taper"),
    Question.UC_WITHOUT_HOUSING: ("uk.uc-work-allowance-without-housing", "uk.uc-taper"),
}


def numbers_on(questions: Collection[Question], day: date) -> tuple[RuleValue, ...]:
    """Return the numbers of some questions on a day, in their usual order; what no pack knows is left out."""
    ids = [one for question in Question if question in questions for one in RULES[question]]
    found = (_known(one, day) for one in dict.fromkeys(ids))
    return tuple(one for one in found if one is not None)


def _known(rule_id: str, day: date) -> RuleValue | None:
    try:
        return rule(rule_id, day)
    except (UnknownRule, NoValue):
        return None
