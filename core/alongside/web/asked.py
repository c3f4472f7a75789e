"""What a browser asked for, read and checked before any part sees it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from unicodedata import category
from urllib.parse import parse_qsl

import attrs
from litestar import Request

from alongside.display import Edition
from alongside.display.look import Colours, Look, TextSize
from alongside.display.marked_forms import FIELD
from alongside.refusal import BadInput, worded
from alongside.web import drafts
from alongside.web.cookies import (
    BROWSER,
    COLOURS,
    DRAFT,
    EDITION,
    FOR_NOW,
    KEPT,
    SESSION,
    TEXT,
    Seen,
    received,
)
from alongside.web.multipart import KIND, Sent, parts_of
from alongside.web.reached import Reached
from alongside.web.visit import Form

SEEN, OWN = "seen", "own"
"""In an address: show it as the person has chosen, and forget what was chosen for now."""

_MOST_FIELDS = 2_000
_FORM = "application/x-www-form-urlencoded"
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}


@attrs.frozen(kw_only=True)
class Asked:
    """One request: ``here`` is its path, ``places`` what the router found in it.

    ``origin`` is that of our own pages for this browser, ``sender`` the network address it asks from.
    ``browser`` is a secret that only this browser holds; ``fresh`` where it is to be given to it with the answer.
    ``has`` are the tags of what a program has of it already, as it says them. ``part`` is the part of a file that
    it asks for, ``same_as`` the file which that must be of.
    """

    here: str
    posted: bool = False
    places: Mapping[str, str] = attrs.field(factory=dict)
    query: Form = attrs.field(factory=Form)
    cookies: Mapping[str, str] = attrs.field(factory=dict)
    content_type: str = ""
    body: bytes = b""
    origin: str = ""
    sender: str = ""
    browser: str = ""
    fresh: bool = False
    has: str = ""
    part: str = ""
    same_as: str = ""

    @property
    def session(self) -> str:
        """The secret of the session this browser is in; empty where it is in none."""
        return self.cookies.get(SESSION, "")

    @property
    def secret(self) -> str:
        """What marks of forms and drafts are made with: another one as soon as somebody comes in or leaves."""
        return f"{self.browser}:{self.session}" if self.browser else ""

    @property
    def draft(self) -> str:
        """What this browser keeps of a page before; empty where it keeps nothing, or of another session."""
        return drafts.unseal(self.cookies.get(DRAFT, ""), self.secret) if self.secret else ""

    @property
    def secret_of_a_stranger(self) -> str:
        """What the marks of forms were made with while nobody had come in."""
        return f"{self.browser}:" if self.browser else ""

    @property
    def kept(self) -> dict[str, str]:
        """What this browser keeps for pages of the core."""
        return {name: self.cookies[name] for name in KEPT if name in self.cookies}

    @property
    def mark(self) -> str:
        """The mark of the form that was sent; empty where it has none, or is no form."""
        try:
            pairs = self._pairs()
        except ValueError:
            return ""
        return next((value for name, value in pairs if name == FIELD), "")

    @property
    def what_was_sent(self) -> bytes:
        """What tells one sending from another, mark and all.

        A browser draws another boundary for each sending of a form with a file, so that is none of it.
        """
        try:
            return repr(_fields(self.content_type, self.body)).encode() if self._has_files else self.body
        except ValueError:
            return self.body

    @property
    def _has_files(self) -> bool:
        return self.content_type.partition(";")[0].strip().lower() == KIND

    @property
    def edition(self) -> Edition | None:
        """The edition that was asked for, here or on an earlier page."""
        found = self._for_now(EDITION)
        return found if isinstance(found, Edition) else None

    def look(self, own: Look) -> Look:
        """Return the colours and the size that were asked for, as the person's ``own`` where none were."""
        colours, size = self._for_now(COLOURS), self._for_now(TEXT)
        return Look(
            colours=colours if isinstance(colours, Colours) else own.colours,
            text_size=size if isinstance(size, TextSize) else own.text_size,
        )

    @property
    def as_her_own(self) -> bool:
        """True where it is asked that what was chosen for now be forgotten."""
        return self.query.get(SEEN) == OWN

    def _for_now(self, name: str) -> Seen | None:
        here = "" if self.as_her_own else self.cookies.get(name, "")
        return FOR_NOW[name].get(self.query.get(name, here))

    def form(self, *, with_files: bool = False) -> Form:
        """Return what was sent; a file only ``with_files``.

        Raises:
            BadInput: where it is no form, or holds what cannot be kept.
        """
        if not self.body:
            return Form()
        kind = self.content_type.partition(";")[0].strip().lower()
        if kind != _FORM and not (with_files and kind == KIND):
            raise BadInput(
                worded("web", "What was sent is not a form of this page. Open it again and send it again.")
            )
        try:
            return _checked(self._form(kind))
        except ValueError as wrong:
            raise BadInput(
                worded("web", "The form could not be read. Open the page again and send it again.")
            ) from wrong

    def _form(self, kind: str) -> Form:
        sent = _with_files(self.content_type, self.body) if kind == KIND else _without(self.body)
        return attrs.evolve(sent, pairs=tuple(pair for pair in sent.pairs if pair[0] != FIELD))

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return (_with_files(self.content_type, self.body) if self._has_files else _without(self.body)).pairs

    def check(self) -> None:
        """Refuse an address that holds what no database keeps."""
        _checked(Form((*self.places.items(), *self.query.pairs)))


def _without(body: bytes) -> Form:
    return Form(tuple(_pairs(body.decode("ascii"))))


def _with_files(content_type: str, body: bytes) -> Form:
    parts = tuple(parts_of(content_type, body))
    texts = tuple((part.name, part.content.decode("utf-8")) for part in parts if part.file is None)
    # A browser sends a field for a file that nobody chose, without a name and empty.
    files = {part.name: Sent(part.file, part.content) for part in parts if part.file}
    return Form(texts, files=files)


def _fields(content_type: str, body: bytes) -> list[tuple[str, str | None, str]]:
    """Each field, the name of its file, and a digest of what is in it."""
    return [(one.name, one.file, sha256(one.content).hexdigest()) for one in parts_of(content_type, body)]


def _pairs(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)


def _checked(form: Form) -> Form:
    """A zero character is in no keyboard, and PostgreSQL cannot keep it."""
    if any("\0" in name + value for name, value in form.pairs):
        raise BadInput(worded("web", "A character was sent that cannot be kept. Write the text again by hand."))
    return attrs.evolve(form, pairs=tuple((name, _seen(value)) for name, value in form.pairs))


def _seen(value: str) -> str:
    """What holds nothing that can be seen says nothing, whatever it is made of: a title must be one."""
    return value if any(category(letter) not in _UNSEEN for letter in value) else ""


async def asked(request: Request[Any, Any, Any], reached: Reached) -> Asked:
    """Read a request whole."""
    cookies = received(request.cookies, reached)
    browser = cookies.get(BROWSER)
    return Asked(
        here=request.url.path,
        posted=request.method == "POST",
        places={name: str(value) for name, value in request.path_params.items()},
        query=Form(tuple((str(name), str(value)) for name, value in request.query_params.multi_items())),
        cookies=cookies,
        content_type=request.headers.get("content-type", ""),
        body=await request.body(),
        origin=reached.origin_of(request.headers.get("host", "")) or "",
        sender=request.client.host if request.client else "",
        browser=browser or secrets.token_urlsafe(24),
        fresh=not browser,
        has=request.headers.get("if-none-match", ""),
        part=request.headers.get("range", ""),
        same_as=request.headers.get("if-range", ""),
    )
