"""Pages and papers of training: for who learns, who plans and who teaches, in both editions."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.api import enterprise, people
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed
from alongside.api.web import Form, GoTo, Visit
from alongside.display.missing import missing_texts
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_training import offers
from alongside_training.actions import awarding, courses, looking, planning
from alongside_training.pages import learning, papers, running, writing
from alongside_training.pages import planning as plan_pages
from alongside_training.run import RunState

TODAY, FIRST = date(2026, 11, 23), date(2026, 12, 1)
DISPLAY = Display({"training": "alongside_training"})


@pytest.fixture
def engine_name():
    """One database is enough for what is shown; what is done is tested on both."""
    return "sqlite"


def visit(school, unit, who, edition=Edition.STANDARD, **facts):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(Actor.person(school.people[who], who), who),
        part="training",
        edition=edition,
        zone=LONDON,
        today=TODAY,
        business=school.business,
        **facts,
    )


def shown(school, who, page, edition=Edition.STANDARD, **facts):
    with school.unit(who, writing=False) as unit:
        view = page(visit(school, unit, who, edition, **facts))
    return DISPLAY.render("training", view, edition=edition)


def sent(school, who, page, *pairs, **path):
    with school.unit(who) as unit:
        return page(visit(school, unit, who, form=Form(pairs), path=path))


WORDS = {
    "words": "Two afternoons in the kitchen.",
    "easy_title": "Clean food",
    "easy_words": "You cook with others.",
    "able": ("keep cold food cold",),
    "easy_able": ("You can keep food cold.",),
    "picture": "cook",
}


@pytest.fixture
def run(school):
    return school.plan(school.course(most=1, **WORDS), how_to_find="Step-free.")


def every_page_of_a_learner(school, run, who):
    for page, path in (
        (learning.courses, {}),
        (learning.course, {"run": run.id}),
        (learning.learning, {}),
    ):
        yield shown(school, who, page, Edition.EASY, path=path)


def test_course_says_what_it_is_like_when_where_and_whether_there_is_a_place(school, run):
    html = shown(school, "Sam Whitlock", learning.course, path={"run": run.id})
    for words in (
        "Two afternoons in the kitchen.",
        "keep cold food cold",
        "Tuesday 1\u00a0December, 16:30\u00a0to\u00a018:30",
        "4\u00a0hours together.",
        "The training room",
        "Step-free.",
        "Dev Chaudhary, leads",
        "<strong>1 place</strong> is left.",
        "Join this course",
    ):
        assert words in html


def test_joining_waiting_and_leaving_by_the_page(school, run):
    joined = sent(school, "Sam Whitlock", learning.send_course, ("do", "join"), run=run.id)
    assert (joined.path, str(joined.notice)) == (
        f"/training/tideline-learning/courses/{run.id}",
        "You have a place. It stands in your week.",
    )
    waits = sent(school, "Leah Osei", learning.send_course, ("do", "join"), run=run.id)
    assert "waiting list" in str(waits.notice)
    assert "You are number <strong>1</strong> in the line." in shown(
        school, "Leah Osei", learning.course, path={"run": run.id}
    )
    left = sent(
        school, "Sam Whitlock", learning.send_course, ("do", "leave"), ("because", "Too early"), run=run.id
    )
    assert left.path == "/training/tideline-learning/courses"
    assert school.states(run) == {"Sam Whitlock": "left", "Leah Osei": "enrolled"}


def test_easy_read_pages_read_easily_for_everybody_who_learns_or_teaches(school, run):
    school.join(run, "Sam Whitlock")
    school.join(run, "Leah Osei")
    sent(school, "Sam Whitlock", learning.send_learning, ("do", "wish"), ("words", "Play the drums"))
    school.everybody_was_there(run)
    with school.unit() as unit:
        planning.confirm(unit, run.id)
        awarding.award(unit, run.id)
    school.at(TODAY)
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Isaac Field"):
        faults = [easy_read_faults(html) for html in every_page_of_a_learner(school, run, who)]
        assert faults == [[], [], []], who
    (session, *_others) = school.sessions(run)
    easy = shown(school, "Isaac Field", running.register, Edition.EASY, path={"session": session.id})
    assert easy_read_faults(easy) == []


def test_own_learning_shows_certificates_with_their_paper_and_takes_wishes(school, run):
    school.join(run, "Sam Whitlock")
    school.everybody_was_there(run)
    with school.unit() as unit:
        awarding.award(unit, run.id)
    sent(school, "Sam Whitlock", learning.send_learning, ("do", "wish"), ("course", run.course))
    html = shown(school, "Sam Whitlock", learning.learning)
    assert "good until 7\u00a0December\u00a02029" in html
    assert "/training/tideline-learning/certificate/" in html
    with school.unit(writing=False) as unit:
        (wish,) = offers.wishes(unit, school.business.id)
    sent(school, "Sam Whitlock", learning.send_learning, ("do", "back"), ("wish", wish.id))
    with school.unit(writing=False) as unit:
        assert offers.wishes(unit, school.business.id) == []


def test_words_of_her_own_count_for_more_than_a_course_chosen_beside_them(school, run):
    pairs = (("do", "wish"), ("course", run.course), ("words", "Sing"))
    sent(school, "Sam Whitlock", learning.send_learning, *pairs)
    with school.unit(writing=False) as unit:
        (wish,) = offers.wishes(unit, school.business.id)
    assert (wish.course, wish.words) == (None, "Sing")


def can_teach(school, *names):
    with school.unit() as unit:
        for name in names:
            people.add_skill(unit, school.people[name], looking.TEACHES, "Helps others learn")


COURSE = (
    ("title", "Cooking for guests"),
    ("able", "cook for ten\n\nlay a table"),
    ("gives", "Food hygiene"),
    ("needs", "Fire safety"),
    ("months", "36"),
    ("least", "2"),
    ("most", "6"),
    ("may_miss", "0"),
    ("picture", "cook"),
)


def test_manager_writes_a_course_and_plans_a_run_on_pages_alone(school):
    can_teach(school, "Dev Chaudhary", "Isaac Field")
    answer = sent(school, "Dev Chaudhary", writing.send_new_course, *COURSE)
    with school.unit(writing=False) as unit:
        (made,) = offers.courses(unit, school.business.id).values()
    assert answer.path == f"/training/tideline-learning/run?course={made.id}"
    assert (made.able, made.gives, made.needs) == (
        ("cook for ten", "lay a table"),
        "food_hygiene",
        ("fire_safety",),
    )
    form = (
        ("course", made.id),
        ("first", "2026-12-01"),
        ("since", "16:30"),
        ("until", "18:30"),
        ("times", "2"),
        ("new_room", "The hall"),
        ("lead", school.people["Dev Chaudhary"]),
        ("co_trainers", school.people["Isaac Field"]),
    )
    planned = sent(school, "Dev Chaudhary", plan_pages.send_run, *form)
    run = planned.path.rpartition("/")[2]
    html = shown(school, "Dev Chaudhary", running.run, path={"run": run})
    for words in ("The hall", "Isaac Field, co-trainer", "Confirm: it takes place", "2 more people are needed."):
        assert words in html
    for page, path in (
        (plan_pages.plan, {}),
        (plan_pages.wishes, {}),
        (plan_pages.new_run, {}),
        (writing.new_course, {}),
        (writing.change_course, {"course": made.id}),
    ):
        for edition in Edition:
            assert shown(school, "Dev Chaudhary", page, edition, path=path)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("first", "soon", "“soon” is not a day."),
        ("until", "late", "Write it as 16:30"),
        ("times", "x", "in digits"),
        ("times", "41", "Write a number from 1 to 40."),
        ("first", "9999-12-31", "too far off"),
        ("until", "16:00+02:00", "Write it as 16:30"),
        ("until", "16:00", "The sessions would end before they start. Give an end that is later."),
    ],
)
def test_what_cannot_be_planned_is_said_in_words(school, run, name, value, words):
    form = {"first": "2026-12-03", "since": "16:30", "until": "18:30", "times": "1"}
    form |= {"course": run.course, "room": school.room}
    view = sent(school, "Dev Chaudhary", plan_pages.send_run, *{**form, name: value}.items())
    (mistake,) = mistakes_of(view)
    assert mistake[0] == name
    assert words in str(mistake[1][-1])


def test_buttons_of_a_run_do_what_they_say(school, run):
    can_teach(school, "Bronwen Pugh")
    press = [
        (("do", "confirm"),),
        (("do", "enrol"), ("person", school.people["Tom Ridley"])),
        (("do", "take_out"), ("person", school.people["Tom Ridley"])),
        (("do", "add_trainer"), ("person", school.people["Bronwen Pugh"]), ("role", "co_trainer")),
        (("do", "remove_trainer"), ("person", school.people["Bronwen Pugh"])),
        (("do", "session"), ("then", "add"), ("day", "2026-12-15"), ("since", "16:30"), ("until", "18:30")),
    ]
    for pairs in press:
        assert isinstance(sent(school, "Dev Chaudhary", running.send_run, *pairs, run=run.id), GoTo)
    press = [
        (("do", "room"), ("room", school.room), ("new_room", "The hall")),
        (("do", "places"), ("places", "5")),
    ]
    for pairs in press:
        assert isinstance(sent(school, "Dev Chaudhary", running.send_run, *pairs, run=run.id), GoTo)
    html = shown(school, "Dev Chaudhary", running.run, path={"run": run.id})
    assert "The hall." in html
    assert "0 of 5 places are taken." in html
    empty = sent(school, "Dev Chaudhary", running.send_run, ("do", "places"), ("places", ""), run=run.id)
    assert [field for field, _said in mistakes_of(empty)] == ["places-places"]
    session = school.sessions(run)[2]
    move = (
        ("do", "session"),
        ("then", "move"),
        ("session", session.id),
        ("day", "2026-12-16"),
        ("since", "10:00"),
        ("until", "12:00"),
    )
    sent(school, "Dev Chaudhary", running.send_run, *move, run=run.id)
    assert school.sessions(run)[2].day == date(2026, 12, 16)
    with pytest.raises(BadInput, match="no button was pressed"):
        sent(school, "Dev Chaudhary", running.send_run, run=run.id)
    sent(school, "Dev Chaudhary", running.send_run, ("do", "cancel"), ("because", "Snow"), run=run.id)
    with school.unit(writing=False) as unit:
        assert offers.run(unit, run.id).state is RunState.CANCELLED


def test_runs_to_plan_stand_below_one_another_where_there_is_little_room(school, run):
    html = shown(school, "Dev Chaudhary", plan_pages.plan)
    assert 'class="table stacked"' in html
    assert '<td data-label="Places">0 of 1' in html


def test_who_teaches_changes_neither_room_nor_places(school, run):
    html = shown(school, "Isaac Field", running.run, path={"run": run.id})
    assert "Change the room" not in html
    for pairs in ((("do", "room"), ("room", school.room)), (("do", "places"), ("places", "5"))):
        with pytest.raises(NotAllowed):
            sent(school, "Isaac Field", running.send_run, *pairs, run=run.id)


def test_course_of_another_business_is_not_written_on_from_here(school):
    with school.unit() as unit:
        other = enterprise.add_business(unit, "Harbour Skills", "training", opened=date(2024, 1, 1))
        theirs = courses.add_course(unit, other.id, title="Theirs", most=3)
    with pytest.raises(NotAllowed):
        shown(school, "Dev Chaudhary", writing.change_course, path={"course": theirs.id})


def test_member_sees_no_page_of_who_plans(school, run):
    for page, path in ((running.run, {"run": run.id}), (plan_pages.new_run, {}), (plan_pages.plan, {})):
        with pytest.raises(NotAllowed):
            shown(school, "Sam Whitlock", page, path=path)


def test_register_page_shows_everybody_present_first_and_keeps_the_exceptions(school):
    run = school.plan(school.course(most=6))
    for who in ("Sam Whitlock", "Leah Osei", "Tom Ridley"):
        school.join(run, who)
    (session, _) = school.sessions(run)
    assert "opens when the session begins" in shown(
        school, "Isaac Field", running.register, path={"session": session.id}
    )
    school.at(FIRST, 17)
    html = shown(school, "Isaac Field", running.register, path={"session": session.id})
    assert html.count('value="present" selected') == 3
    marks = [(f"mark-{school.people[who]}", "present") for who in ("Sam Whitlock", "Leah Osei")]
    marks.append((f"mark-{school.people['Tom Ridley']}", "absent"))
    answer = sent(school, "Isaac Field", running.send_register, *marks, session=session.id)
    assert str(answer.notice) == "The register is kept: 2 of 3 were there."
    assert (
        shown(school, "Isaac Field", running.register, path={"session": session.id}).count(
            'value="absent" selected'
        )
        == 1
    )


@pytest.fixture
def awarded(school, run):
    school.join(run, "Sam Whitlock")
    school.everybody_was_there(run)
    with school.unit() as unit:
        awarding.award(unit, run.id)
        return people.certificates_of(unit, [school.people["Sam Whitlock"]])[school.people["Sam Whitlock"]][0]


@pytest.mark.parametrize("edition", list(Edition))
def test_certificate_can_be_heard_and_hung_up_on_one_sheet(school, awarded, edition):
    with school.unit("Sam Whitlock", writing=False) as unit:
        thinking = papers.certificate(
            visit(school, unit, "Sam Whitlock", edition, path={"certificate": awarded.id})
        )
        named = set(unit.named)
    paper = thinking.settle(None, thinking.think())
    assert paper.name == f"certificate-{awarded.serial}.pdf"
    assert school.people["Sam Whitlock"] in named
    report = validate_pdf_bytes(paper.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    with pikepdf.open(BytesIO(paper.content)) as sheets:
        assert len(sheets.pages) == 1
        width, height = (float(sheets.pages[0].mediabox[n]) for n in (2, 3))
    assert (round(width), round(height)) == (842, 595)


def test_register_sheet_can_be_heard(school, run):
    school.join(run, "Sam Whitlock")
    with school.unit("Dev Chaudhary", writing=False) as unit:
        thinking = papers.sheet(visit(school, unit, "Dev Chaudhary", path={"run": run.id}))
    paper = thinking.settle(None, thinking.think())
    report = validate_pdf_bytes(paper.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures


def test_every_text_of_training_has_its_easy_read_wording():
    assert [one.keys for one in missing_texts({"training": "alongside_training"})] == [()]
