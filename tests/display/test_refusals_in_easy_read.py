"""Refusals in every edition: what a member asks for in Easy Read is refused in Easy Read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.extract import extract

from alongside.display import Edition, View
from alongside.display.missing import missing_texts
from alongside.display.refused import refused_said
from alongside.display.rendering import Display
from alongside.display.texts import folder_of, wording
from alongside.instants import local
from alongside.refusal import BadInput, NotAllowed, NotFound, Refusal, SomebodyWasFaster, worded
from alongside.testing.easy_read import easy_read_faults, sentence_faults, sentences

PARTS = {
    "decisions": "alongside.decisions",
    "diary": "alongside.diary",
    "people": "alongside.people",
    "sign_in": "alongside.sign_in",
    "web": "alongside.web",
    "studio": "alongside_studio",
    "training": "alongside_training",
    "cafe": "alongside_cafe",
}
"""Whose refusals a member can meet by a form or a link of hers."""

WORDED = {
    *("NotNow", "NotOnTheRoll", "Taken", "TooManyGuesses", "TooOld"),
    *("NotFree", "NotOpen", "ManyClashes", "NoSuchMove", "NotPossibleNow"),
}
"""The classes of refusals that members meet; none of them may be raised with a sentence in one edition alone."""

MEMBERS = (
    *("alongside.decisions.remark", "alongside.decisions.actions.helping", "alongside.decisions.pages.ballots"),
    *(
        "alongside.decisions.pages.helping",
        "alongside.decisions.pages.sending",
        "alongside.decisions.pages.talking",
    ),
    *("alongside.diary.pages.week", "alongside.people.contact", "alongside.people.actions.photos"),
    *("alongside.people.supporter", "alongside.people.actions.supporting"),
    *("alongside.sign_in.password", "alongside.sign_in.pages.ways", "alongside.sign_in.pages.looking_around"),
    *("alongside_studio.actions.changing", "alongside_training.wish", "alongside_training.lesson"),
    *("alongside_training.actions.joining", "alongside_training.actions.wishing", "alongside_cafe.availability"),
    "alongside.web.asked",
)
"""Modules whose bad input is a member's own: she filled in the form, or followed the link."""

SAID = {"title": "New chairs for the café", "name": "Priya Raman", "called": "Room 1", "missing": "“Food hygiene”"}


@pytest.mark.parametrize("part", PARTS)
def test_every_refusal_of_a_part_has_easy_words_that_keep_the_rules(part: str) -> None:
    keys = sorted({key for path in _files(PARTS[part]) for key in _worded_keys(path)})

    assert [fault for key in keys for fault in _faults(PARTS[part], key)] == []
    assert keys, "nothing was looked at"


def test_the_refusals_of_the_floor_are_worded_by_display() -> None:
    keys = sorted({key for path in folder_of("alongside").glob("*.py") for key in _worded_keys(path)})

    assert len(keys) == 6
    assert [fault for key in keys for fault in _faults("alongside.display", key)] == []


def test_a_refusal_of_the_floor_without_easy_words_would_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.display import missing

    (before,) = missing_texts({"display": "alongside.display"})
    monkeypatch.setattr(missing, "worded_keys", lambda _path: set())
    (after,) = missing_texts({"display": "alongside.display"})

    assert before.keys == ()
    assert any(key.startswith("Somebody else has just changed") for key in after.keys)


@pytest.mark.parametrize("part", PARTS)
def test_what_members_meet_is_never_refused_in_one_edition_alone(part: str) -> None:
    plain = [f"{path.name}: {ast.unparse(one)}" for path in _files(PARTS[part]) for one in _plain(path, WORDED)]

    assert plain == []


@pytest.mark.parametrize("module", MEMBERS)
def test_bad_input_of_a_member_is_worded(module: str) -> None:
    path = Path(str(import_module(module).__file__))

    assert [ast.unparse(one) for one in _plain(path, {"BadInput", "Refusal"})] == []


def test_a_plain_sentence_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('raise NotNow(f"“{title}” is closed.")\n', encoding="utf-8")

    assert len(list(_plain(tmp_path / "one.py", WORDED))) == 1


def test_the_same_refusal_is_said_in_both_editions_with_days_and_times_in_their_words() -> None:
    when = local(datetime(2026, 11, 27, 18, 30, tzinfo=UTC), "Europe/London")
    refused = Refusal(
        worded("diary", "{called} is taken on {starts_day} {year} from {starts_time} until {ends_time}{label}.",
               called="Room 1", starts=when, year=2026, ends=when, label=""),
        worded("diary", "Choose another time."),
    )  # fmt: skip
    shown = Display({"diary": "alongside.diary"})
    standard = shown.sentences("web", [refused_said(refused)])
    easy = shown.sentences("web", [refused_said(refused)], edition=Edition.EASY)

    assert str(refused) == refused.sentence
    assert refused.sentence == (
        "Room 1 is taken on Friday 27 November 2026 from 18:30 until 18:30. Choose another time."
    )
    assert _spaced(standard) == [refused.sentence]
    ends = "The busy time ends at half past 6 in the evening."
    assert _spaced(easy) == [f"Room 1 is not free on Friday 27 November. {ends} Choose another time."]


