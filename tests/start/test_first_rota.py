"""From an empty folder to a filled first rota: on pages alone, counted, and by the keyboard alone."""

import re
import shutil
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from alongside.cli.ending import run
from alongside.house.main import alongside as root

from .conftest import ANSWERS

FILE = Path(__file__).parents[2] / "examples/people.csv"
LIST = FILE.read_text(encoding="utf-8")
NAMES = [line.split(",")[0] for line in LIST.splitlines()[1:]]
SECONDS_A_PAGE, SECONDS_A_PRESS, CHARACTERS_A_SECOND = 20, 2, 2
"""A slow reader and a slow typist: an estimate, and not people who were watched."""


def week(browser):
    return browser.send(
        "/cafe/harbour-cafe/pattern",
        {"opens": "10:00", "closes": "15:00", "kitchen": "2", "front": "2"},
        many=[("days", day) for day in "12345"],
    )


def skills(browser):
    """Everybody does the front, every other one the kitchen too, four have the key."""
    text = browser.open("/cafe/harbour-cafe/team").text
    ids = list(dict.fromkeys(re.findall(r'name="person" value="([^"]+)"', text)))
    ticks = [(f"{one}-skills", "front") for one in ids]
    ticks += [(f"{one}-skills", "kitchen") for one in ids[::2]] + [
        (f"{one}-skills", "key_holder") for one in ids[::3]
    ]
    data = {"person": ids}
    for name, value in ticks:
        data.setdefault(name, []).append(value)
    browser.opened += 1
    browser.pressed += 1 + len(ticks)
    return browser.client.post("/cafe/harbour-cafe/team", data=data)


def filled(text):
    return tuple(map(int, re.search(r"(\d+) of (\d+) places are filled", text).groups()))


def test_from_an_empty_folder_to_a_filled_rota_on_pages_in_less_than_half_an_hour(
    browse, answered, record_property
):
    browser = browse()
    browser.open("/")
    answered(browser)
    assert browser.send("/first/check").url.path == "/first-steps"
    browser.open("/people/file")
    looked = browser.send("/people/file", {"text": ""}, files={"file": ("people.csv", LIST.encode())})
    assert "12 people can be put on record" in looked.text
    assert "Nia Castell (on record; filled in)" in looked.text
    browser.pressed += 4  # to find the file
    put = browser.client.post("/people/file", data={"text": LIST, "then": "write"}, files={"file": ("", b"")})
    browser.opened, browser.pressed = browser.opened + 1, browser.pressed + 1
    assert "12 people are on record now." in put.text
    assert "What every week needs" in browser.open("/cafe/harbour-cafe/rota").text
    assert "The week has 10 shifts." in week(browser).text
    skills(browser)
    opened = browser.send("/cafe/harbour-cafe/team", {"then": "open"})
    assert "12 people can work when the café is open." in opened.text
    rota = browser.send("/cafe/harbour-cafe/rota", {"week": "2026-12-07", "weeks": "1"})
    done, places = filled(rota.text)
    assert places == 20
    assert done >= 19
    draft = {name: re.search(f'name="{name}" value="([^"]+)"', rota.text)[1] for name in ("draft", "version")}
    published = browser.send("/cafe/harbour-cafe/rota", {"do": "publish", **draft})
    assert "The rota is published." in published.text
    steps = browser.open("/first-steps").text
    assert "Everything is done. Your group can work." in steps
    minutes = (
        browser.opened * SECONDS_A_PAGE + browser.pressed * SECONDS_A_PRESS + browser.typed / CHARACTERS_A_SECOND
    ) / 60
    counted = (
        f"{browser.opened} pages, {browser.pressed} presses, {browser.typed} characters: {minutes:.0f} minutes"
    )
    record_property("estimate", counted)
    sys.stdout.write(f"\nFrom an empty folder to a filled rota: {counted} (estimated, not watched).\n")
    assert minutes < 30


