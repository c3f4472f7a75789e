"""Bad input: every command line gets one sentence that says what, where and what to do, and nothing is written."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from alongside.cli.ending import run
from alongside.house.hosting import Hosting
from alongside.house.main import alongside as root
from alongside.people import offers as people
from alongside.testing.browsing import Browser
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"
DAY = "is not a day. Write it as year-month-day: 2026-11-23."
FAR = "is too far off. Give one from 1900 to 2199."
BOOK = "studio book --hours 2 --for Abel_Santos"
START = "placements start Abel_Santos --business-slug tideline-cafe --kind"

# “_” stands for a space inside one argument.
WRONG = [
    ("peple", "There is no command “peple”. Did you mean “people”?"),
    ("people lst", "There is no command “lst”. Did you mean “list”?"),
    ("people list --jsn", "There is no option “--jsn”. Did you mean “--json”?"),
    ("people list more", "(more). See “alongside people list --help”."),
    ("people show", "PERSON is missing. See “alongside people show --help”."),
    ("diary close x", "--from is missing. See"),
    ("people show Nobody", "There is no person “Nobody”. There are: Abel Santos,"),
    ("people show G", "“G” could be Gareth Lowe, Grace Adeyemi. Say the whole name, or the id."),
    ("people show a\x1b[2Jb", "PERSON holds a character that cannot be shown. Write it again by hand."),
    ("people show a\0b", "PERSON holds a character that cannot be shown."),
    ("people show a\udcffb", "PERSON holds a character that cannot be shown."),
    (f"people show {'x' * 10_000}", "PERSON has 10,000 characters; the most is 2,000. Write less."),
    (f"people add {'x' * 1_000}", "The name has 1,000 characters; the most is 100."),
    ("people add _", "The person has no name. Give the name they use."),
    ("people add Zed --born 1066-10-14", FAR),
    ("people add Zed --format x", "--format: “x” is not one of: screen, email, letter, phone_call, audio."),
    ("--as Nobody people list", "There is no person “Nobody”."),
    ("--as Ada_Nwosu people list", "Ada Nwosu may not do this: it needs “people.see”."),
    ("--as Ada_Nwosu cafe fill", "Ada Nwosu may not do this: it needs “cafe.plan”."),
    ("diary week Abel_Santos --from 2026-02-30", f"--from: “2026-02-30” {DAY}"),
    ("diary week Abel_Santos --from 0001-01-01", f"The day 0001-01-01 {FAR}"),
    ("rules why uk.minimum-wage --on 23/11/2026", f"--on: “23/11/2026” {DAY}"),
    ("rules why uk.none", "There is no rule “uk.none”."),
    ("placements hours --to 9999-12-31", FAR),
    ("reports write --from tomorrow --to 2026-11-01", f"--from: “tomorrow” {DAY}"),
    ("reports write --from 2026-02-01 --to 2026-01-01", "The period ends on 2026-01-01, before it begins"),
    ("reports write --from 2026-02-01", "Say both --from and --to, or neither."),
    ("cafe rota --from 9999-12-31", FAR),
    ("cafe fill --weeks 0", "--weeks: “0” is not a whole number from 1 to 13."),
    ("cafe fill --weeks many", "--weeks: “many” is not a whole number from 1 to 13."),
    ("cafe rota --business nowhere", "There is no business “nowhere”. There are: tideline-cafe."),
    ("diary free x --hours nan", "--hours is not a number. Write one such as 1.5."),
    ("diary free x --hours 0", "is not a number from 0.25 to 24."),
    (f"{START} volunteering --hours 0", "0 hours a week cannot be agreed. Give more than 0 and at most 168."),
    (f"{START} paid --hours 3 --rate abc", "--rate: “abc” is not an amount of money."),
    (f"{START} paid --hours 3 --rate -1", "A rate of -£1.00 is no pay."),
    (f"{START} paid --hours 3 --rate 99999999", "A rate of £99,999,999.00 an hour is over £1,000.00."),
    (f"{START} paid --hours 3 --rate 1.00", "£1.00 an hour is too low"),
    ("studio free --hours 30", "is not a number from 0.25 to 24."),
    ("studio free --from soon", f"--from: “soon” {DAY}"),
    ("studio free --hours 0.75", "Nothing here can be booked for 0.75 hours. Give another length."),
    (
        f"{BOOK} Zither --at 2026-12-01_18:00",
        "There is no thing to book “Zither”. There are: Borrow the drum kit,",
    ),
    (f"{BOOK} Re --at 2026-12-01_18:00", "“Re” could be Record in Room 2, Rehearse in Room 1,"),
    (f"{BOOK} Rec --at soon", "--at: “soon” is not a day and a time."),
    (f"{BOOK} Rec --at 2026-12-01_18:05", "“Record in Room 2” cannot start at 18:05. It starts every 30 minutes"),
    (
        f"{BOOK} Rec --at 2026-12-06_18:00",
        "The studio is not open from Sunday 6 December, 18:00 to 20:00. The nearest",
    ),
    (
        f"{BOOK} Rec --at 2027-03-28_01:30",
        "There is no 01:30 on Sunday 28 March 2027: the clocks go forward then.",
    ),
    (f"{BOOK} Rec --at 2027-10-31_01:30", "01:30 comes twice on Sunday 31 October 2027"),
    (f"{BOOK} Rehearse_in_Room_1 --at 2026-11-30_18:00", "Room 1 is taken on Monday 30 November, 18:00 to 21:15"),
    ("studio cancel Rec --at 2026-12-01_03:00", "“Record in Room 2” has no booking that starts then. See:"),
    ("--as Sam_Whitlock studio day", "Sam Whitlock may not do this: it needs “studio.plan”."),
    ("enterprise business-add X --kind zz", "No plugin here runs “zz”."),
    ("enterprise role-give Abel_Santos king", "There is no role “king”. Roles: steward,"),
    ("enterprise role-end Abel_Santos teller", "This person is not teller. See who holds what:"),
    (f"enterprise words-set supporter {'x' * 99}", "The word for “supporter” has 99 characters; the most is 60."),
    ("decisions propose Tea? --quorum 0", "The quorum 0 is not a number from 1 to 1,000,000."),
    (f"decisions propose Tea? --quorum {10**22}", "is not a number from 1 to 1,000,000."),
    ("decisions propose Tea? --option One", "The proposal has 1 choices. Give from 2"),
    ("decisions propose Tea? --closes 9999-12-31", FAR),
    ("decisions show zz", "There is no proposal “zz”. See “alongside decisions list”."),
    ("decisions count nowhere.blt", "There is no file “nowhere.blt”. Look at the name"),
    ("decisions count .", ".: the name has no ending. Ballots are read from .blt"),
]


def ended(capsys, *arguments):
    capsys.readouterr()
    return run(root, list(arguments)), capsys.readouterr()


def test_every_wrong_command_line_is_2_with_its_sentence_and_writes_nothing(own_demo, capsys):
    _, before = ended(capsys, "--home", str(own_demo), "verify")
    for line, sentence in WRONG:
        words = [word.replace("_", " ") for word in line.split(" ")]
        code, said = ended(capsys, "--home", str(own_demo), *words)
        assert (code, said.out, sentence in said.err) == (2, "", True), (line[:80], code, said.err[:300])
        assert "Traceback" not in said.err
        assert "\x1b" not in said.err
    assert ended(capsys, "--home", str(own_demo), "verify")[1].out == before.out


def test_commands_that_need_the_zone_inside_their_unit_work(own_demo, capsys):
    for words in (["diary", "week", "Abel Santos"], ["decisions", "propose", "Tea?"]):
        assert ended(capsys, "--home", str(own_demo), *words)[0] == 0


def homes(own_demo, tmp_path):
    """Folders that cannot be opened, each with the words that say so."""

    def changed(name, change):
        folder = tmp_path / name
        shutil.copytree(own_demo, folder)
        change(folder)
        return folder

    def newer(folder):
        with sqlite3.connect(folder / "alongside.db") as connection:
            connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.close()

    def settings(text):
        return lambda folder: (folder / "settings.toml").write_text(text, encoding="utf-8")

    def database(content):
        return lambda folder: (folder / "alongside.db").write_bytes(content)

    half = (own_demo / "alongside.db").read_bytes()[:300_000]
    yield tmp_path / "none", "There is no enterprise in"
    yield own_demo / "settings.toml", "There is no enterprise in"
    yield Path("x" * 300), "File name too long"
    yield changed("half", database(half)), "is damaged. Put back the last copy"
    yield changed("text", database(b"no database " * 200)), "is not a database. Put back"
    yield changed("hollow", database(b"")), "has lost its database. Build it anew: alongside demo"
    yield changed("newer", newer), "The database is newer than what is installed: “core” is at step 0099"
    yield changed("broken", settings("[demo")), "settings.toml: this is not a settings file"
    yield changed("kinds", settings("demo = 3")), "settings.toml: “demo” is no setting. Known are:"
    yield changed("day", settings("[demo]\ntoday = 'x'")), "settings.toml: demo.today is “x”, not a day."
    yield (
        changed("url", settings("[database]\nurl = 3")),
        "settings.toml: database.url is no address of a database.",
    )
    nobody = "[database]\nurl = 'postgresql://me:secret@127.0.0.1:1/none'"
    yield changed("away", settings(nobody)), "cannot be reached. Look whether it runs"


def test_folder_that_cannot_be_opened_is_2_and_says_why(own_demo, tmp_path, capsys):
    for home, sentence in homes(own_demo, tmp_path):
        code, said = ended(capsys, "--home", str(home), "people", "list")
        assert (code, said.out, sentence in said.err) == (2, "", True), (home, code, said.err)
        assert "secret" not in said.err
    assert ended(capsys, "people", "list")[1].err.startswith("The enterprise's folder was not named.")


PAGES = [
    ("get", "/week?from=2026-02-30", {}, 400, "“2026-02-30” is no date."),
    ("get", "/week?from=0001-01-01", {}, 400, "too far off"),
    ("get", "/week?from=9999-12-31", {}, 400, "too far off"),
    ("get", "/cafe/tideline-cafe/rota?week=9999-12-31", {}, 400, "too far off"),
    ("get", "/reports/0001-01-01/en", {}, 400, "too far off"),
    ("get", "/people/%00", {}, 400, "A character was sent that cannot be kept."),
    ("get", "/people/zz", {}, 404, "There is no person “zz”."),
    ("get", "/..%2f..%2fetc", {}, 404, "Nothing is kept at this address."),
    ("post", "/enterprise", {"supporter": "a\0b"}, 400, "A character was sent that cannot be kept."),
    ("post", "/enterprise", {"supporter": "x" * 5_000}, 422, "the most is 60"),
    ("post", "/decisions/zz/vote", {"choice": "yes"}, 404, "There is no proposal “zz”."),
    ("post", "/who", {"person": "zz"}, 400, "Nobody of that name is here."),
]


def test_pages_refuse_bad_input_in_a_sentence_and_never_fail(own_demo, opened):
    house = opened(own_demo)
    with house.reading() as unit:
        steward = people.find_person(unit, "Nia Castell").id
    with Browser(build(Hosting(house)), address=ADDRESS) as client:
        client.headers["origin"] = ADDRESS
        client.post("/who", data={"person": steward})
        for method, path, form, status, sentence in PAGES:
            answer = client.request(method, path, data=form or None)
            assert (answer.status_code, sentence in answer.text) == (status, True), (path, answer.text[-900:])


def test_interrupted_demo_is_130_and_the_old_one_is_still_there(own_demo, command):
    before = {path.name: path.stat().st_size for path in own_demo.rglob("*.pdf")}
    program = str(Path(sys.executable).with_name("alongside"))
    building = subprocess.Popen([program, "demo", str(own_demo)], stderr=subprocess.PIPE, text=True)
    while "people" not in building.stderr.readline():
        time.sleep(0.01)
    building.send_signal(signal.SIGINT)
    assert "Stopped. What was not finished was undone." in building.communicate(timeout=60)[1]
    assert building.returncode == 130
    assert {path.name: path.stat().st_size for path in own_demo.rglob("*.pdf")} == before
    assert [path.name for path in own_demo.parent.iterdir()] == [own_demo.name]
    assert command("verify", home=own_demo).returncode == 0


def test_answer_into_a_closed_pipe_ends_quietly(demo):
    program = str(Path(sys.executable).with_name("alongside"))
    asking = subprocess.Popen(
        [program, "--home", str(demo), "people", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    asking.stdout.close()
    assert (asking.stderr.read(), asking.wait(timeout=60)) == ("", 0)
    asking.stderr.close()
