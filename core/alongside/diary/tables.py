"""Where resources and claims are kept, and the guard that lets no two claims of one resource overlap."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alongside.diary.calendar_feed import Feed
from alongside.diary.claim import LONGEST, Claim
from alongside.diary.resource import Resource
from alongside.instants import Interval
from alongside.store import Rows, table
from alongside.store import columns as c

RESOURCE = table(
    "diary_resource",
    c.key(),
    c.text("kind"),
    c.text("name"),
    c.person("person", nullable=True),
    c.business(nullable=True),
    c.version(),
)
RESOURCES = Rows(Resource, RESOURCE, called="room, thing or person", about="person")

_IS_A_HOLD = sa.text("expires IS NOT NULL AND active")

CLAIM = table(
    "diary_claim",
    c.key(),
    c.reference("resource", "diary_resource"),
    c.business(nullable=True),
    c.text("purpose"),
    c.text("label"),
    c.instant("starts"),
    c.instant("ends"),
    c.text("zone"),
    c.text("source"),
    c.yes("active"),
    c.instant("expires", nullable=True),
    c.instant("made_at", nullable=True),
    c.version(),
    sa.Index("diary_claim_resource_starts_ix", "resource", "starts"),
    sa.Index("diary_claim_business_starts_ix", "business", "starts"),
    # Holds are few: the index is over them alone, and costs other claims nothing.
    sa.Index("diary_claim_expires_ix", "expires", sqlite_where=_IS_A_HOLD, postgresql_where=_IS_A_HOLD),
)
# A person's resource has the person's id, so a claim on her time is hers; a room's id is nobody's.
CLAIMS = Rows(Claim, CLAIM, called="claim", about="resource")

FEED = table(
    "diary_feed",
    c.key(),
    c.person("person"),
    c.text("seal"),
    c.instant("made_at"),
    c.yes("says_who"),
    c.version(),
    sa.UniqueConstraint("person", name="diary_feed_person_key"),
    sa.UniqueConstraint("seal", name="diary_feed_seal_key"),
)
FEEDS = Rows(Feed, FEED, called="calendar", about="person", quiet=True)

OVERLAP = "diary_claim_overlap"
"""The name by which both databases refuse an overlap."""

# SQLite compares instants as text, so one that is written in another form could slip past the comparison.
_FORM = (
    "'[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]'"
)
_BODY = f"""
  SELECT RAISE(ABORT, 'diary_claim_length') WHERE NEW.starts NOT GLOB {_FORM} OR NEW.ends NOT GLOB {_FORM}
    OR NEW.ends <= NEW.starts OR NEW.ends > strftime('%Y-%m-%d %H:%M:%f000', NEW.starts, '+25 hours');
  SELECT RAISE(ABORT, '{OVERLAP}') WHERE EXISTS (
    SELECT 1 FROM diary_claim AS standing WHERE standing.resource = NEW.resource AND standing.active
      AND standing.starts > datetime(NEW.starts, '-25 hours') AND standing.starts < NEW.ends
      AND standing.ends > NEW.starts AND standing.id IS NOT {{same}});
END"""  # noqa: S608 - made of constants

GUARDS: tuple[str, ...] = (
    "CREATE TRIGGER IF NOT EXISTS diary_claim_insert_guard BEFORE INSERT ON diary_claim WHEN NEW.active BEGIN"
    + _BODY.format(same="NULL"),
    "CREATE TRIGGER IF NOT EXISTS diary_claim_update_guard BEFORE UPDATE ON diary_claim WHEN NEW.active BEGIN"
    + _BODY.format(same="OLD.id"),
)
"""SQLite's triggers; PostgreSQL has an exclusion constraint of the same name, made by the migration."""


def standing(now: datetime) -> tuple[Any, ...]:
    """Return the conditions for claims that keep somebody out: active, and no hold that has run out."""
    return CLAIM.c.active, CLAIM.c.expires.is_(None) | (CLAIM.c.expires > now)


def run_out(now: datetime) -> tuple[Any, ...]:
    """Return the conditions for holds that have run out and were not cleared away yet."""
    return CLAIM.c.active, CLAIM.c.expires <= now


def meeting(interval: Interval) -> tuple[Any, ...]:
    """Return the conditions for claims that share time with the interval, bounded both ways.

    No claim is longer than 25 hours, so none that started earlier can reach into it: the search stays as
    small as the interval, however long the history is.
    """
    return (
        CLAIM.c.starts > interval.starts - LONGEST,
        CLAIM.c.starts < interval.ends,
        CLAIM.c.ends > interval.starts,
    )


def times_held(
    resources: Collection[str], interval: Interval, now: datetime
) -> sa.Select[tuple[str, datetime, datetime]]:
    """Return the query for when resources are claimed: resource, start and end, in order."""
    query = sa.select(CLAIM.c.resource, CLAIM.c.starts, CLAIM.c.ends)
    met = query.where(CLAIM.c.resource.in_(resources), *meeting(interval), *standing(now))
    return met.order_by(CLAIM.c.resource, CLAIM.c.starts)
