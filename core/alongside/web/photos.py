"""Photos of people: shown to whoever has signed in, of those who agreed; nobody else learns that there is one.

A route of its own, as a page with many faces asks for many: nothing that stands round a page is gathered for it.
"""

from __future__ import annotations

from litestar import Response

from alongside.faults import noted
from alongside.refusal import Refusal
from alongside.web.asked import Asked
from alongside.web.host import Host
from alongside.web.opening import FRONT_DOOR

PATH = "/photos/{photo:str}"
NOT_HERE = "There is no photo here."

# By the reader's own browser alone, and for a short while: whoever takes her photo away is gone from every page
# at once, as no page names it any more.
_A_WHILE = "private, max-age=3600"


def show_photo(host: Host, asked: Asked) -> Response[bytes]:
    """Show a photo, or say that there is none."""
    try:
        asked.check()
        with host.store.unit(FRONT_DOOR, writing=False) as unit:
            visitor = host.visitor(unit, asked.session)
            known = visitor is not None and not visitor.locked
            content = host.photo(unit, asked.places["photo"]) if known else None
    except Refusal:
        content = None
    except Exception as fault:  # a page with many faces must not become a page of faults
        noted(fault, "a photo")
        content = None
    if content is None:
        return Response(NOT_HERE.encode(), status_code=404, media_type="text/plain")
    return Response(content, media_type="image/jpeg", headers={"cache-control": _A_WHILE})
