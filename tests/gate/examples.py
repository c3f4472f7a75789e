"""Pages that no link in the demo leads to, each with a place where it can be looked at, and why no link does."""

import attrs
import sqlalchemy as sa

from alongside.house.opening import House
from alongside.testing.pages.crawling import Crawl, Place
from alongside.testing.pages.walking import NOBODY

TABLET = f"{NOBODY} at a tablet of ours"

LEADS_ON = {
    "/": "it leads to the page that somebody of her role begins with",
    "/card/{card}": "it takes the card out of the address, then leads to the page that asks whether to come in",
    "/calendar/{secret}": "it is for programs: a calendar, at an address with a secret that is shown once",
    "/locked": "it is there while a shared device is locked; tested with cards",
    "/first/{step}": "the first questions are answered: it leads to the start",
    "/come-in/mail": "a demo sends nothing to anybody, so it says that there is no such page",
    "/tomorrow/{file}": "a paper, made in the evening",
}
"""Routes that show nothing of their own in a demo."""

ADDRESSES = {
    "/": "/",
    "/card/{card}": "/card/none",
    "/calendar/{secret}": "/calendar/none",
    "/locked": "/locked",
    "/first/{step}": "/first/name",
    "/come-in/mail": "/come-in/mail",
    "/tomorrow/{file}": "/tomorrow/tomorrow-2026-11-24.pdf",
}
"""An address of each of them."""

GROWS = {"/trail/{number}": "/trail/1"}
"""Pages of which a walk makes new ones by walking, each with one that is there in every copy of the demo."""


LOOKED_AT_BY = {
    "/visits": "Priya Raman",
    "/my-expenses": "Hana Novak",
    "/decisions/{proposal}/box": "Nia Castell",
}
"""Pages that show what they are there for to somebody who walks nowhere, by her name."""


_CALLED = sa.text("SELECT id FROM people_person WHERE name = :name")


def examples(house: House) -> list[Place]:
    """Places for the routes that are met in no walk through the demo."""
    member, manager, steward = (house.settings.look_as[one] for one in ("member", "manager", "steward"))
    # By its series: forms that were sent for a test may have opened another.
    studio = _one(
        house,
        "SELECT there.slug FROM enterprise_business AS there"
        " JOIN studio_series AS series ON series.business = there.id ORDER BY series.id",
    )
    series = _one(house, "SELECT id FROM studio_series ORDER BY id")
    volunteer = _one(house, "SELECT person FROM volunteering_expense ORDER BY id")
    vote = _one(house, "SELECT id FROM decisions_proposal WHERE state = 'open' AND rule = 'majority' ORDER BY id")
    counted = _one(house, "SELECT proposal FROM decisions_outcome WHERE result = 'decided' ORDER BY proposal")
    objected = _one(house, "SELECT proposal FROM decisions_outcome WHERE result = 'objections' ORDER BY proposal")
    waits = "FROM placements_status_review WHERE verdict IS NULL ORDER BY answer_by, id"
    asked, whose = _one(house, f"SELECT id {waits}"), _one(house, f"SELECT person {waits}")
    return [
        # Shown when it was booked, and led to from each of its bookings, of which a walk opens a few.
        Place("/studio/{the business}/series/{series}", f"/studio/{studio}/series/{series}", manager),
        # Offered where a device is shared, which a demo's browser is not.
        Place("/finished", "/finished", TABLET),
        Place("/card", "/card", TABLET),
        Place("/card/instead", "/card/instead", TABLET),
        Place("/card/extra", "/card/extra", TABLET),
        # Offered on the way in of an enterprise that is no demo.
        Place("/come-in/mail/sent", "/come-in/mail/sent", NOBODY),
        Place("/come-in/password", "/come-in/password", NOBODY),
        Place("/come-in/passkey", "/come-in/passkey", NOBODY),
        Place("/come-in/link/{token}", "/come-in/link/none", NOBODY),
        Place("/come-in/code/{token}", "/come-in/code/none", NOBODY),
        Place("/ways-in/second-step", "/ways-in/second-step", steward),
        # Her own are /week and /seeing; others' she does not see.
        Place("/week/{person}", f"/week/{member}", steward),
        Place("/people/{person}/seeing", f"/people/{member}/seeing", steward),
        # Led to from the week of somebody whose work is asked about.
        Place("/is-my-work-a-job", "/is-my-work-a-job", whose),
        # One question a page: come after the first one was answered.
        Place("/is-this-a-job/{review}/{answer}", f"/is-this-a-job/{asked}/no_worker", manager),
        # Led to from the page of somebody who volunteers, which nobody who walks does.
        Place("/my-expenses/paper", "/my-expenses/paper", volunteer),
        Place("/volunteers/thanks", "/volunteers/thanks", volunteer),
        # Come after a form that was sent: see walks.py.
        Place("/decisions/practice/{rule}/check", "/decisions/practice/majority/check", member),
        Place("/decisions/practice/{rule}/done", "/decisions/practice/majority/done", member),
        Place("/decisions/{proposal}/check", f"/decisions/{vote}/check", member),
        # Led to from what was decided, of which a walk opens a few.
        Place("/decisions/{proposal}/votes", f"/decisions/{counted}/votes", member),
        Place("/decisions/{proposal}/counted/{edition}", f"/decisions/{counted}/counted/en", member),
        Place("/decisions/{proposal}/closing/{edition}", f"/decisions/{counted}/closing/en", steward),
        Place("/decisions/{proposal}/objections", f"/decisions/{objected}/objections", member),
        Place("/decisions/{proposal}/look-at", f"/decisions/{objected}/look-at", steward),
    ]


def _one(house: House, query: str) -> str:
    with house.store.engine.connect() as connection:
        return str(connection.execute(sa.text(query)).scalars().first())


def _looked_at_by(place: Place, house: House) -> str:
    name = LOOKED_AT_BY.get(place.route)
    with house.store.engine.connect() as connection:
        found = connection.execute(_CALLED, {"name": name}).scalars().first()
    # Where every text was changed, nobody has that name: then it is whoever met it.
    return found or place.person


def places(crawl: Crawl, house: House) -> Crawl:
    """What was met, and the examples for what was not."""
    met = crawl.met()
    there = [attrs.evolve(one, path=GROWS.get(one.route, one.path)) for one in crawl.places]
    there = [attrs.evolve(one, person=_looked_at_by(one, house)) for one in there]
    return Crawl(crawl.routes, [*there, *(one for one in examples(house) if one.route not in met)])
