"""Where drafts and publications of the rota are kept."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c
from alongside.api.values import Period

from ..draft import Draft
from ..publication import Publication

DRAFT = table(
    "cafe_draft",
    c.key(),
    c.business(),
    c.day("first_day"),
    c.whole("weeks"),
    c.json("assignments"),
    c.json("base"),
    c.json("pinned"),
    c.json("overrides"),
    c.json("gaps"),
    c.json("searched"),
    c.yes("by_hand"),
    c.whole("based_on"),
    c.instant("made_at"),
    c.json("rules"),
    c.version(),
    UniqueConstraint("business", "first_day", name="cafe_draft_business_first_day_key"),
)
# Quiet: in a draft stand reasons and who cannot have which place, and nobody could take them out of the trail.
DRAFTS = Rows(Draft, DRAFT, called="draft of a rota", quiet=True)

PUBLICATION = table(
    "cafe_publication",
    c.key(),
    c.business(),
    c.day("first"),
    c.day("last"),
    c.whole("number"),
    c.text("digest"),
    c.instant("at"),
    c.person("by", nullable=True),
    c.json("overrides"),
    c.version(),
    # Two who publish at one moment must not both be number 7.
    UniqueConstraint("business", "number", name="cafe_publication_business_number_key"),
)
# Quiet for the reasons in it; who published which version and when says the row itself, which is not taken out.
PUBLICATIONS = Rows(Publication, PUBLICATION, called="publication of a rota", about="by", quiet=True)


def drafts_of(unit: Unit, business: str) -> list[Draft]:
    """Return the drafts of a business, in order of their days."""
    return unit.find(DRAFTS, DRAFT.c.business == business, order=(DRAFT.c.first_day, DRAFT.c.id))


def publications_of(unit: Unit, business: str, period: Period) -> list[Publication]:
    """Return the publications that tell of a day of a period, the newest first."""
    days = (PUBLICATION.c.first <= period.last, PUBLICATION.c.last >= period.first)

    def ask() -> tuple[Publication, ...]:
        order = (PUBLICATION.c.number.desc(),)
        return tuple(unit.find(PUBLICATIONS, PUBLICATION.c.business == business, *days, order=order))

    # Many parts of one page ask for them.
    return list(unit.once(f"cafe.publications:{business}:{period.first}:{period.last}", ask))


def last_number(unit: Unit, business: str) -> int:
    """Return the number of a business's newest publication, 0 before the first."""
    query = PUBLICATION.select().where(PUBLICATION.c.business == business)
    newest = unit.question(query.order_by(PUBLICATION.c.number.desc()).limit(1))
    return int(newest[0].number) if newest else 0
