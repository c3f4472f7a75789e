"""Faults: what is kept tells which kind and where, and no word of what was said."""

import logging
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from alongside.cli.keeping import Wordless, faults_log, keep_faults
from alongside.faults import Place, heard, noted, places_of, told

NAME = "Rosa Fenn"
CORE = Path(__file__).parents[2]


def raised(exception):
    def in_the_oven():
        raise exception

    try:
        in_the_oven()
    except BaseException as fault:
        return fault


def led_to(first, second):
    try:
        try:
            raise first
        except type(first):
            raise second  # noqa: B904 - what led to it is the point
    except type(second) as fault:
        return fault


def test_fault_is_kept_by_kind_and_place_and_not_by_its_words(caplog):
    reference = noted(raised(ValueError(f"{NAME} has no address")), "the page /people/{person}")
    (line, place, *_) = [one for one in caplog.records[-1].getMessage().splitlines() if "in raised" not in one]
    assert line == f"Reference {reference}: the page /people/{{person}} failed with ValueError"
    assert place.strip().startswith(f"{__name__.rpartition('.')[2]}:") or "in in_the_oven" in place
    assert NAME not in caplog.text
    assert caplog.records[-1].exc_info is None


def test_words_of_an_error_would_name_people():
    """The control: what was kept before is where a name would come from."""
    assert NAME in "".join(traceback.format_exception(raised(ValueError(f"{NAME} has no address"))))


def test_what_led_to_a_fault_is_told_by_kind_and_place_too():
    words = told(led_to(KeyError(NAME), TypeError(f"no {NAME}")))
    assert [line for line in words.splitlines() if not line.startswith("  ")] == ["TypeError", " after KeyError"]
    assert NAME not in words


def test_errors_that_lead_to_each_other_come_to_an_end():
    one, other = ValueError(NAME), KeyError(NAME)
    one.__cause__, other.__cause__ = other, one
    assert told(one).split("\n after ") == ["ValueError", "KeyError", "ValueError", "KeyError", "ValueError"]


def test_group_of_errors_is_told_by_their_kinds():
    assert told(ExceptionGroup(NAME, [KeyError(NAME), ValueError(NAME)])) == "ExceptionGroup KeyError ValueError"


def test_no_folder_is_named_as_a_home_is_called_after_somebody(tmp_path):
    file = tmp_path / "rosa" / "oven.html"
    code = compile("1 / 0", str(file), "exec")
    with pytest.raises(ZeroDivisionError) as fault:
        exec(code, {"__name__": str(file)})  # noqa: S102 - as a template is run
    words = told(fault.value)
    assert "oven.html:1 in <module>" in words
    assert "rosa" not in words


def test_fault_in_a_trial_is_an_answer_and_not_in_the_log(caplog):
    fault = ValueError(NAME)
    with heard() as faults:
        noted(fault, "a page")
    assert [(one.fault, one.what) for one in faults] == [(fault, "a page")]
    assert caplog.records == []


def test_notes_of_ours_are_shown_and_those_of_others_are_not():
    fault = ValueError()
    fault.add_note(f"while {NAME} was asked")
    fault.add_note(Place("It happened in the reaction of “bakery” to person_erased."))
    assert places_of(fault) == "It happened in the reaction of “bakery” to person_erased."


@pytest.fixture
def log(tmp_path, monkeypatch):
    """What the file for faults holds after something was logged."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    keep_faults()
    yield lambda: faults_log().read_text()
    root.handlers[:] = before


def test_what_another_library_logs_is_kept_without_its_words(log):
    fault = raised(ValueError(f"{NAME} has no address"))
    logging.getLogger("asyncio").error("Task of %s failed", NAME, exc_info=fault)
    logging.getLogger("weasyprint").warning(f"Ignored the picture of {NAME}")
    assert "asyncio: error at test_faults:" in log()
    assert "of ValueError" in log()
    assert "weasyprint: warning at test_faults:" in log()
    assert NAME not in log()


def test_a_library_s_own_words_would_name_people():
    """The control: the formatter that everybody uses."""
    record = logging.LogRecord("asyncio", logging.ERROR, "x.py", 1, "Task of %s failed", (NAME,), None)
    assert NAME in logging.Formatter().format(record)
    assert NAME not in Wordless().format(record)


UNSEEN = """
import sys, threading, warnings
from alongside.cli.keeping import keep_faults, keep_what_nobody_saw

class Kept:
    def __del__(self):
        raise ValueError("{name}")

def ends():
    raise ValueError("{name}")

keep_faults()
if {hushed}:
    keep_what_nobody_saw()
warnings.warn("{name} is old-fashioned", UserWarning)
thread = threading.Thread(target=ends)
thread.start()
thread.join()
Kept()
raise ValueError("{name}")
"""


@pytest.mark.parametrize("hushed", [True, False])
def test_what_nobody_saw_goes_to_the_file_and_not_to_the_terminal(tmp_path, monkeypatch, hushed):
    """Not hushed is the control: then a name stands on the terminal four times."""
    program = UNSEEN.format(name=NAME, hushed=hushed)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={"XDG_STATE_HOME": str(tmp_path)}
    )
    assert done.returncode == 1
    kept = (tmp_path / "alongside" / "faults.log").read_text() if hushed else ""
    assert (done.stderr == "", NAME in done.stderr) == (hushed, not hushed)
    assert [
        kept.count(one) for one in ("a thread failed", "putting something away failed", "the program failed")
    ] == [
        hushed,
        hushed,
        hushed,
    ]
    assert NAME not in kept


def test_no_other_room_writes_to_a_log():
    """So that no part or plugin of ours has a way of its own, round what is kept here."""
    files = [*CORE.glob("core/alongside/**/*.py"), *CORE.glob("plugins/*/alongside_*/**/*.py")]
    writing = {str(one.relative_to(CORE)) for one in files if "import logging" in one.read_text("utf-8")}
    assert writing == {"core/alongside/faults.py", "core/alongside/cli/keeping.py"}
