"""A stranger's plugin, made outside this repository by the words of docs/writing-a-plugin.md: it comes and goes.

The document is a script: its files are written and its commands are run in the order in which they are read, in an
environment of its own, as somebody at home would have it.
"""

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from datetime import date
from pathlib import Path

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import Found
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

ROOT = Path(__file__).parents[2]
PAPER = ROOT / "docs" / "writing-a-plugin.md"
TODAY = date(2026, 11, 23)
ROLES = {"Nia": "steward", "Ida": "member", "Sam": "member", "Ben": "member", "Sunita": "trustee"}
PAGE = "/drama/harbour-players/rehearsals"
CAST = "Puck: Sam\nOberon: Ben"
# Opens pages and sends forms as people do, in a process of its own; a path of “report” is the trustees' report.
LOOK = """
import json, sys
from pathlib import Path
from alongside.testing.browsing import Browser
from alongside.display import Edition
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.hosting import Hosting
from alongside.house.opening import open_house
from alongside.house.reporting import write_report
from alongside.instants import Period
from alongside.store import Actor
from alongside.web.application import build

house, seen = open_house(Path(sys.argv[1]), core_parts(), find_plugins()), []
with Browser(build(Hosting(house)), address="http://127.0.0.1") as client:
    client.headers["origin"] = "http://127.0.0.1"
    for who, path, form in json.load(sys.stdin):
        if path == "report":
            with house.store.unit(Actor.person(who, who), writing=False) as unit:
                period = Period.quarter(house.today())
                seen.append([200, write_report(unit, house.parts, house.display, period, Edition.STANDARD).html])
            continue
        client.come_in_as(house.store, who)
        answer = client.post(path, data=form) if form else client.get(path)
        seen.append([answer.status_code, answer.text])
house.close()
print(json.dumps(seen))
"""


