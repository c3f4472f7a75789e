"""The forms of a page: filled in so that they can be sent, and filled in so that they must not be taken."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

import attrs

from alongside.display.marked_forms import FIELD

_SAMPLES = {
    "date": "2026-12-01",
    "time": "10:00",
    "number": "1",
    "email": "test@tideline.example",
    "tel": "01632 960999",
}
# What a browser has a calendar, a clock or a counter for it sends right or empty.
_WRONG = {"date": "", "time": "", "number": "", "email": "nobody at home", "tel": "ring me"}
_TOO_LONG = "word " * 2_000
# What a list that was shown an hour ago may still offer: a colleague has taken the answer out since.
_NOT_THERE = "taken-out-since"
_WRITTEN = frozenset({"text", "search", "password", "url", "textarea", *_SAMPLES})
_ACTS = ("do", "act", "what", "name", "step")
"""The fields by which a page tells its forms apart."""


@attrs.define
class Form:
    """Where it is sent and with what; ``fields`` are filled in where the page leaves them empty.

    ``kinds`` says of each field what kind it is: that of its input, or ``textarea`` or ``select``.
    """

    action: str
    fields: dict[str, str] = attrs.field(factory=dict)
    kinds: dict[str, str] = attrs.field(factory=dict)
    buttons: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def written(self) -> list[str]:
        """The names of the fields that people write in."""
        return [name for name, kind in self.kinds.items() if kind in _WRITTEN]

    @property
    def lists(self) -> list[str]:
        """The names of the lists that people choose one from."""
        return [name for name, kind in self.kinds.items() if kind == "select"]

    def ways_to_send(self) -> list[dict[str, str]]:
        """What is sent by each of its buttons."""
        return [{**self.fields, **self._by(name, value)} for name, value in self.buttons or [("", "")]]

    def emptied(self) -> dict[str, str]:
        """What is sent by its first button where nothing was written and nothing chosen."""
        empty = {*self.written, *self.lists}
        kept = {
            name: "" if name in empty else value
            for name, value in self.fields.items()
            if self.kinds[name] not in {"radio", "checkbox"}
        }
        return {**kept, **self._by(*(self.buttons or [("", "")])[0])}

    def mistaken(self) -> dict[str, str]:
        """What is sent where each field holds what cannot be: no address, too many words, none of the answers."""
        wrong = {name: _WRONG.get(self.kinds[name], _TOO_LONG) for name in self.written}
        wrong |= dict.fromkeys(self.lists, _NOT_THERE)
        return {**self.emptied(), **wrong}

    @staticmethod
    def _by(name: str, value: str) -> Mapping[str, str]:
        return {name: value} if name else {}


def kind_of(fields: Mapping[str, str]) -> tuple[object, ...]:
    """What tells two forms of one page apart: what they do, and which fields they have."""
    return tuple(sorted(fields)), tuple(fields.get(name, "").partition(":")[0] for name in _ACTS[:3])


class _Forms(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._here, self._open, self._choice = here, False, ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._open = named.get("method", "").lower() == "post"
            if self._open:
                self.found.append(Form(named.get("action") or self._here))
        if self._open:
            self._field(tag, named)

    def _field(self, tag: str, named: dict[str, str]) -> None:
        form, name = self.found[-1], named.get("name", "")
        if tag == "button" and named.get("type", "submit") == "submit":
            form.buttons.append((name, named.get("value", "")))
        elif tag == "select":
            self._choice = name
            form.kinds[name] = tag
        elif tag == "option" and self._choice and ("selected" in named or not form.fields.get(self._choice)):
            form.fields[self._choice] = named.get("value", "")
        elif tag == "textarea":
            form.kinds[name] = tag
            form.fields.setdefault(name, "Test")
        elif tag == "input" and name and name != FIELD:
            self._input(form, name, named)

    def _input(self, form: Form, name: str, named: dict[str, str]) -> None:
        kind, value = named.get("type", "text"), named.get("value", "")
        form.kinds[name] = kind
        if kind in {"radio", "checkbox"}:
            if "checked" in named or name not in form.fields:
                form.fields[name] = value or "on"
        elif kind != "file":
            form.fields[name] = value or _SAMPLES.get(kind, "" if kind == "hidden" else "Test")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
        if tag == "select":
            self._choice = ""


def forms_of(html: str, here: str) -> list[Form]:
    """Every form of a page that sends something, the page's own address where it names none."""
    reader = _Forms(here)
    reader.feed(html)
    reader.close()
    return reader.found
