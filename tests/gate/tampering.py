"""Addresses and forms of a member that were changed by hand: one name, one fact, one choice that is none."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

from alongside.testing.easy_read import sentence_faults, sentences
from alongside.testing.pages.answered import Answered, asked_for
from alongside.testing.pages.forms import forms_of, kind_of

NONE = "none"
"""What is no id, no day, no number and no choice of any page."""

REFUSED = {400, 403, 404, 409, 410}
_SAID = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>|<li><a href=\"#[^\"]*\">(.*?)</a>", re.S)


def tampered(crawl, demo):
    """Open and send each as the member; yield what was refused."""
    for route in crawl.routes:
        for place in crawl.every(route):
            if place.person == demo.member:
                yield from _addresses(demo, route, place)
                yield from _forms(demo, route, place)


def _addresses(demo, route, place):
    parts, given = urlsplit(place.path), parse_qsl(urlsplit(place.path).query)
    pieces = re.split(r"\{[^}]*\}", route.path)
    values = re.fullmatch("([^/]+)".join(map(re.escape, pieces)), parts.path).groups()
    for at in range(len(values)):
        names = [*values[:at], NONE, *values[at + 1 :], ""]
        yield from _asked(demo, route, "".join(map("".join, zip(pieces, names, strict=True))))
    for at, (name, _value) in enumerate(given):
        query = urlencode([*given[:at], (name, NONE), *given[at + 1 :]])
        yield from _asked(demo, route, f"{parts.path}?{query}")


def _forms(demo, route, place):
    known = set()
    for form in forms_of(demo.browser_of(demo.member).get(place.path).text, place.path):
        for sent in form.ways_to_send() if kind_of(form.fields) not in known else ():
            for name in [one for one in sent if one not in form.written]:
                yield from _asked(demo, route, form.action, {**sent, name: NONE})
        known.add(kind_of(form.fields))


def _asked(demo, route, path, form=None):
    standard, easy = asked_for(demo.browser_of(demo.member), path, form)
    if standard.status in REFUSED and easy.status == standard.status:
        yield Answered(route.path, f"tampered with: {path} {form or ''}", path, demo.member, standard, easy)
    elif form is not None:
        demo.put_back()


def in_one_edition_alone(answered):
    """What a page in Easy Read says as the other one does, against the rules of Easy Read."""
    said = {edition: _said(answered.in_edition(edition).html) for edition in ("standard", "easy")}
    return [
        one
        for one in said["easy"]
        if one in said["standard"] and any(sentence_faults(each) for each in sentences(one))
    ]


def _said(html):
    inside = html.partition("<main")[2].partition("</main>")[0]
    found = (one or other for one, other in _SAID.findall(inside))
    return [" ".join(unescape(re.sub("<[^>]+>", "", one)).split()) for one in found]
