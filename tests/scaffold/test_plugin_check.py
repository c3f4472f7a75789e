"""The conformance check: one fault in a plugin gives one named fault, and one fault hides no other."""

import json
import shutil
import sys
from importlib import import_module

import pytest

from alongside.cli.ending import run
from alongside.house import demo_people
from alongside.house.examples import examples
from alongside.house.main import alongside
from alongside.plugin import API_VERSION
from alongside.scaffold.checking import check_plugin

RAISES = '    raise ZeroDivisionError("no stock")\n'
PAGE = ("pages.py", "    return _view(visit, _form(visit))\n", RAISES)
CHAPTER = ("chapter.py", '    return View("chapter.html"', f'{RAISES}    return View("chapter.html"')
VERSION = ("__init__.py", f"api={API_VERSION}", "api=(2, 0)")
HOOK = ("reactions.py", "def person_erased", "def person_erasd")
REACTS = "@hook\ndef {}(unit: Unit, {}: Any) -> None:\n    raise ZeroDivisionError('no stock')\n\n\n"
MODULE = ("commands.py", None, None)


def prefix(name):
    return [(file, f'"{name}_task"', '"task"') for file in ("tables.py", f"migrations/0001_{name}.py")]


# What is spoilt, and the one fault that is to be named: its kind, and words of its sentence.
SEVEN = {
    "no_module": (
        (MODULE,),
        "missing module",
        "“commands” is named, but there is no module alongside_no_module.comm",
    ),
    "no_words": (
        (("__init__.py", "@hook\n", ""),),
        "no description",
        "alongside_no_words defines no “alongside_plugin” hook. See __init__.py.",
    ),
    "too_new": (
        (VERSION,),
        "wrong API version",
        f"It was written for version 2.0 of the API, and this is 1.{API_VERSION[1]}. Write api={API_VERSION} in",
    ),
    "no_prefix": (
        prefix("no_prefix"),
        "wrong prefix",
        "The table “task” must begin with “no_prefix_”, or it could meet another plugin's. Call it",
    ),
    "misspelt": (
        (HOOK,),
        "unknown hook",
        "It reacts to “person_erasd”, but no event is called that. Did its author mean “person_erased”?",
    ),
    "bad_page": (
        (PAGE,),
        "page that raises",
        "The page “/tasks” raised ZeroDivisionError: no stock (pages.py, line 34) when it was opened by a steward",
    ),
    "bad_chapter": (
        (CHAPTER,),
        "chapter that raises",
        "The chapter “Bad chapter” of “bad_chapter” could not be written: ZeroDivisionError: no stock",
    ),
}
COLUMN = ('    c.text("zone"),', '    c.text("zone"),\n    c.text("place", nullable=True),')
# Plugins that are spoilt in several places, each with the fault that comes of it.
MORE = {
    "ferry": (
        (
            ("chapter.py", "def figures", "def figgures"),
            "missing module",
            "“chapter:figures” is named, but chapter.py has no “figures”. Write it, or name another",
        ),
        (
            (
                "templates/tasks.easy.html",
                "{% for day, rows in days %}",
                "{{ nobody }}{% for day, rows in days %}",
            ),
            "page that raises",
            "when it was opened by a steward in Easy Read.",
        ),
        (
            ("demo.py", "    with demo.unit(demo", RAISES + "    with demo.unit(demo"),
            "demo that raises",
            "Its demo raises Zero",
        ),
        (
            ("reactions.py", "@hook\ndef person_er", f"{REACTS.format('daily_round', 'day')}@hook\ndef person_er"),
            "reaction that raises",
            "Its reaction “daily_round” raises ZeroDivisionError: no stock (reactions.py, line 16). Mend it",
        ),
        (
            ("reactions.py", "    found = offers", RAISES + "    found = offers"),
            "persons not cared for",
            "Its reaction “person_exported” raises ZeroDivisionError: no stock (reactions.py,",
        ),
    ),
    "sluice": (
        (
            ("chapter.py", "from .task", "1 / 0\nfrom .task"),
            "does not load",
            "could not be imported: ZeroDivision",
        ),
        (
            ("pages.py", "if not form.valid():", 'if not visit.form["what"]:'),
            "page that raises",
            "The page “/tasks” raised KeyError: 'what' (pages.py, line 43) when it took an empty form.",
        ),
        (
            ("tables.py", *COLUMN),
            "tables unlike their migrations",
            "tables.py and the migrations differ in sluice_task.place. Write the next step:",
        ),
        (
            ("tables.py", *COLUMN),
            "tables unlike their migrations",
            "Task and its table sluice_task differ in place. A value has a field for each column,",
        ),
        (
            ("reactions.py", "@hook\ndef person_erased", "def person_erased"),
            "persons not cared for",
            "It holds rows about people, and no reaction “person_erased” forgets it.",
        ),
    ),
    "jetty": (
        (
            ("migrations/0001_jetty.py", "    op.create_table(", RAISES + "    op.create_table("),
            "tables unlike their migrations",
            "The migrations could not be run: ZeroDivisionError: no stock (0001_jetty.py, line 11). Mend the step",
        ),
        (
            ("tables.py", ', about="person")', ")"),
            "persons not cared for",
            "A row of jetty_task refers to a person and does not say whose row it is.",
        ),
    ),
    "dock": (
        (
            ("migrations/0001_dock.py", None, None),
            "tables unlike their migrations",
            "tables.py and the migrations differ in dock_task. Write the next step:",
        ),
    ),
}


