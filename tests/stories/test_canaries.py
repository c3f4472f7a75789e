"""No personal data in logs: fifty values are planted in a demo, all that can fail fails, and none is found."""

import logging
import traceback

import click
import pytest

from alongside import faults
from alongside.cli.described import Setting, add_groups
from alongside.cli.ending import run
from alongside.cli.keeping import Wordless, faults_log
from alongside.decisions.tables import PROPOSALS, REMARKS
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.daily import go_round
from alongside.house.finding import Found, find_plugins
from alongside.house.hosting import Hosting
from alongside.house.opening import House
from alongside.house.packs.making import make
from alongside.house.packs.pack import Pack
from alongside.house.preparing import prepare
from alongside.house.reporting import write_report
from alongside.house.settings import read_settings
from alongside.house.verifying import verify
from alongside.instants import Period
from alongside.people import offers as people
from alongside.people.tables import PEOPLE, SKILLS
from alongside.plugin import Chapter, Command, DaySheet, Lazy, Page, Paper, Plugin, Tile
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.web.application import build

CANARIES = tuple(
    f"Zq{number:02}canary{kind}" for number in range(10) for kind in ("Ann", "077", "mail", "note", "vote")
)

FAILS = '''
"""A plugin that fails in every way there is, and says whom it was about."""

from alongside.display import View
from alongside.people.tables import PEOPLE
from alongside.plugin import hook

CANARIES = {canaries!r}


class Told(Exception):
    pass


def fail(*_given, **_more):
    error = Told(" ".join(CANARIES))
    error.add_note(CANARIES[0])
    raise error


def chained(*_given):
    try:
        fail()
    except Told as first:
        raise KeyError(CANARIES[1]) from first


def twice(visit):
    """The database refuses a row, and spells it out."""
    her = visit.unit.find(PEOPLE)[0]
    visit.unit.add(PEOPLE, her)


def ends(*_given):
    raise SystemExit(CANARIES[2])


def many(*_given):
    raise ExceptionGroup(CANARIES[3], [ValueError(CANARIES[4])])


def template(visit):
    return View("breaks.html", "Breaks", {{"names": list(CANARIES)}})


def wrong(visit):
    return CANARIES


def form(visit):
    return View("form.html", "Form", {{}})


@hook
def daily_round(unit, day):
    fail()
'''
PAGES = ("fail", "chained", "ends", "many", "template", "wrong")


@pytest.fixture
def failing(tmp_path, monkeypatch):
    """The plugin that fails."""
    package = f"toy_fails_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / "parts" / package
    (folder / "templates").mkdir(parents=True)
    (folder / "__init__.py").write_text(FAILS.format(canaries=CANARIES))
    (folder / "fails.py").write_text(FAILS.format(canaries=CANARIES))
    (folder / "templates" / "breaks.html").write_text("{{ names[0] }}{{ names.no.such.thing }}")
    (folder / "templates" / "form.html").write_text('<form method="post"><input name="a"></form>')
    monkeypatch.syspath_prepend(str(folder.parent))
    return Plugin(
        name="fails",
        title="Fails",
        picture="bell",
        package=package,
        api=(1, 2),
        permissions=("see", "plan"),
        pages=(
            *(Page(f"/{one}", one, "bell", needs="see", show=Lazy(f"fails:{one}")) for one in PAGES),
            Page("/form", "form", "bell", needs="see", show=Lazy("fails:form"), send=Lazy("fails:twice")),
        ),
        papers=(Paper("/paper", "Paper", needs="see", make=Lazy("fails:fail")),),
        commands=(Command("burn", "Burn.", run=Lazy("fails:fail")),),
        chapters=(Chapter("Fails", Lazy("fails:chained"), figures=Lazy("fails:many")),),
        tiles=(Tile("Fails", needs="see", show=Lazy("fails:fail")),),
        day_sheets=(DaySheet("Fails", Lazy("fails:fail"), needs="plan"),),
        reactions=Lazy("fails"),
    )


