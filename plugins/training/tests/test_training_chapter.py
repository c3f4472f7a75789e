"""The chapter about training, and the commands: what they tell and what they leave untold."""

import json
from datetime import date

import attrs
import pytest

from alongside.api import placements
from alongside.api.display import Display, Edition
from alongside.api.values import LONDON, NotFound, Period
from alongside.cli import Desk
from alongside.testing.easy_read import easy_read_faults
from alongside_training import chapter
from alongside_training.actions import awarding, planning, wishing
from alongside_training.commands import learning
from alongside_training.commands import planning as plan_commands
from alongside_training.register import Mark
from alongside_training.run import TrainerRole
from alongside_training.summary import Summary

WINTER = Period(date(2026, 12, 1), date(2027, 2, 28))
DISPLAY = Display({"training": "alongside_training"})


@pytest.fixture
def engine_name():
    """One database is enough for what is told."""
    return "sqlite"


def give(school, run, who, **marks):
    for one in who:
        school.join(run, one)
    school.everybody_was_there(run, **marks)
    with school.unit() as unit:
        planning.confirm(unit, run.id)
        awarding.award(unit, run.id)


def pay(school, who):
    with school.unit() as unit:
        placement = placements.Placement(
            id=unit.new_id(),
            person=school.people[who],
            business=school.business.id,
            kind=placements.PlacementType.PAID,
            first_day=date(2024, 1, 1),
            agreed_minutes=600,
            rate=1400,
        )
        placements.add_placement(unit, placement)


def told(school, period=WINTER):
    with school.unit(writing=False) as unit:
        view, figures = chapter.write(unit, period), chapter.figures(unit, period)
    pages = [DISPLAY.render("training", view, edition=edition) for edition in Edition]
    return view.facts["now"], figures, pages


def test_period_without_a_course_says_so_and_has_no_figure(school):
    now, figures, (page, easy) = told(school)
    assert (now, figures) == (Summary(), ())
    assert "No course was given in this period." in page
    assert easy_read_faults(easy) == []


def test_chapter_counts_runs_places_certificates_and_wishes(school):
    food = school.course()
    with school.unit("Sam Whitlock") as unit:
        wishing.wish(unit, school.business.id, school.people["Sam Whitlock"], course=food.id)
    with school.unit("Leah Osei") as unit:
        wishing.wish(unit, school.business.id, school.people["Leah Osei"], words="Sing")
    give(school, school.plan(food), ("Leah Osei", "Tom Ridley"), Tom=Mark.ABSENT)
    now, (figure,), (page, easy) = told(school)
    assert (now.runs, now.places, now.wished, now.certificates) == (1, 3, 1, 2)
    assert (now.minutes, now.wishes_met, now.wishes_open) == (240, 1, 1)
    (count,) = now.by_course
    assert (count.title, count.certificates, count.valid) == ("Food hygiene", 2, 2)
    assert (figure.now, figure.before) == (3, 0)
    assert "<strong>1 course run</strong> was given" in page
    assert easy_read_faults(easy) == []
    assert not any(name.split()[0] in page + easy for name in school.people)


def test_how_often_people_were_there_is_told_of_ten_and_of_no_fewer(school):
    give(school, school.plan(school.course()), ("Sam Whitlock", "Leah Osei", "Tom Ridley"), Tom=Mark.ABSENT)
    now, _, (page, _) = told(school)
    assert now.there_of_a_hundred is None
    assert "Of every 100 marks" not in page


def test_run_for_an_organisation_without_a_paid_co_trainer_is_flagged(school):
    food = school.course()
    alone = school.plan(food, customer="Harbour Housing", trainers={"Dev Chaudhary": TrainerRole.LEAD})
    school.everybody_was_there(alone)
    now, _, (page, _) = told(school)
    assert (now.for_organisations, now.without_co_trainer, now.co_minutes) == (1, 1, 0)
    assert "1 of them had no paid co-trainer." in page


