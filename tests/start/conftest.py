"""A new enterprise's folder, and a browser without scripts that answers its first questions."""

import re
from datetime import UTC, datetime

import attrs
import pytest

from alongside.cli.ending import run
from alongside.house import opening
from alongside.house.first_run.hosting import pages
from alongside.house.main import alongside as root
from alongside.testing import browsing

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADDRESS = "http://127.0.0.1"
QUESTIONS = ("name", "place", "words", "businesses", "steward", "check")


@attrs.define
class Browser:
    """What a person does: opens a page, fills in its form, presses a button. Each is counted."""

    client: browsing.Browser
    opened: int = 0
    typed: int = 0
    pressed: int = 0

    def open(self, path):
        self.opened += 1
        return self.client.get(path)

    def send(self, path, form=None, *, files=None, many=(), chosen=0):
        """Send a form; ``chosen`` ticks and picks take a press each, every character of a text is typed."""
        form = dict(form or {})
        self.typed += sum(len(value) for value in form.values() if isinstance(value, str))
        self.pressed += 1 + chosen + len(many)
        data = {**form, **{name: [] for name, _ in many}}
        for name, value in many:
            data[name].append(value)
        self.opened += 1
        return self.client.post(path, data=data, files=files)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A real enterprise has a real clock; here it stands still, as the law's figures have dates."""
    monkeypatch.setattr(opening, "now", lambda: NOW)


def headline(answer):
    return re.search(r"<h1>(.*?)</h1>", answer.text, re.DOTALL)[1]


@pytest.fixture
def browse(opened, home, capsys):
    """Make an enterprise's folder and return a function that opens its pages in a browser."""
    clients = []

    def open_it(*arguments, make=True):
        if make:
            assert run(root, ["start", str(home), *arguments]) == 0
        client = browsing.Browser(pages(opened(home)), address=ADDRESS)
        client.headers["origin"] = ADDRESS
        clients.append(client.__enter__())
        return Browser(client)

    yield open_it
    for client in clients:
        client.__exit__(None, None, None)


ANSWERS = {
    "name": {"name": "Harbour Together"},
    "place": {"zone": "Europe/London"},
    "words": {"supporter": "buddy", "supporters": "buddies"},
    "businesses": {"then": "add", "name": "Harbour Café", "kind": "cafe"},
    "steward": {"steward": "Nia Castell", "email": "nia@harbour.example"},
}


@pytest.fixture
def answered():
    """A function that answers the questions up to one of them."""

    def answer(browser, upto="check"):
        for step in QUESTIONS[: QUESTIONS.index(upto)]:
            browser.send(f"/first/{step}", ANSWERS[step], chosen=step in {"place", "businesses"})
            if step == "businesses":
                browser.send("/first/businesses", {"then": "next"})

    return answer