@pytest.fixture
def house(own_demo, failing, tmp_path, monkeypatch):
    """The demo with the canaries planted in it, the failing plugin in use, and a log of faults of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    plugins = (*find_plugins().plugins, failing)
    opened = House(read_settings(own_demo), core_parts(), Found(plugins, ()))
    prepare(opened)
    with opened.store.unit(Actor.keyboard()) as unit:
        _plant(unit)
        enterprise.add_business(unit, "Fails here", "fails")
    yield opened
    opened.close()


def _plant(unit):
    steward = enterprise.steward(unit)
    others = [one for one in unit.find(PEOPLE) if one.id != steward][:10]
    for number, one in enumerate(others):
        name, phone, mail, note, vote = CANARIES[number * 5 : number * 5 + 5]
        unit.change(PEOPLE, one, name=name, phone=phone, email=f"{mail}@example.org")
        people.add_skill(unit, one.id, f"skill{number}", note)
        (remark, *_) = unit.find(REMARKS) or [None]
        if remark is not None:
            unit.change(REMARKS, remark, words=vote)
    (asked, *_) = unit.find(PROPOSALS)
    unit.change(PROPOSALS, asked, title=" ".join(CANARIES[4::5]))
    assert unit.find(SKILLS)


def everything_fails(house, capsys, caplog):
    """Make every kind of fault happen; return all that was logged, said or shown of it."""
    said = []
    with caplog.at_level(logging.DEBUG):
        said += _pages(house)
        list(go_round(house))
        with house.reading() as unit:
            write_report(unit, house.parts, house.display, Period.quarter(house.today()), Edition.STANDARD)
        list(make(house, Pack(day=house.today(), slug="fails-here"), Actor.daily_round()))
        assert _command(house) == 3
    words = [Wordless().format(one) for one in caplog.records]
    words += [logging.Formatter().format(one) for one in caplog.records if one.name == "alongside.faults"]
    out, err = capsys.readouterr()
    names = [path.name for path in house.home.rglob("*")]
    log = faults_log().read_text() if faults_log().exists() else ""
    return "\n".join([*said, *words, out, err, *names, log])


def _pages(house):
    with Browser(build(Hosting(house))) as browser:
        with house.store.unit(Actor.keyboard()) as unit:
            browser.come_in(sign_in.begin(unit, enterprise.steward(unit), Way.DEMO))
        answers = [browser.get(f"/fails/fails-here/{one}") for one in (*PAGES, "paper")]
        answers += [browser.post("/fails/fails-here/form", data={"a": "b"}), browser.get("/nowhere")]
        assert [one.status_code for one in answers] == [500] * (len(PAGES) + 2) + [404]
        browser.get("/home")
        return [one.text for one in answers]


def _command(house):
    root = click.Group("alongside")
    add_groups(root, [one for one in house.parts if one.name == "fails"])
    root.context_settings["obj"] = Setting(lambda: house, None)
    before = list(logging.getLogger().handlers)
    try:
        code = run(root, ["fails", "burn"])
        faults.noted(ValueError(" ".join(CANARIES)), "something else")
        logging.getLogger("asyncio").error("Task of %s failed", CANARIES[0], exc_info=ValueError(CANARIES[1]))
        return code
    finally:
        logging.getLogger().handlers[:] = before


class Answers:
    """A desk that keeps what a command answers."""

    def __init__(self, house):
        self.opened, self.said = house, ""

    def answer(self, facts, text):
        self.said = f"{facts}{text}"


def test_no_canary_is_in_a_log_on_a_terminal_on_an_error_page_in_the_trail_s_verdict_or_a_name(
    house, capsys, caplog
):
    found = everything_fails(house, capsys, caplog)
    desk = Answers(house)
    verify(desk, "")
    assert len(CANARIES) == 50
    assert [one for one in CANARIES if one in found + desk.said] == []
    assert found.count("failed with") >= 8
    assert "Told" in found


@pytest.mark.proof
def test_log_that_kept_the_words_of_faults_would_hold_every_canary(house, capsys, caplog, monkeypatch):
    """The control: the same faults, kept as they were before."""
    monkeypatch.setattr(faults, "told", lambda fault: "".join(traceback.format_exception(fault)))
    found = everything_fails(house, capsys, caplog)
    assert [one for one in CANARIES if one not in found] == []
