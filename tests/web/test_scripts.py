"""Scripts: each is a file of its own, and no name becomes a path."""

import pytest

from alongside.display import scripts


def test_every_script_is_sent_as_one(browser):
    assert scripts.names()
    for name in scripts.names():
        answer = browser.get(f"/static/scripts/{name}")
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.content == scripts.script(name)


@pytest.mark.parametrize("name", ["nothing.js", "..%2fmark.svg", "%2e%2e/page.css", "passkey"])
def test_nothing_else_is_sent(browser, name):
    assert browser.get(f"/static/scripts/{name}").status_code == 404