def script(text):
    """The document as a shell script: files in backquotes before their block are written, “$” lines are run."""
    block = re.compile(r"(?:^`([\w./@]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    for path, language, inside in block.findall(text):
        if path:
            yield f"mkdir -p {Path('alongside-drama', path).parent}"
            yield f"cat > alongside-drama/{path} <<'END_OF_FILE'\n{inside}END_OF_FILE"
        elif language == "console":
            yield from (line.removeprefix("$ ") for line in inside.splitlines() if line.startswith("$ "))


class Outside:
    """A folder outside the repository, with an environment and an enterprise of its own."""

    def __init__(self, folder):
        self.folder, self.home = folder, folder / "home"
        venv.create(folder / "env", with_pip=False, symlinks=True)
        self.python = folder / "env" / "bin" / "python"
        ours = sysconfig.get_path("purelib")
        there = next((folder / "env").glob("lib/python*/site-packages"))
        (there / "ours.pth").write_text(f"import site; site.addsitedir({ours!r})\n")
        program = folder / "env" / "bin" / "alongside"
        program.write_text(f"#!{self.python}\nfrom alongside.house.main import main\nmain()\n")
        program.chmod(0o755)
        self.environment = {
            "PATH": f"{self.python.parent}:/usr/bin:/bin",
            "HOME": str(folder),
            "ALONGSIDE_HOME": str(self.home),
            "PIP_NO_INDEX": "1",  # nothing may be looked for in the network
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def run(self, *lines):
        done = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", "\n".join(lines)],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout, done.stderr

    def look(self, *wanted):
        done = subprocess.run(
            [str(self.python), "-c", LOOK, str(self.home)],
            input=json.dumps([(who.lower(), path, form) for who, path, form in wanted]),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def rows(self, table):
        with sqlite3.connect(self.home / "alongside.db") as connection:
            found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - a name of ours
        connection.close()
        return found


@pytest.fixture
def outside(tmp_path):
    """An enterprise of five people, in whose folder nothing is known of any drama."""
    place = Outside(tmp_path)
    write_settings(place.home)
    house = open_house(place.home, core_parts(), Found((), ()))
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        for name, role in ROLES.items():
            new = Person(
                id=name.lower(),
                name=name,
                date_of_birth=date(1990, 1, 1),
                joined=date(2024, 1, 1),
                edition="en@easy" if name == "Sam" else "en",
            )
            people.add_person(unit, new)
            enterprise.give_role(unit, new.id, role, first_day=date(2024, 1, 1))
    house.close()
    write_settings(place.home, demo_today=TODAY)
    return place


def digest():
    """What our own code is, to see that nobody has changed it."""
    found = hashlib.sha256()
    for path in sorted([*ROOT.glob("core/**/*"), *ROOT.glob("plugins/**/*")]):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.read_bytes())
    return found.hexdigest()


def plain(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.proof
def test_strangers_plugin_is_met_everywhere_and_goes_without_harm(outside):
    ours = digest()
    written, removed = PAPER.read_text(encoding="utf-8").split("## Taking it away")
    code, said, wrong = outside.run(*script(written))
    assert code == 0, said[-3000:] + wrong[-3000:]
    assert said.count("Everything is right.") == 2
    assert re.search(r"\d+ passed in", said)
    assert "Harbour Players is open, as “harbour-players”." in said
    python = [path.read_text() for path in (outside.folder / "alongside-drama/alongside_drama").rglob("*.py")]
    assert sum(bool(line.strip()) for text in python for line in text.splitlines()) <= 300

    assert outside.run("alongside enterprise role-give Ida manager --business harbour-players")[0] == 0
    plan = {"title": "Act one", "day": "2026-11-27", "since": "19:00", "cast": CAST}
    planned, asked = outside.look(("Ida", PAGE, plan), ("Sam", PAGE, None))
    assert "The rehearsal is planned. People are asked." in planned[1]
    assert "Will you play Puck ?" in plain(asked[1])
    assert easy_read_faults(asked[1]) == []
    assert outside.rows("messages_message") == 2

    part = re.search(r'name="part" value="(\w+)"', asked[1])[1]
    yes, week, managers, empty, report, plugins = outside.look(
        ("Sam", PAGE, {"part": part, "said": "yes"}),
        ("Sam", "/week", None),
        ("Ida", PAGE, None),
        ("Ida", PAGE, {"title": "Act two"}),
        ("Sunita", "report", None),
        ("Nia", "/plugins", None),
    )
    assert "Thank you. You said yes." in plain(yes[1])
    assert "Act one: Puck" in plain(week[1])
    assert "Sam : said yes" in plain(managers[1]).replace("Sam:", "Sam :")
    assert "Plan a rehearsal" in managers[1]
    assert empty[0] == 422
    assert '<a href="#cast">Who is asked to play what? Please write an answer.</a>' in empty[1]
    assert "Nothing was rehearsed in this period." in report[1]
    assert "Drama version 0.1.0 Switched on It runs Harbour Players" in plain(plugins[1])
    assert "Act one" in outside.run("alongside drama list")[1]

    assert outside.run(*script(removed))[0] == 0
    gone, week, report, plugins = outside.look(
        ("Sam", PAGE, None), ("Sam", "/week", None), ("Sunita", "report", None), ("Nia", "/plugins", None)
    )
    assert (gone[0], week[0]) == (404, 200)
    assert "Act one: Puck" in plain(week[1])
    assert "rehearsed" not in report[1]
    assert "Drama Not installed It was here once. What it holds is kept" in plain(plugins[1])
    code, _, wrong = outside.run("alongside drama list")
    assert (code, "There is no command “drama”." in wrong) == (2, True)
    assert outside.rows("drama_part") == 2

    assert outside.run("alongside people erase Ben --yes")[0] == 0
    assert outside.rows("drama_part") == 2  # nobody is there who could forget him
    again = next(
        line for line in said.splitlines() if " -m pip install " in line
    )  # as “plugin new” has printed it
    code, listed, wrong = outside.run(again, "alongside drama list")
    assert (code, "Sam" in listed, "Oberon" in listed) == (0, True, False), wrong
    assert outside.rows("drama_part") == 1
    assert digest() == ours


def test_document_without_its_lines_would_be_noticed():
    """The control: what the document says is what is run."""
    lines = list(script(PAPER.read_text(encoding="utf-8")))
    assert [line.split()[:3] for line in lines if line.startswith("alongside plugin")] == [
        ["alongside", "plugin", word] for word in ("new", "check", "migration", "check")
    ]
    assert sum(line.startswith("cat > alongside-drama/") for line in lines) == 15
    assert sys.version_info >= (3, 11)
