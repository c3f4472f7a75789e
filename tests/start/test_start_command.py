"""``alongside start``: a folder that is whole or not there, and what stands in it."""

import json
import stat
import threading

import pytest

from alongside.cli.ending import run
from alongside.enterprise import offers as enterprise
from alongside.house.beginning import Beginning, begin
from alongside.house.main import alongside as root
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.testing.databases import ENGINES

ROW = "Nia Castell,1984-03-12,steward;member;manager,Harbour Café,2026-11-02,16.40,32"
PEOPLE = f"name,date_of_birth,roles,business,start_date,rate,hours_per_week\n{ROW}\n"
NAMED = ("--name", "Harbour Together", "--business", "Harbour Café:cafe", "--business", "Harbour Catering")


@pytest.fixture
def started(capsys, home):
    """Run the start; return the exit code, and what was said on both sides."""

    def run_it(*arguments, folder=home):
        capsys.readouterr()
        code = run(root, ["start", str(folder), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_it


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def left_behind(home):
    return [path.name for path in home.parent.iterdir() if "unfinished" in path.name]


def test_folder_alone_is_made_for_its_owner_and_the_next_steps_are_said(started, home):
    code, said, _ = started()
    assert code == 0
    assert said.startswith(f"Made {home}: the settings, and its database, alongside.db.")
    assert [line[:2] for line in said.splitlines()[-3:]] == ["1.", "2.", "3."]
    assert "answer the questions" in said
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "settings.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize("engine", ENGINES)
def test_everything_can_be_said_at_once_on_either_database(started, home, file, opened, databases, engine):
    where = ("--database", databases.empty(engine)) if engine == "postgresql" else ()
    code, said, _ = started(*NAMED, "--people", file, *where, "--json")
    assert code == 0
    assert json.loads(said)["made"] == [
        "Harbour Together is set up, in the time zone Europe/London.",
        "Harbour Café is open, as cafe.",
        "Harbour Catering is open.",
        "1 people are on record.",
        "Nia Castell looks after it first, as steward.",
    ]
    house = opened(home)
    assert house.actor(None).name == "Nia Castell"
    with house.reading() as unit:
        assert [(one.kind, one.picture) for one in enterprise.businesses(unit)] == [("cafe", "cup"), ("", "shop")]


def test_steward_alone_is_enough_and_is_a_member(started, home, opened):
    assert started("--name", "Harbour", "--steward", "Nia Castell", "--zone", "Europe/Dublin")[0] == 0
    house = opened(home)
    assert house.zone() == "Europe/Dublin"
    with house.reading() as unit:
        assert {one.role.value for one in enterprise.grants(unit)} == {"steward", "member"}


def test_again_says_what_is_there_and_changes_nothing(started, home):
    started()
    before = (home / "alongside.db").read_bytes()
    code, said, _ = started("--name", "Other", "--steward", "Jo")
    assert (code, (home / "alongside.db").read_bytes()) == (0, before)
    assert said.startswith(f"{home} holds an enterprise already. Nothing was changed.")
    assert "answer the questions" in said


def test_again_after_the_questions_were_answered_leads_to_the_pages(started):
    started(*NAMED, "--steward", "Nia")
    assert "choose your name" in started()[1]


def test_empty_folder_is_used_as_it_is(started, home):
    home.mkdir()
    inode = home.stat().st_ino
    assert started()[0] == 0
    assert (home / "alongside.db").exists()
    assert home.stat().st_ino == inode


def test_folder_that_holds_anything_is_left_alone(started, home):
    home.mkdir()
    (home / "letter.txt").write_text("dear")
    code, _, said = started(*NAMED, "--steward", "Nia")
    assert (code, said) == (
        2,
        f"{home} is not empty. Name a folder that does not exist yet, or an empty one.\n",
    )
    assert [path.name for path in home.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--steward", "Nia"), "The group has no name. Say --name as well, or let the pages ask for all of it."),
        (NAMED, "Nobody would look after it. Say --steward NAME, or --people FILE with a steward in it."),
        ((*NAMED, "--steward", "N", "--zone", "Mars"), "“Mars” is no time zone. Give one such as Europe/London."),
        ((*NAMED, "--steward", "N", "--business", "X:pub"), "No plugin here runs “pub”. Kinds: cafe"),
        ((*NAMED, "--steward", "x" * 101), "The name has 101 characters; the most is 100."),
        ((*NAMED, "--business", " :cafe", "--steward", "N"), "The business has no name."),
        ((*NAMED, "--steward", "N", "--people", "nowhere.csv"), "nowhere.csv: this cannot be read"),
        (("--database", "mysql://x/y"), "database.url is no address of a database. Write postgresql://"),
        (("--database", "postgresql://nobody@127.0.0.1:9/x"), "cannot be reached"),
    ],
)
def test_what_cannot_be_makes_nothing(started, home, arguments, sentence):
    code, _, said = started(*arguments)
    assert code == 2
    assert sentence in said
    assert not home.exists()
    assert left_behind(home) == []


def test_file_of_people_that_is_not_right_makes_nothing_and_says_all_that_is_wrong(started, home, file):
    file.write_text(
        PEOPLE.replace("16.40", "1.00").replace("1984", "84").replace("steward;", ""), encoding="utf-8"
    )
    code, _, said = started(*NAMED, "--people", file)
    assert code == 2
    assert "The file of people is not right in 1 places:\n  row 2, column date_of_birth: “84-03-12”" in said
    file.write_text(PEOPLE.replace("steward;", ""), encoding="utf-8")
    assert "Nobody in the file of people is steward." in started(*NAMED, "--people", file)[2]
    assert not home.exists()


def test_database_that_holds_an_enterprise_is_left_alone(started, home, databases):
    where = ("--database", databases.empty("postgresql"))
    assert started(*NAMED, "--steward", "Nia", *where)[0] == 0
    code, _, said = started(*NAMED, "--steward", "Nia", *where, folder=home.with_name("second"))
    assert (code, "This database holds an enterprise already." in said) == (2, True)
    assert not home.with_name("second").exists()


def test_two_who_finish_at_once_make_one_enterprise(store):
    """On each database: both have looked and found nothing when the first of them writes."""
    ready, outcomes = threading.Barrier(2), []

    def finish(name):
        try:
            with store.unit(Actor.keyboard()) as unit:
                if not store.is_sqlite:  # one writer at a time there: the second looks when the first is done
                    enterprise.find_enterprise(unit)
                    ready.wait(10)
                begin(unit, Beginning(name=name, steward=f"Nia {name}"), ())
            outcomes.append(name)
        except BadInput as refused:
            outcomes.append(refused.sentence)

    threads = [threading.Thread(target=finish, args=(name,)) for name in ("One", "Two")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    refused = "This enterprise has been set up already. Open its pages again."
    assert sorted(outcomes, key=len)[1] == refused
    with store.unit(Actor.keyboard(), writing=False) as unit:
        winner = enterprise.the_enterprise(unit).name
        assert winner == sorted(outcomes, key=len)[0]
        assert [one.name for one in people.everybody(unit)] == [f"Nia {winner}"]


def test_import_command_is_a_dry_run_until_it_is_told_yes(started, home, file, capsys, opened):
    started(*NAMED, "--steward", "Jo Field")
    capsys.readouterr()
    arguments = ["--home", str(home), "people", "import", str(file)]
    assert run(root, arguments) == 0
    assert "Nothing has been written yet. To write it, say the same again with --yes." in capsys.readouterr().out
    assert run(root, [*arguments, "--yes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == 1
    assert run(root, [*arguments, "--json"]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["row"], fault["column"]) == (2, "name")
    assert run(root, [*arguments, "--yes"]) == 2
    assert "Nothing was written." in capsys.readouterr().out
    house = opened(home)
    with house.reading() as unit:
        assert [one.name for one in people.everybody(unit)] == ["Jo Field", "Nia Castell"]
