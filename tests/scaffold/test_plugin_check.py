"""The conformance check: one fault in a plugin gives one named fault, and one fault hides no other."""

import json

import pytest

from alongside.cli.ending import run
from alongside.house import demo_people
from alongside.house.main import alongside
from alongside.scaffold.checking import check_plugin

RAISES = '    raise ZeroDivisionError("no stock")\n'
PAGE = ("pages.py", "    return _view(visit, {})\n", RAISES)
CHAPTER = ("chapter.py", '    return View("chapter.html"', f'{RAISES}    return View("chapter.html"')
VERSION = ("__init__.py", "api=(1, 1)", "api=(2, 0)")
HOOK = ("reactions.py", "def person_erased", "def person_erasd")
MODULE = ("commands.py", None, None)


def prefix(name):
    return [(file, f'"{name}_task"', '"task"') for file in ("tables.py", f"migrations/0001_{name}.py")]


# What is spoilt, and the one fault that is to be named: its kind, and words of its sentence.
SPOILT = {
    "no_module": (
        MODULE,
        "missing module",
        "“commands” is named, but there is no module alongside_no_module.commands.",
    ),
    "no_function": (
        ("chapter.py", "def figures", "def figgures"),
        "missing module",
        "“chapter:figures” is named, but chapter.py has no “figures”. Write it, or name another",
    ),
    "no_words": (
        ("__init__.py", "@hook\n", ""),
        "no description",
        "alongside_no_words defines no “alongside_plugin” hook. See __init__.py.",
    ),
    "too_new": (
        VERSION,
        "wrong API version",
        "It was written for version 2.0 of the API, and this is 1.1. Write api=(1, 1) in __init__.py",
    ),
    "no_prefix": (
        *prefix("no_prefix"),
        "wrong prefix",
        "The table “task” must begin with “no_prefix_”, or it could meet another plugin's. Call it",
    ),
    "misspelt": (
        HOOK,
        "unknown hook",
        "It reacts to “person_erasd”, but no event is called that. Did its author mean “person_erased”?",
    ),
    "bad_page": (
        PAGE,
        "page that raises",
        "The page “/tasks” raised ZeroDivisionError: no stock (pages.py, line 24) when it was opened by a steward",
    ),
    "bad_chapter": (
        CHAPTER,
        "chapter that raises",
        "The chapter “Bad chapter” of “bad_chapter” could not be written: ZeroDivisionError: no stock",
    ),
    "bad_form": (
        ("pages.py", 'form.get("what", "")', 'form["what"]'),
        "page that raises",
        "The page “/tasks” raised KeyError: 'what' (pages.py, line 33) when it took an empty form.",
    ),
    "bad_easy": (
        (
            "templates/tasks.easy.html",
            "{% for day, rows in days %}",
            "{{ nobody_knows_this }}{% for day, rows in days %}",
        ),
        "page that raises",
        "when it was opened by a steward in Easy Read.",
    ),
    "bad_import": (
        ("chapter.py", "from .task", "1 / 0\nfrom .task"),
        "does not load",
        "could not be imported: Zero",
    ),
    "bad_demo": (
        ("demo.py", "    with demo.unit(demo", RAISES + "    with demo.unit(demo"),
        "demo that raises",
        "no stock",
    ),
    "more_table": (
        ("task.py", "    zone: str\n", "    zone: str\n    place: str | None = None\n"),
        ("tables.py", '    c.text("zone"),', '    c.text("zone"),\n    c.text("place", nullable=True),'),
        "tables unlike their migrations",
        "tables.py and the migrations differ in more_table_task.place. Write the next step:",
    ),
    "no_field": (
        ("tables.py", '    c.text("zone"),', '    c.text("zone"),\n    c.text("place", nullable=True),'),
        (
            "migrations/0001_no_field.py",
            '"zone", sa.Text, nullable=False),',
            '"zone", sa.Text, nullable=False),\n        sa.Column("place", sa.Text, nullable=True),',
        ),
        "tables unlike their migrations",
        "Task and its table no_field_task differ in place. A value has a field for each column, by the same name.",
    ),
    "nobodys": (
        ("tables.py", ', about="person")', ")"),
        "persons not cared for",
        "A row of nobodys_task refers to a person and does not say whose row it is.",
    ),
    "keeps_all": (
        ("reactions.py", "@hook\ndef person_erased", "def person_erased"),
        "persons not cared for",
        "It holds rows about people, and no reaction “person_erased” forgets it.",
    ),
    "tells_no": (
        ("reactions.py", "    found = offers", RAISES + "    found = offers"),
        "persons not cared for",
        "Its reaction “person_exported” raises ZeroDivisionError: no stock (reactions.py,",
    ),
}


@pytest.fixture(autouse=True)
def fewer_people(monkeypatch):
    """Sixteen people find the same faults as sixty, in half the time."""
    everybody = demo_people.rows
    monkeypatch.setattr(demo_people, "rows", lambda folder: everybody(folder)[:16])


def found(folder, name):
    return [(fault.kind.value, fault.sentence) for fault in check_plugin(name, folder).faults]


def test_new_plugin_has_no_fault_and_no_note(written):
    report = check_plugin("garden", written("garden"))
    assert (report.faults, report.notes) == ((), ())
    assert report.looked_at[0].startswith("1 page, opened ")


@pytest.mark.parametrize("name", SPOILT)
def test_one_thing_that_is_spoilt_gives_one_fault_that_names_it(spoilt, name):
    *changes, kind, words = SPOILT[name]
    folder = spoilt(name, *changes)
    (fault,) = found(folder, name)
    assert fault[0] == kind
    assert words in fault[1]


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


def test_missing_wording_is_a_note_and_no_fault(spoilt):
    msg = 'msgid "Please say what you will do."\nmsgstr "Please say **what you will do**."\n'
    report = check_plugin("wharf", spoilt("wharf", ("locale/en@easy.po", msg, "")))
    assert report.right
    (note,) = report.notes
    assert note.startswith("“Please say what you will do.” has no wording in locale/en@easy.po")


def test_page_that_no_page_leads_to_is_a_note(spoilt):
    more = 'Page("/tasks/{day}", "A day", "list", needs="see", show=Lazy("pages:tasks")),\n            Page('
    report = check_plugin("quay", spoilt("quay", ("__init__.py", "Page(", more)))
    assert (report.right, report.notes) == (True, ("No page led to “/tasks/{day}”, so it was not opened.",))


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


def test_our_own_plugins_without_a_long_demo_are_right(capsys):
    assert run(alongside, ["plugin", "check", "training"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Everything is right."


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
