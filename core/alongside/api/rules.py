"""Dated legal values with their source. What is held to, promises too, is asked of ``enterprise.rule``."""

from alongside.rulepacks.offers import AgainstRule, Promise, RuleValue, rule, strictest

__all__ = ["AgainstRule", "Promise", "RuleValue", "rule", "strictest"]
