"""The page about the network says what is so: its settings can be read, its numbers and headers are ours."""

import re
from pathlib import Path

import pytest

from alongside.house.reaching import HTTPS_PORT, PORT
from alongside.house.root_commands import https_certificate, serve
from alongside.house.settings import read_settings
from alongside.web.headers import ONLY_BY_HTTPS
from alongside.web.https.authority import SERVER_DAYS
from alongside.web.limits import FORMS_A_MINUTE, PAGES_A_MINUTE
from alongside.web.objections import NOT_THROUGH_THE_PROXY
from alongside.web.patience import FOR_THE_FIRST_WORDS, MOST_LINES

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "network.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
SECTIONS = [block for block in BLOCKS if block.startswith("[serve]")]


def test_page_is_found_from_installing():
    assert "(network.md)" in (DOCS / "installing.md").read_text("utf-8")


@pytest.mark.parametrize("section", SECTIONS, ids=["own network", "proxy"])
def test_settings_on_the_page_can_be_read(tmp_path, section):
    (tmp_path / "settings.toml").write_text(section, "utf-8")
    found = read_settings(tmp_path).serve
    assert found.names
    assert bool(found.certificate) != found.behind_proxy


def test_numbers_on_the_page_are_ours():
    for said in (
        f"{SERVER_DAYS} days",
        f"`Strict-Transport-Security: {ONLY_BY_HTTPS[1]}`",
        f"{PAGES_A_MINUTE} pages and send {FORMS_A_MINUTE} forms a minute",
        f"nothing is asked for {FOR_THE_FIRST_WORDS:.0f} seconds is closed, and one address may hold {MOST_LINES}",
        f"The port is {HTTPS_PORT}",
        f"as always (port {PORT})",
    ):
        assert said in PAGE


def test_options_on_the_page_exist():
    known = {name for command in (serve, https_certificate) for one in command.params for name in one.opts}
    lines = [line for block in BLOCKS for line in block.splitlines() if line.startswith("alongside ")]
    used = {word for line in lines for word in line.split() if word.startswith("--")} - {"--home"}
    assert len(lines) >= 3
    assert used <= known


def test_nginx_sends_every_header_that_is_asked_for():
    (nginx,) = [block for block in BLOCKS if "proxy_pass" in block]
    for header in ("Host", "X-Forwarded-For", "X-Forwarded-Proto"):
        assert header in NOT_THROUGH_THE_PROXY
        assert f"proxy_set_header {header} " in nginx
        assert f"| `{header}` |" in PAGE
