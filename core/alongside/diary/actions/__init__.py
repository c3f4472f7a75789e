"""What a person may see of the diary, and do in it."""

from alongside.diary.actions.closing import close
from alongside.diary.actions.company import Company, cannot_come, company
from alongside.diary.actions.looking import free, resource_named, week, whose_week
from alongside.diary.actions.noticing import Noticed, has_seen, noticed

__all__ = [
    "Company",
    "Noticed",
    "cannot_come",
    "close",
    "company",
    "free",
    "has_seen",
    "noticed",
    "resource_named",
    "week",
    "whose_week",
]
