"""Opens every page of a plugin as three people, in both editions, and follows the links between its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, unquote

import attrs

from alongside.display import Edition
from alongside.faults import heard
from alongside.house.hosting import Hosting
from alongside.plugin import Page
from alongside.scaffold.fault import Fault, Kind, said
from alongside.scaffold.trial import Trial
from alongside.testing.easy_read import easy_read_faults
from alongside.web.addresses import Address, addresses_of
from alongside.web.asked import Asked
from alongside.web.cookies import EDITION, FOR_NOW, SESSION
from alongside.web.opening import open_page
from alongside.web.visit import Form

MOST_PAGES = 12
"""How many pages one visitor opens in one edition: a page of weeks leads to the next one without an end."""

_LINK = re.compile(r'href="(/[^"#]*)"')
_ROLES: Mapping[str, str] = {"steward": "a steward", "manager": "a manager", "member": "a member"}


@attrs.define
class Opened:
    """What came of opening the pages: one fault for each that raises, notes, and how often one was opened."""

    faults: dict[tuple[str, bool], Fault] = attrs.field(factory=dict)
    notes: dict[str, None] = attrs.field(factory=dict)
    reached: set[str] = attrs.field(factory=set)
    times: int = 0


def open_pages(trial: Trial, opened: Opened) -> None:
    """Open the pages as a steward, a manager and a member; a member also sends each form empty."""
    host, addresses = Hosting(trial.house), addresses_of((trial.plugin,))
    for role, token in trial.visitors().items():
        for name in FOR_NOW[EDITION]:
            waiting = [one.at(trial.business.slug) for one in addresses if "{" not in one.page.path]
            seen: set[str] = set()
            while waiting and len(seen) < MOST_PAGES:
                path = waiting.pop(0)
                seen.add(path)
                for address, places in _there(addresses, path):
                    asked = _asked(path, places, token, name)
                    html = _open(trial, host, address, asked, role, opened)
                    waiting += [one for one in _links(html, trial) if one not in {*seen, *waiting}]
        if role == "member":
            _send_nothing(trial, host, addresses, token, opened)


def _there(addresses: tuple[Address, ...], path: str) -> Iterator[tuple[Address, dict[str, str]]]:
    """Find the page that an address leads to, and what stands in the places of its names."""
    parts = unquote(path.partition("?")[0]).split("/")
    for address in addresses:
        wanted = address.path.split("/")
        pairs = list(zip(wanted, parts, strict=False))
        if len(wanted) == len(parts) and all(name == part or name.startswith("{") for name, part in pairs):
            found = [part for name, part in pairs if name.startswith("{")]
            yield address, {f"p{place}": part for place, part in enumerate(found)}
            return


def _asked(path: str, places: dict[str, str], token: str, edition: str, *, posted: bool = False) -> Asked:
    here, _, query = path.partition("?")
    cookies = {SESSION: token, EDITION: edition}
    return Asked(here=here, posted=posted, places=places, query=Form(tuple(parse_qsl(query))), cookies=cookies)


def _open(trial: Trial, host: Hosting, address: Address, asked: Asked, role: str, opened: Opened) -> str:
    if not isinstance(address.page, Page) and address.page.path in opened.reached:
        return ""  # a paper takes seconds to set, and is the same for everybody
    opened.reached.add(address.page.path)
    with heard() as raised:
        answer = open_page(host, address, asked)
    opened.times += 1
    for one in raised:
        fault = _fault(trial, address, asked, role, one.fault)
        opened.faults.setdefault((address.page.path, asked.posted), fault)
    if answer.status_code != 200 or not isinstance(address.page, Page):
        return ""
    html = bytes(answer.content).decode()
    if role == "member" and asked.edition is Edition.EASY:
        opened.notes.update({f"Easy Read, {address.page.path}: {one}": None for one in easy_read_faults(html)})
    return html


def _fault(trial: Trial, address: Address, asked: Asked, role: str, fault: BaseException) -> Fault:
    act = "took an empty form" if asked.posted else f"was opened by {_ROLES[role]}"
    words = f"The page “{address.page.path}” raised {said(fault, trial.plugin.package)} when it {act}"
    edition = " in Easy Read" if asked.edition is Edition.EASY else ""
    return Fault(Kind.PAGE, f"{words}{edition}. Mend it there; a page shows something even where nothing is yet.")


def _links(html: str, trial: Trial) -> list[str]:
    ours = f"/{trial.plugin.name}/{trial.business.slug}/"
    return [one.replace("&amp;", "&") for one in dict.fromkeys(_LINK.findall(html)) if one.startswith(ours)]


def _send_nothing(trial: Trial, host: Hosting, addresses: tuple[Address, ...], token: str, opened: Opened) -> None:
    for address in addresses:
        if isinstance(address.page, Page) and address.page.send and "{" not in address.page.path:
            path = address.at(trial.business.slug)
            for found, places in _there((address,), path):
                _open(trial, host, found, _asked(path, places, token, "standard", posted=True), "member", opened)