def test_from_an_empty_folder_to_a_filled_rota_by_commands(home, capsys):
    named = ["--name", "Harbour Together", "--business", "Harbour Café:cafe", "--people", str(FILE)]
    lines = [
        ["start", str(home), *named],
        ["cafe", "pattern-start", "--days", "tue,wed,thu,fri,sat", "--opens", "10:00", "--closes", "15:00"],
        ["cafe", "pattern-add", "--days", "sat", "--from", "09:00", "--until", "13:00", "--job", "Till"],
        ["cafe", "pattern-remove", "--days", "sat", "--from", "09:00", "--job", "till"],
        *(
            ["people", "skill", name, skill, skill]
            for name in NAMES
            for skill in ("front", "kitchen", "key_holder")
        ),
        ["cafe", "hours-start"],
        ["cafe", "hours", "Sam Whitlock", "--days", "tue,wed", "--from", "09:00", "--until", "15:00"],
        ["cafe", "team"],
        ["cafe", "fill", "--from", "2026-12-07", "--weeks", "1"],
        ["cafe", "publish"],
    ]
    for line in lines:
        before = [] if line[0] == "start" else ["--home", str(home)]
        assert run(root, [*before, *line]) == 0, (line, capsys.readouterr().err)
    done, places = filled(capsys.readouterr().out)
    assert (done, places) == (20, 20)


@pytest.mark.parametrize(
    ("until", "more", "said"),
    [
        ("16:00", [], ", with a break of 30 minutes."),
        ("16:00", ["--break", "20", "--learning", "till"], ", with a break of 20 minutes."),
        ("16:00", ["--break", "0"], "Bar."),
        ("13:00", [], "Bar."),
    ],
)
def test_commands_for_a_shift_give_it_its_break_and_say_so(home, capsys, until, more, said):
    soon = str(datetime.now(UTC).date() + timedelta(days=30))
    when = ["--from", "09:00", "--until", until, *more]
    for line in (
        [
            "start",
            str(home),
            "--name",
            "Harbour Together",
            "--business",
            "Harbour Café:cafe",
            "--people",
            str(FILE),
        ],
        ["--home", str(home), "cafe", "pattern-add", "--days", "sat", *when, "--job", "Bar"],
        ["--home", str(home), "cafe", "one-off", soon, *when, "--job", "Wine Bar"],
    ):
        assert run(root, line) == 0, (line, capsys.readouterr().err)
    added = [one for one in capsys.readouterr().out.splitlines() if one.startswith("Added: ")]
    assert [one.endswith(said) for one in added] == [True, True]


@pytest.mark.proof
@pytest.mark.browser
def test_first_questions_and_first_rota_in_a_browser_on_a_phone_without_scripts(home):
    program = str(Path(sys.executable).with_name("alongside"))
    subprocess.run([program, "start", str(home)], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [program, "--home", str(home), "serve", "--port", port]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with (
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process,
        sync_playwright() as playwright,
    ):
        try:
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+", line)))
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            size = {"width": 360, "height": 740}
            page = browser.new_context(java_script_enabled=False, viewport=size).new_page()
            page.goto(address)
            _through(page)
            browser.close()
        finally:
            process.terminate()


def _press(page, words):
    button = page.get_by_role("button", name=words, exact=True)
    with page.expect_navigation():
        button.or_(page.get_by_role("link", name=words, exact=True)).first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _through(page):
    _press(page, "Begin")
    page.get_by_label("Name of the group").fill(ANSWERS["name"]["name"])
    _press(page, "Go on")
    _press(page, "Go on")
    _press(page, "Go on with these words")
    page.get_by_label("Its name").fill("Harbour Café")
    page.get_by_text("Café", exact=True).click()
    _press(page, "Add this business")
    _press(page, "Go on")
    page.get_by_label("Name they use").fill("Nia Castell")
    _press(page, "Go on")
    _press(page, "Yes, set up our group")
    _press(page, "Bring in your people.")
    page.get_by_label("File").set_input_files(FILE)
    _press(page, "Look at it")
    _press(page, "Put all of them on record")
    page.get_by_role("status").get_by_text("12 people are on record now.").wait_for()
    page.goto(page.url.replace("/people", "/first-steps"))
    _press(page, "Say which shifts every week needs.")
    _press(page, "Suggest a week")
    _press(page, "Who can do what")
    for box in page.get_by_role("checkbox").all():
        box.check()
    _press(page, "Keep what people can do")
    _press(page, "They can work when we are open")
    _press(page, "Go to the rota")
    _press(page, "Week after")
    _press(page, "Fill this week")
    page.get_by_text("of 20 places are filled").first.wait_for()
    _press(page, "Publish")
    page.get_by_text("The rota is published.").first.wait_for()