@pytest.fixture(autouse=True)
def fewer_people(monkeypatch):
    """Sixteen people find the same faults as sixty, in half the time."""
    everybody = demo_people.rows
    # Who supports them may be one of the others.
    few = [{**row, "supporter": ""} for row in everybody(examples())[:16]]
    monkeypatch.setattr(demo_people, "rows", lambda _folder: few)


def found(folder, name):
    return [(fault.kind.value, fault.sentence) for fault in check_plugin(name, folder).faults]


def test_new_plugin_has_no_fault_and_no_note(written):
    report = check_plugin("garden", written("garden"))
    assert (report.faults, report.notes) == ((), ())
    assert report.looked_at[0].startswith("1 page, opened ")


@pytest.mark.parametrize("name", SEVEN)
def test_one_thing_that_is_spoilt_gives_one_fault_that_names_it(spoilt, name):
    changes, kind, words = SEVEN[name]
    (fault,) = found(spoilt(name, *changes), name)
    assert (fault[0], words in fault[1]) == (kind, True), fault


@pytest.mark.parametrize("name", MORE)
def test_each_of_several_faults_is_named_once(spoilt, name):
    faults = found(spoilt(name, *{change: None for change, _, _ in MORE[name]}), name)
    for _, kind, words in MORE[name]:
        assert [one for one, said in faults if words in said] == [kind], (words, faults)
    assert len(faults) == len(MORE[name]), faults


def test_six_faults_of_one_plugin_are_all_named_in_one_run(spoilt):
    folder = spoilt("barge", MODULE, VERSION, *prefix("barge"), HOOK, PAGE, CHAPTER)
    assert [kind for kind, _ in found(folder, "barge")] == [
        "wrong API version",
        "missing module",
        "unknown hook",
        "wrong prefix",
        "page that raises",
        "chapter that raises",
    ]


def test_folder_is_checked_and_not_a_copy_of_the_same_name_that_is_installed(written, spoilt, tmp_path):
    copy = tmp_path / "installed"
    shutil.copytree(written("weir") / "alongside_weir", copy / "alongside_weir")
    shutil.rmtree(tmp_path / "alongside-weir")
    sys.path.insert(0, str(copy))
    import_module("alongside_weir")  # as the command line does for every plugin that is installed
    assert [kind for kind, _ in found(spoilt("weir", VERSION), "weir")] == ["wrong API version"]