@pytest.mark.parametrize(
    "refused",
    [NotAllowed("Sam", "people.see"), NotFound("course", "3"), SomebodyWasFaster("card"), Refusal("No.")],
)
def test_page_of_a_refusal_is_easy_in_easy_read(refused: Refusal) -> None:
    facts = {"sentence": refused_said(refused), "picture": "lock"}
    view = View("refused.html", "That did not work", facts)

    page = Display({}).render("web", view, edition=Edition.EASY)
    assert easy_read_faults(page) == []
    assert "sk somebody" not in page  # the foot of every page in Easy Read says whom to ask


def test_hint_of_what_is_not_there_is_said_in_the_edition_it_is_worded_in() -> None:
    shown = Display({"decisions": "alongside.decisions"})
    hint = worded("decisions", "Choose one of those on the page.")

    def said(refused: Refusal, edition: Edition) -> list[str]:
        return shown.sentences("web", [refused_said(refused)], edition=edition)

    found = "We cannot find this. It may be gone. Go back and look again."
    assert said(NotFound("supporter", "x", hint), Edition.EASY) == [f"{found} Choose one on the page."]
    assert said(NotFound("supporter", "x", "See --help."), Edition.EASY) == [found]
    for one in (NotFound("supporter", "x", hint), NotFound("supporter", "x", "Choose one of those on the page.")):
        assert said(one, Edition.STANDARD) == ["There is no supporter “x”. Choose one of those on the page."]
        assert one.sentence == "There is no supporter “x”. Choose one of those on the page."


def test_sentence_that_is_worded_stays_easy_beside_one_that_is_not() -> None:
    shown, faster = Display({}), SomebodyWasFaster("card")
    (easy,) = shown.sentences("web", [refused_said(faster)], edition=Edition.EASY)
    (both,) = shown.sentences("web", [refused_said(Refusal(*faster.said, "It is “{3}”."))], edition=Edition.EASY)

    assert easy != faster.sentence
    assert both == f"{easy} It is “{{3}}”."


def test_what_somebody_typed_is_never_taken_for_a_name_of_a_fact() -> None:
    refused = NotFound("course", "{actor} {0} **")
    shown = Display({})

    assert shown.sentences("web", [refused_said(refused)]) == ["There is no course “{actor} {0} **”."]
    assert shown.sentences("web", [refused_said(BadInput("“{x}” is no day"))]) == ["“{x}” is no day."]


def _spaced(said: list[str]) -> list[str]:
    return [one.replace("\u00a0", " ") for one in said]


def _files(package: str) -> list[Path]:
    folder = folder_of(package)
    return [path for path in sorted(folder.rglob("*.py")) if "tests" not in path.relative_to(folder).parts]


def _worded_keys(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        for _line, key, _comments, _context in extract("python", file, {"worded": (2,)}):
            yield str(key)


def _faults(package: str, key: str) -> list[str]:
    easy = wording(package, Edition.EASY.value, key)
    names = set(re.findall(r"\{(\w+)\}", easy)) - set(re.findall(r"\{(\w+)\}", key))
    unknown = [name for name in names if name.rsplit("_", 1)[0] not in key]
    found = [fault for one in sentences(_filled(easy)) for fault in sentence_faults(one)]
    return [*found, *(f"“{easy}” asks for {name}" for name in unknown)] if easy != key or _same(key) else [key]


def _same(key: str) -> bool:
    """A sentence that is Easy Read as it stands."""
    return not [fault for one in sentences(key) for fault in sentence_faults(one)] and "{" not in key


def _filled(easy: str) -> str:
    def said(found: re.Match[str]) -> str:
        name = found[1]
        if name.endswith("_time"):
            return "quarter to 10 in the morning"
        return "Wednesday 25 November" if name.endswith("_day") or name == "day" else SAID.get(name, "3")

    return re.sub(r"\{(\w+)\}", said, easy)


def _plain(path: Path, classes: set[str]) -> Iterator[ast.Call]:
    """Every making of such a refusal with a sentence that is no key."""
    for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(one, ast.Call) and getattr(one.func, "id", "") in classes and one.args:
            first = one.args[0]
            if isinstance(first, ast.JoinedStr) or (
                isinstance(first, ast.Constant) and isinstance(first.value, str)
            ):
                yield one
