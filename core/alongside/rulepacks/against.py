"""A refusal that rests on a rule: it carries the value it was held to, so that whoever is refused can ask why."""

from __future__ import annotations

from datetime import date

from alongside.refusal import Refusal, Worded
from alongside.rulepacks.value import RuleValue, Status
from alongside.rulepacks.wording import days_in_words, source_in_words


class AgainstRule(Refusal):
    """What was asked for goes against a rule.

    ``rule`` is the value that it was held to, the law's or one promised beyond it; ``on`` is the day that the rule
    goes by. Pages say the sentences and offer the rest behind “Why?”; where nothing can be unfolded, ``str()``
    says all of it: rule, days, whether it is confirmed, source. It tells nobody's age.
    """

    status = 422

    def __init__(self, rule: RuleValue, on: date, *said: Worded | str) -> None:
        self.rule, self.on = rule, on
        super().__init__(*said)

    def __str__(self) -> str:
        doubt = "" if self.rule.status is Status.IN_FORCE else ", not confirmed"
        named = f"Rule {self.rule.id}, {days_in_words(self.rule)}{doubt}."
        return f"{super().__str__()} {named} Source: {source_in_words(self.rule)}."
