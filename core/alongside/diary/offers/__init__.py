"""What the diary lends: claims on the time of people, rooms and things, and what is free."""

from alongside.diary.claim import Claim, Purpose, Taken, Wish
from alongside.diary.offers.claiming import claim, claim_all, close, forget, let_go_run_out, move, release
from alongside.diary.offers.looking import (
    claims_by_ids,
    claims_for,
    claims_of,
    every_claim,
    free,
    holds,
    made_at,
    week_of,
)
from alongside.diary.offers.resources import (
    add_resource,
    ensure_person,
    keep_still,
    names_of,
    resource,
    resources,
)
from alongside.diary.repeat import Every, Repeat
from alongside.diary.repeat import days as repeat_days
from alongside.diary.resource import Resource, ResourceKind

__all__ = [
    "Claim",
    "Every",
    "Purpose",
    "Repeat",
    "Resource",
    "ResourceKind",
    "Taken",
    "Wish",
    "add_resource",
    "claim",
    "claim_all",
    "claims_by_ids",
    "claims_for",
    "claims_of",
    "close",
    "ensure_person",
    "every_claim",
    "forget",
    "free",
    "holds",
    "keep_still",
    "let_go_run_out",
    "made_at",
    "move",
    "names_of",
    "release",
    "repeat_days",
    "resource",
    "resources",
    "week_of",
]
