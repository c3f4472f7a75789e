"""The main job: one command builds an enterprise to look at, and says where."""

import filecmp
import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.house.backups.nightly import copies, nightly, worries
from alongside.house.hosting import Hosting
from alongside.testing.browsing import Browser
from alongside.testing.demo import DATABASE, copy_demo
from alongside.web.application import build

TODAY = "2026-11-23"


def test_demo_says_what_it_did_and_where_to_look(demo):
    said = (demo.parent / "said").read_text(encoding="utf-8")
    assert "The demo's day is Monday 23 November 2026." in said
    assert "serve" in said.splitlines()[-1]
    assert "127.0.0.1" in said.splitlines()[-1]
    assert len(re.findall(r"^ +see ", said, flags=re.MULTILINE)) >= 6


def test_every_paper_is_an_accessible_pdf(demo):
    papers = sorted((demo / "papers").glob("*.pdf"))
    assert len(papers) >= 5
    for paper in papers:
        report = validate_pdf_bytes(paper.read_bytes(), profile=ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (paper.name, report.failures)


def test_demo_has_a_good_copy_and_its_key_sheet_is_no_paper(demo, opened):
    said = (demo.parent / "said").read_text(encoding="utf-8")
    (sheet,) = demo.glob("key-sheet-*.pdf")
    assert f"The key sheet of its backup is {sheet};" in said
    assert not list((demo / "papers").glob("*key*"))
    house = opened(demo)
    assert len(copies(house.settings.backups_folder)) == 1
    assert list(worries(house)) == []
    assert nightly(house, house.today()) is None


@pytest.mark.proof
@pytest.mark.long
def test_second_demo_has_the_same_papers_to_the_byte(demo, tmp_path, command):
    again = tmp_path / "again"
    assert command("demo", str(again), "--today", TODAY).returncode == 0
    names = sorted(path.name for path in (demo / "papers").iterdir())
    assert filecmp.cmpfiles(demo / "papers", again / "papers", names, shallow=False) == (names, [], [])


def test_folder_with_something_else_in_it_is_left_alone(tmp_path, command):
    (tmp_path / "letter.txt").write_text("Dear Nia")
    done = command("demo", str(tmp_path))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "is not empty and holds no demo" in done.stderr
    assert (tmp_path / "letter.txt").read_text() == "Dear Nia"


def test_real_enterprise_is_never_built_over(own_demo, command):
    settings = own_demo / "settings.toml"
    settings.write_text(settings.read_text().replace("[demo]", "").replace("today", "# today"))
    before = (own_demo / "alongside.db").read_bytes()
    assert command("demo", str(own_demo)).returncode == 2
    assert (own_demo / "alongside.db").read_bytes() == before


def test_demo_keeps_its_day_in_its_settings(demo):
    assert (demo / "settings.toml").read_text().startswith(f"[demo]\ntoday = {TODAY}\n")


def test_demo_offers_four_to_look_around_as_and_a_real_home_offers_none(own_demo, opened):
    house = opened(own_demo)
    with house.reading() as unit:
        offered = {one.look_as: one.name for one in Hosting(house).choices(unit) if one.look_as}
    assert offered == {
        "member": "Sam Whitlock",
        "manager": "Marcus Bell",
        "trustee": "Sunita Rao",
        "steward": "Nia Castell",
    }
    with Browser(build(Hosting(house)), address="http://127.0.0.1") as client:
        assert client.get("/who").text.count('class="button other look"') == 4
    (own_demo / "settings.toml").write_text("")
    real = opened(own_demo)
    with Browser(build(Hosting(real)), address="http://127.0.0.1") as client:
        assert "look" not in client.get("/who").text


def test_copy_of_a_demo_that_is_open_has_what_was_written_by_then(own_demo, tmp_path):
    with closing(sqlite3.connect(own_demo / DATABASE)) as open_:
        open_.execute("CREATE TABLE by_then (word TEXT)")
        open_.commit()
        shutil.copy(own_demo / DATABASE, tmp_path / "file-alone.db")
        copy = copy_demo(own_demo, tmp_path / "copy")
    found = "SELECT count(*) FROM sqlite_master WHERE name = 'by_then'"
    counts = []
    for file in (copy / DATABASE, tmp_path / "file-alone.db"):
        with closing(sqlite3.connect(file)) as there:
            counts += there.execute(found).fetchone()
    assert counts == [1, 0], "the control is the file alone"
