"""Pages that no link in the demo leads to, each with a place where it can be looked at, and why no link does."""

import sqlalchemy as sa

from alongside.house.opening import House
from alongside.testing.pages.crawling import Crawl, Place
from alongside.testing.pages.walking import NOBODY

LEADS_ON = {
    "/": "it leads to the page that somebody of her role begins with",
    "/card/{card}": "it keeps what the camera has read, and leads to where that is asked about",
    "/card/instead": "it is there where a card is shown while somebody else has not finished; tested with cards",
    "/locked": "it is there while a shared device is locked; tested with cards",
    "/first/{step}": "the first questions are answered: it leads to the start",
}
"""Pages that show nothing of their own in an enterprise that is set up."""


def examples(house: House) -> list[Place]:
    """Places for the routes that are met in no walk through the demo."""
    member, steward = house.settings.look_as["member"], house.settings.look_as["steward"]
    manager = house.settings.look_as["manager"]
    with house.store.engine.connect() as connection:
        series = connection.execute(sa.text("SELECT id FROM studio_series")).scalars().first()
    studio = house.business("studio", None).slug
    return [
        # Shown when it was booked, and led to from each of its bookings, of which a walk opens a few.
        Place("/studio/{the business}/series/{series}", f"/studio/{studio}/series/{series}", manager),
        Place("/card", "/card", NOBODY),  # a demo lets people in without one; tested with cards on a tablet
        Place("/finished", "/finished", member),  # offered where a device is shared, which a demo's browser is not
        Place("/week/{person}", f"/week/{member}", member),  # her own is /week; others' she does not see
        Place("/week/{person}", f"/week/{member}", steward),
    ]


def places(crawl: Crawl, house: House) -> Crawl:
    """What was met, and the examples for what was not."""
    met = crawl.met()
    return Crawl(crawl.routes, [*crawl.places, *(one for one in examples(house) if one.route not in met)])
