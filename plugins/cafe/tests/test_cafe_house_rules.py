"""A café sets its own rules within bounds; the rota goes by them, and a draft says which of them are not usual."""

import json
from datetime import UTC, datetime, time, timedelta

import attrs
import click
import pytest

from alongside.api.commands import Desk
from alongside.api.display import Display, Edition
from alongside.api.values import LONDON, BadInput, NotAllowed
from alongside.api.web import Form, GoTo
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import drafting, house, near_days
from alongside_cafe.commands import house as commands
from alongside_cafe.house_rules import BOUNDS, USUAL, WEIGHED, Counts, HouseRules
from alongside_cafe.pages import drafts
from alongside_cafe.pages import house as page
from alongside_cafe.pages.saying_house import said_of_house
from alongside_cafe.search import search
from alongside_cafe.tables.house import HOUSE_RULES

from .conftest import MONDAY, WEEK
from .test_cafe_edges import shown, visit
from .test_rota_fill import EARLY, NEXT, problem, worker

OWN = HouseRules(
    margin_minutes=120, coached_at_once=3, fairness_weeks=4, days_that_stay=5, wishes=Counts.MORE,
    usual_times=Counts.LESS,
)  # fmt: skip
DISPLAY = Display({"cafe": "alongside_cafe"})


def in_words(said):
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in DISPLAY.sentences("cafe", said)]


def set_rules(cafe, rules):
    with cafe.unit() as unit:
        house.set_rules(unit, cafe.business.id, rules)


@pytest.mark.parametrize("field", BOUNDS)
def test_number_outside_its_bounds_is_no_rule_of_a_house(field):
    least, most = BOUNDS[field]
    for edge in (least, most):
        assert getattr(HouseRules(**{field: edge}), field) == edge
    for outside in (least - 1, most + 1):
        with pytest.raises(BadInput, match=f"from {least} to {most}"):
            HouseRules(**{field: outside})


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (HouseRules(days_that_stay=0), "Of what was told, only today stays as it is."),
        (HouseRules(days_that_stay=1), "Today and tomorrow stay as they were told."),
        (HouseRules(margin_minutes=0), "A week has at most 0 hours more than agreed."),
    ],
)
def test_small_numbers_are_said_as_people_say_them(rules, said):
    assert in_words(said_of_house(rules)) == [said]


def test_each_rule_that_is_not_usual_is_a_sentence_and_no_other_is():
    assert said_of_house(USUAL) == ()
    assert in_words(said_of_house(OWN)) == [
        "A week has at most 2 hours more than agreed.",
        "One job coach looks after at most 3 at once.",
        "What is fair is looked at over 4 weeks.",
        "Today and 5 days after it stay as they were told.",
        "Wishes count more than usual.",
        "Usual times and coaches count less than usual.",
    ]
    every = HouseRules(**dict.fromkeys(WEIGHED, Counts.MORE))
    assert len(said_of_house(every)) == 4


def test_rules_are_kept_while_they_are_not_usual_and_nothing_is_kept_of_usual_ones(cafe):
    for rules, kept in ((OWN, 1), (attrs.evolve(OWN, margin_minutes=0), 1), (USUAL, 0), (USUAL, 0)):
        set_rules(cafe, rules)
        with cafe.unit(writing=False) as unit:
            assert house.look(unit, cafe.business.id) == rules
            assert len(unit.find(HOUSE_RULES)) == kept


def test_only_who_plans_sets_them(standing):
    with pytest.raises(NotAllowed), standing.unit("Mei Tanaka") as unit:
        house.set_rules(unit, standing.cafe.business.id, OWN)
    with standing.unit("Rosa Delgado") as unit:
        house.set_rules(unit, standing.cafe.business.id, OWN)


def test_question_of_the_next_fill_goes_by_them_and_so_does_what_is_kept_of_the_draft(cafe):
    before = cafe.ask()
    assert (before.problem.coached_at_once, before.problem.shares, before.rules) == (2, (), USUAL)
    set_rules(cafe, OWN)
    asked = cafe.ask()
    assert asked.problem.coached_at_once == 3
    assert asked.problem.shares == (("wants", 200), ("rather_not", 200), ("routine", 50), ("same_coach", 50))
    assert {one.most_minutes for one in asked.problem.workers} == {22 * 60}
    draft = cafe.draft()
    with cafe.unit(writing=False) as unit:
        assert drafting.draft(unit, cafe.business.id, draft.id).rules == OWN


def test_wish_that_counts_more_costs_more_beside_what_does_not():
    for shares, expected in (((), 60), ((("rather_not", 200),), 120), ((("rather_not", 50),), 30)):
        rosa = worker("Rosa", rather_not=frozenset({EARLY.id}), agreed_minutes=360)
        answer = search(problem([EARLY], [rosa], shares=shares), 1.0, 20.0)
        assert next(one.cost for one in answer.layers if one.name == "wishes") == expected


