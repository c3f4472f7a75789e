"""The headers that go back with every answer, whatever a part says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alongside.web.arrival import Arrival
from alongside.web.https.names import is_number
from alongside.web.reached import LOOPBACK, Reached

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # With “no-referrer” a browser names no origin when it sends a form, and the guard could not compare it.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

# A week, and for this name alone. While it lasts a browser opens the name by HTTPS only and lets nobody click a
# warning away: right on every normal day. But it holds for all ports of the name, and a café whose certificate
# has run out, or that gives the name to another machine, must not be locked out for the year that is usual.
ONLY_BY_HTTPS = ("strict-transport-security", "max-age=604800")


def headers_for(arrival: Arrival, reached: Reached) -> dict[str, str]:
    """Return the headers for an answer under the name that was asked for."""
    return {**HEADERS, **dict([ONLY_BY_HTTPS] if reached.secure and _has_a_name(arrival, reached) else [])}


def _has_a_name(arrival: Arrival, reached: Reached) -> bool:
    """True for a name of our own: for a number browsers keep nothing, and “localhost” is other programs' too."""
    name = reached.name_in(arrival.host)
    return name is not None and name not in LOOPBACK and not is_number(name)


def with_ours(theirs: Iterable[tuple[bytes, bytes]], ours: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Add ours to an answer's own; a page is kept nowhere, unless the answer says for how long it may be."""
    kept = [pair for pair in theirs if pair[0].decode("latin-1").lower() not in ours]
    added = [(name.encode(), value.encode()) for name, value in ours.items()]
    if not any(name.lower() == b"cache-control" for name, _ in kept):
        added.append((b"cache-control", b"no-store"))
    return kept + added
