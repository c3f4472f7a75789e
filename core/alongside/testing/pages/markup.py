"""What can be read off a page's HTML: language, title and headings, tables, and that nothing runs in it."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import attrs


@attrs.define
class _Table:
    captions: int = 0
    headers: int = 0


class _Markup(HTMLParser):
    """Reads a page once and collects what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.count = Counter[str]()
        self.ids = Counter[str]()
        self.nearby: list[str] = []
        self.title = ""
        self._tables: list[_Table] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        self.count[tag] += 1
        self.ids[named.get("id", "")] += 1
        if tag == "a" and named.get("href", "").startswith("#"):
            self.nearby.append(named["href"][1:])
        self.faults += _running(tag, named)
        if tag == "html" and not named.get("lang"):
            self.faults.append("no language: <html> says no lang")
        if tag == "table":
            self._tables.append(_Table())
        if self._tables:
            self._tables[-1].captions += tag == "caption"
            self._tables[-1].headers += tag == "th" and named.get("scope") in {"col", "row"}
        self._in_title = tag == "title" and self.count["svg"] == self.count["/svg"]

    def handle_endtag(self, tag: str) -> None:
        self.count[f"/{tag}"] += 1
        self._in_title = False
        if tag == "table" and self._tables:
            self._table(self._tables.pop())

    def _table(self, table: _Table) -> None:
        if table.captions != 1:
            self.faults.append("table without a caption")
        if not table.headers:
            self.faults.append("table without headers: no <th scope>")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data.strip()


def _running(tag: str, named: dict[str, str]) -> list[str]:
    """What would run, or set its own look, beside the files that the policy of the pages lets in."""
    found = [f"inline script: {name} on <{tag}>" for name in named if name.startswith("on")]
    found += [
        f"inline script: {name} of <{tag}> runs"
        for name in ("href", "src", "action", "formaction")
        if named.get(name, "").strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
    ]
    if tag == "script" and "src" not in named:
        found.append("inline script: <script> without src")
    if tag == "style" or "style" in named:
        found.append(f"inline style: on <{tag}>")
    return found


def markup_faults(html: str) -> list[str]:
    """Every fault that the HTML of a page shows, each beginning with its kind; empty if none was found."""
    read = _Markup()
    read.feed(html)
    read.close()
    found = list(dict.fromkeys(read.faults))
    if not read.title:
        found.append("no title: <title> is empty")
    if read.count["h1"] != 1:
        found.append(f"{read.count['h1']} h1 instead of one")
    # As those of a list of mistakes, which lead to the fields.
    found += [f"link to nowhere: #{one}" for one in dict.fromkeys(read.nearby) if one not in read.ids]
    return found + [f"id twice: {one}" for one, times in read.ids.items() if one and times > 1]
