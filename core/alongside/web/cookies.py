"""The cookies: a session, the browser's own secret, a draft, how pages are seen for now, and a notice shown once.

Two more are kept for pages of the core: which of our devices it is, and a card that was shown a moment ago.

How pages are seen and the notice are no secrets, a draft is sealed; the others are. The session's is made anew
whenever somebody comes in; the browser's marks forms before that. What each is called in the browser hangs on
how it is reached (``Reached.cookie_name``); in here each has one short name.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import Literal

from litestar.datastructures import Cookie

from alongside.display import Edition, Said
from alongside.display.frame import Notice
from alongside.display.look import Colours, TextSize
from alongside.web import drafts
from alongside.web.reached import Reached

SESSION = "session"
BROWSER = "browser"
EDITION = "edition"
COLOURS = "colours"
TEXT = "text"
NOTICE = "notice"
DRAFT = "draft"
DEVICE = "device"
CARD = "card"

KEPT = (DEVICE, CARD)
"""What pages of the core may ask a browser to keep, and read again."""

STAYS = 30 * 24 * 3600
"""Seconds for which a browser of one's own stays signed in."""

Seen = Edition | Colours | TextSize

FOR_NOW: Mapping[str, Mapping[str, Seen]] = {
    EDITION: {"standard": Edition.STANDARD, "easy": Edition.EASY},
    COLOURS: {one.value: one for one in Colours},
    TEXT: {one.value: one for one in TextSize},
}
"""What an address may ask for, by the name under which it does and is kept: the words for each answer."""

OURS = (SESSION, BROWSER, *FOR_NOW, NOTICE, DRAFT, *KEPT)

_NOTICE_SECONDS = 60
_PLAIN = "{notice}"


def cookie(name: str, value: str, *, seconds: int | None = None) -> Cookie:
    """A cookie that no script reads; kept until the browser closes, or for ``seconds``.

    No other site's form or picture sends it. The session and the browser's secret come along where somebody opens
    a link to us from a mail: that changes nothing, and she would else look like a stranger.
    """
    site: Literal["lax", "strict"] = "lax" if name in {SESSION, BROWSER} else "strict"
    return Cookie(name, value=value, path="/", max_age=seconds, httponly=True, samesite=site)


def forgotten(name: str) -> Cookie:
    """The same cookie, to be forgotten at once."""
    return cookie(name, "", seconds=0)


def draft_cookie(draft: str, secret: str) -> Cookie:
    """Keep a draft for the pages that follow, or forget it where it is empty."""
    return cookie(DRAFT, drafts.seal(draft, secret)) if draft else forgotten(DRAFT)


def notice_cookie(part: str, notice: str | Said) -> Cookie:
    """Keep a notice for the next page."""
    key, facts = (notice.key, notice.facts) if isinstance(notice, Said) else (notice, None)
    words = {
        "part": (isinstance(notice, Said) and notice.part) or part,
        "key": key,
        "facts": facts and {name: str(value) for name, value in facts.items()},
    }
    packed = base64.urlsafe_b64encode(json.dumps(words).encode()).decode()
    return cookie(NOTICE, packed, seconds=_NOTICE_SECONDS)


def kept_notice(packed: str | None) -> Notice | None:
    """Return the notice a cookie holds; ``None`` where there is none, or nothing that makes sense."""
    try:
        words = json.loads(base64.urlsafe_b64decode(packed or ""))
        # A plain notice may hold braces, as a name may: it becomes a fact and is not taken for a sentence.
        key, facts = (
            (_PLAIN, {"notice": words["key"]}) if words["facts"] is None else (words["key"], words["facts"])
        )
        said = Said(key, **facts)
        str(said)  # raises where a fact is missing
        return Notice(text=said, done=True, part=str(words["part"]))
    except (binascii.Error, ValueError, LookupError, TypeError):
        return None


def received(cookies: Mapping[str, str], reached: Reached) -> dict[str, str]:
    """Return our cookies among those a browser sent, by their short names."""
    named = ((name, cookies.get(reached.cookie_name(name))) for name in OURS)
    return {name: value for name, value in named if value is not None}


def named_for(cookies: Iterable[Cookie], reached: Reached) -> None:
    """Give cookies that go out the names they have in the browser, and keep them to HTTPS where there is."""
    for one in cookies:
        one.key, one.secure = reached.cookie_name(one.key), reached.secure