def test_what_a_plugin_prints_is_not_taken_for_the_answer(spoilt, capsys):
    folder = spoilt(
        "pier",
        (
            "pages.py",
            "    return _view(visit, _form(visit))\n",
            '    print("hello")\n    return _view(visit, _form(visit))\n',
        ),
    )
    assert run(alongside, ["plugin", "check", "pier", "--in", str(folder), "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["right"] is True
    assert "hello" in told.err


def test_missing_wording_is_a_note_and_no_fault(spoilt):
    msg = 'msgid "What will be done?"\nmsgstr "What will you do?"\n'
    report = check_plugin("wharf", spoilt("wharf", ("locale/en@easy.po", msg, "")))
    assert report.right
    (note,) = report.notes
    assert note.startswith("“What will be done?” has no wording in locale/en@easy.po")


def test_page_that_no_page_leads_to_is_a_note(spoilt):
    more = 'Page("/tasks/{day}", "A day", "list", needs="see", show=Lazy("pages:tasks")),\n            Page('
    report = check_plugin("quay", spoilt("quay", ("__init__.py", "Page(", more)))
    assert (report.right, report.notes) == (True, ("No page led to “/tasks/{day}”, so it was not opened.",))


SHARES = (
    "        commands=(",
    """        tiles=(Tile("Tasks", needs="see", show=Lazy("shares:tile")),),
        day_sheets=(DaySheet("Tasks", Lazy("shares:sheets"), needs="see"),),
        commands=(""",
)


def with_shares(spoilt, name, raises):
    """A plugin with a tile and a day sheet, which work or raise."""
    describes = ("__init__.py", "Page, Plugin", "Page, Plugin, DaySheet, Tile")
    folder = spoilt(name, describes, ("__init__.py", *SHARES))
    told = raises or "    return None\n"
    wrote = raises or "    return ()\n"
    words = f"def tile(visit):\n{told}\n\ndef sheets(unit, business, day):\n{wrote}"
    (folder / f"alongside_{name}" / "shares.py").write_text(words, encoding="utf-8")
    return folder


def test_tile_and_day_sheet_that_raise_are_named(spoilt):
    report = check_plugin("pontoon", with_shares(spoilt, "pontoon", RAISES))
    assert [one.kind.value for one in report.faults] == ["tile that raises", "day sheet that raises"]
    tile, sheet = [one.sentence for one in report.faults]
    assert tile.startswith("The tile “Tasks” of pontoon raised ZeroDivisionError: no stock (shares.py, line 2).")
    assert sheet.startswith(
        "The sheet “Tasks” of “pontoon” raised ZeroDivisionError: no stock (shares.py, line 6)."
    )


def test_control_tile_and_day_sheet_that_have_nothing_to_tell_are_right(spoilt):
    report = check_plugin("causeway", with_shares(spoilt, "causeway", ""))
    assert report.faults == ()
    assert "1 tile and 1 day sheet, shown" in report.looked_at


def test_command_says_what_is_wrong_and_ends_with_one(spoilt, capsys):
    folder = spoilt("lock", PAGE, CHAPTER)
    assert run(alongside, ["plugin", "check", "lock", "--in", str(folder)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in said[:2]] == [
        " WRONG  page that raises",
        " WRONG  chapter that raises",
    ]
    assert said[-1] == "2 things to mend in “lock”."
    assert run(alongside, ["plugin", "check", "lock", "--in", str(folder), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["right"], [one["kind"] for one in told["faults"]]) == (
        False,
        ["page that raises", "chapter that raises"],
    )


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("name", ["cafe", "studio", "training"])
def test_our_own_plugins_are_held_to_the_same_check(command, name):
    done = command("plugin", "check", name)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Everything is right."), done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere"], "There is no plugin “nowhere”. Installed are: cafe, studio, training."),
        (["x", "--in", "."], "There is no pyproject.toml in ."),
    ],
)
def test_plugin_that_is_nowhere_is_refused_in_a_sentence(tmp_path, monkeypatch, capsys, words, sentence):
    monkeypatch.chdir(tmp_path)
    assert run(alongside, ["plugin", "check", *words]) == 2
    assert sentence in capsys.readouterr().err
