"""The stewards' page, the key sheet and the commands, as people meet them."""

import io
import json
import re

import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.cli.ending import run
from alongside.house.backups import pages, sheet
from alongside.house.backups.key import new_key
from alongside.house.backups.making import make
from alongside.house.backups.nightly import copies, nightly
from alongside.house.backups.notes import KEY_FILE, find_key
from alongside.house.backups.sealed import opened as unsealed
from alongside.house.hosting import Hosting
from alongside.house.main import alongside
from alongside.house.settings import with_database
from alongside.testing.browsing import Browser
from alongside.testing.easy_read import easy_read_faults
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def visitor(lite):
    """A function that returns a client in which somebody has said who they are."""
    clients = []

    def arrive(person="rosa"):
        client = Browser(build(Hosting(lite)), address=ADDRESS)
        clients.append(client)
        client.__enter__()
        client.headers["origin"] = ADDRESS
        client.come_in_as(lite.store, person)
        return client

    yield arrive
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def known(monkeypatch):
    """The key that is made next, so that a test need not read it off a PDF."""
    key = new_key()
    for edge in (pages, sheet):
        monkeypatch.setattr(edge, "new_key", lambda: key)
    return key


def test_sheet_is_made_once_and_its_key_opens_the_next_copy(lite, visitor, known):
    (lite.home / KEY_FILE).unlink()
    page = visitor()
    assert "Make the key sheet" in page.get("/backups").text
    made = page.post("/backups", data={"do": "sheet"})
    assert made.headers["content-type"] == "application/pdf"
    assert validate_pdf_bytes(made.content, profile=ValidationProfile.PDF_UA_1).is_compliant
    assert find_key(lite.home).name == known.name
    assert page.post("/backups", data={"do": "copy"}).url.path == "/backups"
    (copy,) = copies(lite.settings.backups_folder)
    assert b"".join(unsealed(copy.path, known))
    again = page.post("/backups", data={"do": "sheet"})
    assert (again.status_code, "cannot be printed twice" in again.text) == (400, True)
    assert "Make the key sheet" not in page.get("/backups").text


def test_all_groups_stand_on_the_sheet_in_their_order(lite, key):
    shown = sheet.html(lite, key, lite.today())
    assert re.findall(r"<span>(\d)</span> <strong>(\w{5})</strong>", shown) == [
        (str(place), group) for place, group in enumerate(key.groups, 1)
    ]
    assert key.name in shown
    # A key is no word, so it may stand in capitals.
    signs = (*key.groups, key.name)
    assert [fault for fault in easy_read_faults(shown) if not any(one in fault for one in signs)] == []


def test_key_stands_in_no_file_of_the_folder(lite, visitor, known):
    (lite.home / KEY_FILE).unlink()
    assert visitor().post("/backups", data={"do": "sheet"}).content.startswith(b"%PDF")
    for path in lite.home.rglob("*"):
        if path.is_file():
            assert not any(group.encode() in path.read_bytes() for group in known.groups), path


def test_sheet_that_is_tried_is_right_or_named(lite, key, visitor):
    page = visitor()
    good = page.post("/backups", data={"do": "try", "key": " ".join(key.groups).lower()})
    assert "Yes, this sheet opens our backups." in good.text
    assert find_key(lite.home).tried is not None
    other = new_key()
    bad = page.post("/backups", data={"do": "try", "key": "".join(other.groups)})
    assert (bad.status_code, f"the sheet called {other.name}" in bad.text) == (422, True)
    assert "has 3 characters" in page.post("/backups", data={"do": "try", "key": "abc"}).text


def test_page_is_for_stewards_alone(visitor):
    page = visitor("finn")
    assert page.get("/backups").status_code == 403
    assert page.post("/backups", data={"do": "sheet"}).status_code == 403


def test_failure_and_age_are_on_the_page(lite, visitor):
    lite.settings.backups_folder.write_text("in the way")
    nightly(lite, lite.today())
    text = visitor().get("/backups").text
    assert "The last nightly copy failed." in text
    assert "No copy has been made yet." in text


@pytest.mark.parametrize("with_key", [True, False])
def test_page_is_easy_to_read(lite, visitor, with_key):
    if not with_key:
        (lite.home / KEY_FILE).unlink()
    page = visitor()
    if with_key:
        page.post("/backups", data={"do": "copy"})
    assert easy_read_faults(page.get("/backups", params={"edition": "easy"}).text) == []