def test_a_weight_can_turn_who_gets_a_shift():
    # Ana would leave her usual times (30), Ben would get what he would rather not have (60).
    ana = worker("Ana", usual=frozenset({(NEXT.day.weekday(), time(8))}), agreed_minutes=0)
    ben = worker("Ben", rather_not=frozenset({EARLY.id}), agreed_minutes=0)
    got = {
        share: {one.person for one in search(problem([EARLY], [ana, ben], shares=share), 1.0, 20.0).assignments}
        for share in ((), (("rather_not", 50), ("routine", 200)))
    }
    assert list(got.values()) == [{"Ana"}, {"Ben"}]


def test_days_that_stay_are_as_many_as_the_house_has_set(standing):
    business = standing.cafe.business.id
    standing.at(datetime(2026, 11, 30, 6, tzinfo=UTC))
    for days in (0, 1, 4):
        with standing.unit() as unit:
            house.set_rules(unit, business, HouseRules(days_that_stay=days))
            asked = drafting.question(unit, business, MONDAY, 1)
            stays = near_days.staying(unit, business, asked)
        assert {one.day for one in asked.shifts if one.id in stays} == {
            day for day in WEEK.days() if day <= MONDAY + timedelta(days=days) and day.weekday() < 5
        }


SENT = {
    "do": "keep", "margin": "2", "coached": "3", "weeks": "4", "stays": "5", "wishes": "more",
    "usual_times": "less", "fairness": "usual", "learning": "usual",
}  # fmt: skip


def test_page_sets_them_says_them_and_goes_back_in_both_editions(cafe):
    with cafe.unit() as unit:
        assert "What is not as usual" not in shown(page.house_rules(visit(cafe, unit)))
        assert isinstance(page.send_house_rules(sending(cafe, unit, **SENT)), GoTo)
        assert house.look(unit, cafe.business.id) == OWN
        html = shown(page.house_rules(visit(cafe, unit)))
        assert "A week has at most <strong>2\N{NO-BREAK SPACE}hours</strong> more than agreed." in html
        assert easy_read_faults(shown(page.house_rules(visit(cafe, unit)), Edition.EASY)) == []
        refused = shown(page.send_house_rules(sending(cafe, unit, **{**SENT, "weeks": "53"})))
        assert "Write a number from 4 to 52." in refused
        assert house.look(unit, cafe.business.id) == OWN
        assert isinstance(page.send_house_rules(sending(cafe, unit, do="usual")), GoTo)
        assert house.look(unit, cafe.business.id) == USUAL


def test_draft_says_by_which_rules_it_was_made_if_they_are_not_the_usual_ones(cafe):
    cafe.draft()
    with cafe.unit() as unit:
        assert drafts.draft_facts(drafts.shown_draft(unit, cafe.business.id, MONDAY))["rules"] == ()
    set_rules(cafe, HouseRules(margin_minutes=60))
    cafe.draft()
    set_rules(cafe, USUAL)
    with cafe.unit() as unit:
        (said,) = drafts.draft_facts(drafts.shown_draft(unit, cafe.business.id, MONDAY))["rules"]
    assert in_words([said]) == ["A week has at most 1 hour more than agreed."]


def sending(cafe, unit, **fields):
    return visit(cafe, unit, form=Form(tuple(fields.items())))


@attrs.frozen
class Opened:
    """The café's house, as a desk opens it."""

    cafe: object

    @property
    def store(self):
        return self.cafe.store

    def actor(self, _name):
        return self.cafe.actor

    def business(self, _kind, _slug):
        return self.cafe.business

    def zone(self):
        return LONDON

    def today(self):
        return MONDAY

    def must_clean(self):
        """Note nothing: this house is cleaned at once."""

    def clean(self):
        self.cafe.store.clean()


def typed(cafe, capsys, *arguments):
    desk = Desk(lambda: Opened(cafe), kind="cafe", as_json=True)
    built = click.command()(lambda **given: commands.house_rules(desk, **given))
    built.params = list(commands.house_rules.__click_params__)[::-1]
    built.main(list(arguments), standalone_mode=False)
    rows = json.loads(capsys.readouterr().out)["rows"]
    return {one["Rule"]: one["Set to"] for one in rows}


def test_command_shows_them_sets_what_is_named_and_goes_back(cafe, capsys):
    assert typed(cafe, capsys)["margin minutes"] == "240 (usual)"
    told = typed(cafe, capsys, "--margin", "2", "--wishes", "more")
    assert (told["margin minutes"], told["wishes"], told["learning"]) == ("120", "more", "usual (usual)")
    told = typed(cafe, capsys, "--usual", "--weeks", "8")
    assert (told["margin minutes"], told["fairness weeks"]) == ("240 (usual)", "8")
    with pytest.raises(click.UsageError):
        typed(cafe, capsys, "--coached", "7")
