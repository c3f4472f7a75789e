"""Dated legal values: what the law asks for on a day, with its source."""

from alongside.rulepacks.offers import RuleValue, rule

__all__ = ["RuleValue", "rule"]