def test_commands_from_the_sheet_to_what_was_put_back(lite, tmp_path, capsys, monkeypatch, known):
    (lite.home / KEY_FILE).unlink()
    home, paper, file = str(lite.home), str(tmp_path / "sheet.pdf"), str(tmp_path / "kept.backup")
    assert run(alongside, ["--home", home, "backup-key", paper]) == 0
    key = " ".join(known.groups)
    monkeypatch.setattr("sys.stdin", io.StringIO(key + "\n"))
    assert run(alongside, ["--home", home, "backup-key", "--check"]) == 0
    assert run(alongside, ["--home", home, "backup", file]) == 0
    assert "it is good" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(key + "\n"))
    assert run(alongside, ["--home", str(tmp_path / "new"), "restore", file]) == 0
    said = capsys.readouterr().out
    assert "each compared with what was copied." in said
    assert "The audit trail holds" in said
    assert "Erasings are known up to" in said


def test_first_backup_makes_its_key_sheet_beside_it_and_says_what_to_do_with_it(lite, tmp_path, capsys, known):
    (lite.home / KEY_FILE).unlink()
    file, paper = tmp_path / "kept.backup", tmp_path / "kept.backup-key-sheet.pdf"
    assert run(alongside, ["--home", str(lite.home), "backup", str(file)]) == 0
    out, err = capsys.readouterr()
    assert f"The key sheet is {paper}; it is called {known.name}." in err
    assert "Print it, keep it in a safe place away from this computer, then delete the file." in err
    assert "it is good" in out
    assert validate_pdf_bytes(paper.read_bytes(), profile=ValidationProfile.PDF_UA_1).is_compliant
    assert paper.stat().st_mode & 0o077 == 0
    assert b"".join(unsealed(file, known))
    assert run(alongside, ["--home", str(lite.home), "backup", str(tmp_path / "next.backup")]) == 0
    assert "key sheet is" not in capsys.readouterr().err
    assert [one.name for one in tmp_path.glob("*sheet.pdf")] == [paper.name]


def test_first_backup_tells_the_key_to_no_program_and_no_log(lite, tmp_path, capsys, caplog, known):
    (lite.home / KEY_FILE).unlink()
    with caplog.at_level("DEBUG"):
        assert run(alongside, ["--home", str(lite.home), "backup", str(tmp_path / "kept.backup"), "--json"]) == 0
    out, err = capsys.readouterr()
    facts = json.loads(out)
    assert (facts["key"], facts["new_sheet"]) == (known.name, str(tmp_path / "kept.backup-key-sheet.pdf"))
    assert not any(group in out + err + caplog.text for group in known.groups)


@pytest.mark.parametrize("there", ["nowhere/kept.backup", "letter.txt", "taken.backup"])
def test_first_backup_that_cannot_be_leaves_no_key_behind(lite, tmp_path, capsys, there):
    (lite.home / KEY_FILE).unlink()
    for name in ("letter.txt", "taken.backup-key-sheet.pdf"):
        (tmp_path / name).write_text("Dear Nia")
    assert run(alongside, ["--home", str(lite.home), "backup", str(tmp_path / there)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert find_key(lite.home) is None
    assert not (tmp_path / "letter.txt-key-sheet.pdf").exists()


def test_lost_key_is_said_in_one_sentence(lite, tmp_path, capsys, key):
    file = make(lite, tmp_path / "kept.backup").path
    (tmp_path / "key.txt").write_text(" ".join(new_key().groups))
    arguments = ["--home", str(tmp_path / "new"), "restore", str(file), "--key-file", str(tmp_path / "key.txt")]
    assert run(alongside, arguments) == 2
    said = capsys.readouterr().err.strip()
    assert said == (
        f"{file} opens only with the key on the sheet called {key.name}. "
        "If that sheet is lost, nobody can open this copy."
    )


def test_second_key_is_made_only_where_it_is_asked_for(lite, tmp_path, capsys, key):
    home = str(lite.home)
    assert run(alongside, ["--home", home, "backup-key", str(tmp_path / "a.pdf")]) == 2
    assert f"its sheet is called {key.name}" in capsys.readouterr().err
    assert run(alongside, ["--home", home, "backup-key", str(tmp_path / "a.pdf"), "--anew"]) == 0
    assert find_key(lite.home).name != key.name
    assert run(alongside, ["--home", home, "backup-key", str(tmp_path / "a.pdf"), "--anew"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_other_settings_stay_as_they_were_written():
    text = '# ours\n[database]\nurl = "postgresql://a/b"  # old\n\n[mail]\nfrom = "us"\n'
    assert with_database(text, "") == '# ours\n[mail]\nfrom = "us"\n'
    assert with_database(text, "sqlite:///x").startswith('[database]\nurl = "sqlite:///x"\n')
