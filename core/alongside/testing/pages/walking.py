"""A walk through a served enterprise without a browser: what its pages answer, and who there is to walk as."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from alongside.testing.pages.crawling import Answer, Crawl

if TYPE_CHECKING:
    from alongside.house.opening import House

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_IN_ORDER = ("member", "supporter", "manager", "trustee", "teller", "steward")
"""Who walks first: a page is looked at as the first who may open it, so a member's page as a member sees it."""


NOBODY = "nobody"
"""Stands for the id of somebody who has not signed in; what begins with it, for another browser of theirs."""


class _Stay(HTTPRedirectHandler):
    """A redirect is an answer like any other."""

    def redirect_request(self, *_: object) -> None:
        """Return no request to go on with."""


class Walker:
    """One person's way through the pages at an address; she keeps her cookies."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = build_opener(_Stay, HTTPCookieProcessor(CookieJar()))

    def come_in(self, person: str) -> Walker:
        """Choose a person by id on the page where a demo lets anybody choose."""
        hidden = dict(_HIDDEN.findall(self.get("/who").html))
        self._asked(Request(f"{self._address}/who", self._form({**hidden, "person": person}), self._from_here()))  # noqa: S310 - our own address
        return self

    def get(self, path: str) -> Answer:
        """Open one page."""
        return self._asked(Request(f"{self._address}{path}"))  # noqa: S310 - our own address

    def _asked(self, request: Request) -> Answer:
        try:
            with self._opener.open(request) as said:
                page = said.headers.get("content-type", "").startswith("text/html")
                return Answer(said.status, said.read().decode() if page else "")
        except HTTPError as other:
            with other:
                to = other.headers.get("location") or ""
                return Answer(other.code, "" if to else other.read().decode("utf-8", "replace"), to)

    def _from_here(self) -> dict[str, str]:
        return {"origin": self._address}

    def _form(self, fields: Mapping[str, str]) -> bytes:
        return urlencode(fields).encode()


def people_to_walk_as(house: House) -> tuple[str, ...]:
    """Return ids of people who between them may open everything, the first being those a demo shows around.

    One of each role; of managers one for each business.
    """
    from alongside.enterprise import offers as enterprise

    with house.reading() as unit:
        grants = sorted(enterprise.grants(unit), key=lambda one: _IN_ORDER.index(one.role.value))
    shown = house.settings.look_as
    found: dict[tuple[str, str | None], str] = {}
    for grant in grants:
        own = grant.business if grant.role.value == "manager" else None
        if grant.person == shown.get(grant.role.value):
            found[grant.role.value, own] = grant.person
        found.setdefault((grant.role.value, own), grant.person)
    return tuple(dict.fromkeys(found.values()))


def walk(crawl: Crawl, address: str, people: tuple[str, ...]) -> Crawl:
    """Let nobody, and then each of the people, walk through all that leads on from the start."""
    crawl.walk(NOBODY, Walker(address).get)
    for person in people:
        crawl.walk(person, Walker(address).come_in(person).get)
    return crawl