def test_hours_of_co_trainers_are_told_with_what_of_them_is_paid_work(school):
    pay(school, "Isaac Field")
    trainers = {
        "Dev Chaudhary": TrainerRole.LEAD,
        "Isaac Field": TrainerRole.CO_TRAINER,
        "Bronwen Pugh": TrainerRole.CO_TRAINER,
    }
    school.everybody_was_there(school.plan(school.course(), customer="Harbour Housing", trainers=trainers))
    now, _, (page, _) = told(school)
    assert (now.co_minutes, now.paid_co_minutes, now.without_co_trainer) == (480, 240, 0)
    assert "All of them had a paid co-trainer." in page


# --- the commands


@attrs.define
class Opened:
    """An enterprise's folder, as a desk sees it."""

    school: object
    filed: list = attrs.field(factory=list)

    @property
    def store(self):
        return self.school.store

    def actor(self, _):
        return self.school.actor

    def zone(self):
        return LONDON

    def today(self):
        return date(2026, 11, 23)

    def business(self, *_):
        return self.school.business

    def file_paper(self, _actor, name, content, named):
        self.filed.append((name, content[:4], set(named)))
        return name


@pytest.fixture
def said(school, capsys):
    """Run a command and return its answer as JSON."""
    opened = Opened(school)

    def run(command, **options):
        command(Desk(lambda: opened, as_json=True), **options)
        return json.loads(capsys.readouterr().out)

    run.opened = opened
    return run


def planned(said, **options):
    from datetime import datetime

    options = {"times": 1, "hours": 2.0, "room": "The hall", "lead": "Dev", "co_trainers": ("Isaac",), **options}
    return said(
        plan_commands.plan,
        **{"course": "Food", "starts": datetime(2026, 12, 1, 16, 30), "places": 1, "customer": "", **options},  # noqa: DTZ001 - wall time
    )


def test_course_is_planned_filled_marked_and_awarded_at_the_keyboard(school, said):
    facts = {"easy_title": "", "refresh_months": None, "needs": (), "after": (), "least": 1, "most": 2}
    said(plan_commands.course, title="Food hygiene", gives="Food hygiene", months=36, **facts)
    assert planned(said)["first"] == "2026-12-01"
    common = {"course": "food", "first": None}
    assert said(plan_commands.confirm, **common)["state"] == "confirmed"
    assert said(learning.enrol, **common, person="Sam", waive="")["state"] == "enrolled"
    assert said(learning.enrol, **common, person="Leah", waive="")["in_line"] == 1
    left = said(learning.leave, **common, person="Sam", because="")
    assert left["moved_up"] == [school.people["Leah Osei"]]
    rows = said(plan_commands.show_run, **common)["rows"]
    assert [(one["Name"], one["Was there"]) for one in rows] == [("Leah Osei", "0 of 1")]
    assert said(plan_commands.list_courses)["rows"][0]["Course"] == "Food hygiene"
    school.at(date(2026, 12, 1), 19)
    marked = said(learning.register, **common, number=None, late=("Leah",), apologies=(), absent=())
    assert (marked["there"], marked["expected"]) == (1, 1)
    assert said(learning.award, **common)["people"] == [school.people["Leah Osei"]]
    paper = said(learning.certificate, person="Leah", course="Food hygiene", edition=None)
    ((name, magic, named),) = said.opened.filed
    assert (name, magic) == (f"certificate-{paper['serial']}.pdf", b"%PDF")
    assert school.people["Leah Osei"] in named
    assert said(learning.sheet, **common)["paper"] == "register-food_hygiene-2026-12-01.pdf"


def test_wishes_are_noted_and_listed_at_the_keyboard(said):
    said(learning.wish, what="Sing", person="Sam")
    assert said(learning.wishes)["rows"] == [
        {"What": "Sing", "People": "1", "Who, the first first": "Sam Whitlock", "A course": ""}
    ]


def test_run_that_is_not_there_is_refused_with_the_days_there_are(school, said):
    school.plan(school.course())
    with pytest.raises(NotFound, match="Runs begin on: 2026-12-01"):
        said(plan_commands.confirm, course="Food", first=date(2026, 12, 2))
    with pytest.raises(NotFound, match="There are: Food hygiene"):
        said(plan_commands.confirm, course="Flying", first=None)


def test_cancelled_at_the_keyboard(school, said):
    school.plan(school.course())
    answer = said(plan_commands.cancel, course="Food", first=None, because="Snow")
    assert answer["state"] == "cancelled"
