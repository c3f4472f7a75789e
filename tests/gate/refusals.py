"""What people see who may not, cannot, come too late, or meet a plugin that is broken: each a page of its own."""

import sys
from types import ModuleType

import attrs

from alongside.display.marked_forms import FIELD
from alongside.house.core import core_parts
from alongside.house.finding import Found, LeftOut, find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import open_house
from alongside.plugin import Lazy, OpenTo, Page
from alongside.refusal import BadInput, NotAllowed, NotFound, SomebodyWasFaster
from alongside.testing.browsing import Browser
from alongside.testing.demo import noon
from alongside.testing.pages.answered import Answered, asked_for
from alongside.testing.pages.forms import forms_of

RAISES = {
    "bad": BadInput("the song has no name", remedy="Write one."),
    "not-allowed": NotAllowed("Sam Whitlock", "studio.plan"),
    "not-found": NotFound("song", "Here comes the sun"),
    "faster": SomebodyWasFaster("song"),
    "fault": RuntimeError("a fault"),
}
"""What a page of a plugin may raise, by its path."""


def _raising(words):
    def show(_visit):
        raise RAISES[words]

    return show


def with_pages_that_raise(found):
    """The plugins, the studio with a page more for each way to raise, and one that was left out."""
    studio = next(one for one in found.plugins if one.name == "studio")
    module = ModuleType(f"{studio.package}.raising")
    sys.modules[module.__name__] = module
    more = []
    for words in RAISES:
        setattr(module, words.replace("-", "_"), _raising(words))
        shown = Lazy(f"raising:{words.replace('-', '_')}")
        more.append(
            Page(f"/{words}", "Songs", "music", needs=OpenTo.SIGNED_IN, show=shown, send=shown, menu=False)
        )
    changed = attrs.evolve(studio, pages=(*studio.pages, *more))
    plugins = tuple(changed if one is studio else one for one in found.plugins)
    return Found(plugins, (LeftOut("music", "It could not be loaded."),))


def refusals(home):
    """Meet each of them in a copy of the demo; yield the pages."""
    house = open_house(home, core_parts(), with_pages_that_raise(find_plugins()))
    house.store.clock = noon
    app, shown = pages(house), house.settings.look_as
    browsers = {}
    for role in ("member", "steward"):
        browsers[role] = Browser(app)
        browsers[role].come_in_as(house.store, shown[role])

    def seen(role, state, path, form=None):
        return Answered(
            "refused", state, path, shown[role], *asked_for(browsers[role], path, form), role == "member"
        )

    studio = f"/studio/{house.business('studio', None).slug}"
    yield seen("member", "a page of others", "/backups")
    yield seen("member", "no such page", "/nowhere")
    yield seen("steward", "no such person", "/people/none")
    yield from (seen("member", f"raises {one}", f"{studio}/{one}") for one in RAISES)
    yield from (seen("member", f"raises {one} when something is sent", f"{studio}/{one}", {}) for one in RAISES)
    yield seen("steward", "a plugin was left out", "/")
    yield seen("steward", "why it was left out", "/plugins")
    yield seen("member", "too much was sent", "/news", {"do": "x" * 3_000_000})
    yield from _form_that_is_none(browsers["member"], shown["member"])
    yield from _sent_twice(browsers["steward"], shown["steward"])
    house.close()


def _form_that_is_none(browser, person):
    browser.marks = False
    yield Answered("refused", "a form without a mark", "/news", person, *asked_for(browser, "/news", {"do": "x"}))
    browser.marks = True


def _sent_twice(browser, person):
    """Send the very same form twice: the second leads where the first did, and says that it was done."""
    (new,) = (one for one in forms_of(browser.get("/people/new").text, "/people/new") if "format" in one.fields)
    form = {
        **new.emptied(),
        "business": "",
        "format": new.fields["format"],
        "edition": new.fields["edition"],
        "name": "Ada Whitlock",
    }
    form |= {FIELD: browser.mark()}
    browser.post("/people/new", data=form)
    yield Answered("refused", "sent already", "/people", person, *asked_for(browser, "/people/new", form), False)
