"""Who decides: all members, the people of a business, or a panel; the roll holds them and nobody else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import chapter, offers
from alongside.decisions.actions import looking, proposing, roll_mending, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.condition import YesShare
from alongside.decisions.electorate import Electorate, Who
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.pages import asking, proposal, roll
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.proposal import ANSWERS
from alongside.decisions.quorum import OVER_HALF, least
from alongside.decisions.roll import NotOnTheRoll
from alongside.decisions.tables import PANEL, ROLL
from alongside.display import Edition, View
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.instants import Period
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.refusal import BadInput, NotFound
from alongside.store import Actor

from .conftest import CLOSES, MEMBERS, TODAY, as_person

PANEL_OF_3 = Electorate(who=Who.PANEL, panel=("member2", "member3", "member5"))


@pytest.fixture
def cafe(group, keyboard):
    """A café in which three members and Tess, who has no vote, have a placement, and another member a role."""
    with group.unit(keyboard) as unit:
        found = enterprise.add_business(unit, "Tideline Café", picture="cup")
        for person in ("member1", "member2", "member3", "tess"):
            placements.add_placement(
                unit,
                Placement(
                    id=unit.new_id(),
                    person=person,
                    business=found.id,
                    kind=PlacementType.VOLUNTEERING,
                    first_day=date(2026, 2, 2),
                    agreed_minutes=120,
                ),
            )
        enterprise.give_role(unit, "member4", "manager", found.id, first_day=date(2026, 2, 2))
        enterprise.give_role(unit, "member5", "supporter", found.id, first_day=date(2026, 2, 2))
        enterprise.give_role(
            unit, "member6", "manager", found.id, first_day=date(2026, 2, 2), last_day=date(2026, 3, 2)
        )
    return Electorate(who=Who.BUSINESS, business=found.id)


@pytest.fixture
def made(group):
    def propose(electorate, **more):
        with group.unit(as_person("member1")) as unit:
            return proposing.propose(
                unit, "Shall the café open later?", "Buses.", closes=CLOSES, electorate=electorate, **more
            )

    return propose


@pytest.fixture
def opened(group, made):
    def open_it(electorate, **more):
        asked = made(electorate, **more)
        with group.unit(as_person("tess")) as unit:
            return voting.open_vote(unit, asked.id)

    return open_it


def on_roll(group, asked):
    with group.unit(as_person("tess")) as unit:
        return {line.person for line in unit.find(ROLL, ROLL.table.c.proposal == asked.id)}


def test_people_of_a_business_are_on_its_roll_and_the_quorum_is_counted_on_them(group, opened, cafe):
    asked = opened(cafe)

    assert on_roll(group, asked) == {"member1", "member2", "member3", "member4"}
    assert asked.quorum == 3


def test_panel_is_on_its_roll_and_the_quorum_is_counted_on_it(group, opened):
    asked = opened(PANEL_OF_3)

    assert on_roll(group, asked) == {"member2", "member3", "member5"}
    assert asked.quorum == 2


def test_election_is_held_among_the_people_of_a_business(group, opened, cafe):
    options = tuple(
        offers.Option(key=f"option{n}", words=name, easy_words=name, picture="") for n, name in enumerate("AB", 1)
    )
    asked = opened(cafe, rule="scottish-stv", options=options)

    assert len(on_roll(group, asked)) == 4


def test_whoever_decides_not_is_refused_and_told_why(group, opened, cafe):
    asked = opened(cafe)

    with group.unit(as_person("member9")) as unit, pytest.raises(NotOnTheRoll):
        voting.vote(unit, asked.id, Ballot(("yes",)))
    with group.unit(as_person("member9")) as unit:
        seen = looking.look(unit, asked.id)
    assert seen.own is None
    assert "worked in Tideline Café" in seen.no_vote.plain


def test_outcome_is_told_with_who_decided_and_so_few_have_no_figures(group, opened, counted, display):
    asked = opened(PANEL_OF_3)
    for person in ("member2", "member3", "member5"):
        with group.unit(as_person(person)) as unit:
            voting.vote(unit, asked.id, Ballot(("yes",)))
    decision = counted(asked)

    assert decision.outcome.on_roll == 3
    assert decision.outcome.totals == ()
    with group.unit(as_person("tess")) as unit:
        view = chapter.write(unit, Period(date(2026, 11, 1), date(2026, 11, 30)))
        seen = looking.look(unit, asked.id)
    for edition, words in (
        (Edition.STANDARD, "Who decides: a panel of 3 members."),
        (Edition.EASY, "A group of <strong>3 members</strong> decides."),
    ):
        assert words in display.render("decisions", view, edition=edition)
        paper = View("poster.html", "Poster", asked_facts(seen, edition))
        assert words in display.render("decisions", paper, edition=edition)


def test_only_who_decides_is_put_on_the_roll_by_a_teller(group, opened, cafe):
    asked = opened(cafe)

    with group.unit(as_person("tess")) as unit:
        assert roll_mending.missing_on_roll(unit, asked.id) == []
        with pytest.raises(BadInput, match="not among those who decide"):
            roll_mending.put_on_roll(unit, asked.id, "member9", "She asked.")


def test_erased_member_leaves_the_panel_before_the_vote(group, made, keyboard):
    asked = made(PANEL_OF_3)

    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person="member5")
        assert sorted(offers.entitled(unit, asked)) == ["member2", "member3"]
        assert unit.find(PANEL, PANEL.table.c.person == "member5") == []


def test_vote_of_one_alone_is_not_opened_for_its_outcome_would_tell_hers(group, made, keyboard, cafe):
    votes = [made(who, quorum=1) for who in (Electorate(who=Who.PANEL, panel=("member2", "member5")), cafe)]
    with group.unit(keyboard) as unit:
        left = {"member1", "member3", "member4", "member5"}
        for grant in enterprise.grants(unit):
            if grant.person in left and grant.role is Role.MEMBER:
                enterprise.end_role(unit, grant, date(2026, 11, 1))
    for vote in votes:
        with group.unit(as_person("tess")) as unit, pytest.raises(NotNow, match="Fewer than 2 people can vote on"):
            voting.open_vote(unit, vote.id)
        assert on_roll(group, vote) == set()


@pytest.mark.parametrize(
    ("electorate", "sentence"),
    [
        (lambda: Electorate(who=Who.PANEL), "at least 2 people"),
        (lambda: Electorate(who=Who.PANEL, panel=("member1", "member1")), "at least 2 people"),
        (lambda: Electorate(who=Who.PANEL, panel=("member1", "tess")), "Tess is no member today"),
        (lambda: Electorate(who=Who.BUSINESS), "which business"),
    ],
)
def test_nobody_to_decide_is_refused_in_a_sentence(made, electorate, sentence):
    with pytest.raises(BadInput, match=sentence):
        made(electorate())


def test_business_without_people_cannot_decide(group, made, keyboard):
    with group.unit(keyboard) as unit:
        empty = enterprise.add_business(unit, "Tideline Prints")

    with pytest.raises(BadInput, match="Fewer than 2 members work in Tideline Prints"):
        made(Electorate(who=Who.BUSINESS, business=empty.id))


def test_unknown_person_is_on_no_panel(made):
    with pytest.raises(NotFound):
        made(Electorate(who=Who.PANEL, panel=("member1", "nobody")))


@given(st.integers(0, 5_000))
def test_usual_quorum_is_the_smallest_number_over_half_of_the_roll(on_roll):
    usual = least(OVER_HALF, on_roll)
    assert 2 * usual > on_roll >= 2 * (usual - 1)
    assert least(4, on_roll) == 4


def test_usual_quorum_is_over_half_of_the_roll_as_it_is_at_the_opening(group, made, keyboard, visit, display):
    asked = made(Electorate())
    easy = "More than <strong>half</strong> of us must vote, or we do not decide."
    for page, edition, words in (
        (proposal.proposal, Edition.STANDARD, "More than half of those who decide must take part"),
        (roll.page, Edition.EASY, easy),
    ):
        shown = display.render("decisions", visit("member1", page, edition, proposal=asked.id), edition=edition)
        assert words in shown
    with group.unit(keyboard) as unit:
        for number in range(20):
            people.add_person(unit, Person(id=f"new{number}", name=f"New{number}", joined=date(2026, 1, 5)))
            enterprise.give_role(unit, f"new{number}", "member", first_day=date(2026, 1, 5))
    with group.unit(as_person("tess")) as unit:
        opened = voting.open_vote(unit, asked.id)
    assert (len(on_roll(group, opened)), opened.quorum) == (29, 15)
    with pytest.raises(BadInput, match="the quorum 0 is not a number from 1"):
        made(Electorate(), quorum=0)


# --- on pages

FORM = {"title": "Shall the café open later?", "why": "Buses.", "reading_days": "0", "closes": "2026-12-01"}


def test_page_asks_who_decides_and_says_it(group, visit, display, cafe):
    sent = visit("member1", asking.send, form=FORM | {"decides": cafe.business}, writing=True, kind="yes-or-no")
    which = sent.path.rsplit("/", 1)[1]
    with group.unit(as_person("tess")) as unit:
        voting.open_vote(unit, which)

    def page(who, edition):
        view = visit(who, proposal.proposal, edition, proposal=which)
        return display.render("decisions", view, edition=edition)

    assert "Who decides: the people who work in Tideline Café." in page("member1", Edition.STANDARD)
    assert "Only 4 people have a vote." in page("member1", Edition.STANDARD)
    assert "The people at <strong>Tideline Café</strong> decide." in page("member1", Edition.EASY)
    assert "Those decide who worked in Tideline Café" in page("member9", Edition.STANDARD)
    assert "You have <strong>no vote</strong> in this." in page("member9", Edition.EASY)


def test_page_takes_a_panel_and_says_beside_the_field_what_is_wrong(visit, group):
    def send(*panel, decides="panel"):
        form = [*FORM.items(), ("seats", "1"), ("decides", decides), *(("panel", one) for one in panel)]
        return visit("member1", asking.send, form=form, writing=True, kind="election")

    for wrong in (send("member2"), send("member2", "member3", decides="members")):
        assert isinstance(wrong, View)
        assert wrong.facts["form"].panel.mistake
    sent = send("member2", "member3")
    with group.unit(as_person("member9")) as unit:
        seen = looking.look(unit, sent.path.rsplit("/", 1)[1])
    assert seen.proposal.state is ProposalState.DRAFT
    assert seen.who_decides.plain == "Who decides: a panel of 2 members."


def test_without_a_choice_all_members_decide(visit, group):
    sent = visit("member1", asking.send, form=FORM, writing=True, kind="yes-or-no")
    with group.unit(as_person("tess")) as unit:
        seen = looking.look(unit, sent.path.rsplit("/", 1)[1])
        names = people.names_of(unit, MEMBERS)
        opened = voting.open_vote(unit, seen.proposal.id)
    assert opened.quorum == len(names) // 2 + 1
    assert seen.who_decides.plain == "Who decides: all members."


def test_command_names_a_panel_or_a_business(command, own_demo):
    made = command(
        "decisions", "propose", "Shall we paint?", "--panel", "Sam Whitlock", "--panel", "Ada Nwosu", home=own_demo
    )
    wrong = command("decisions", "propose", "Shall we?", "--panel", "Sam Whitlock", home=own_demo)

    assert "Who decides: a panel of 2 members." in made.stdout, made.stderr
    assert "A panel needs at least 2 people." in wrong.stderr


def test_what_is_asked_again_is_decided_by_the_same_people_and_as_privately(made, group, visit, cafe):
    """A question to a panel, in a locked box, must not become one to all members by being asked again."""
    how = {
        "level": Level.LOCKED,
        "help_limit": 2,
        "yes_share": YesShare.HALF,
        "rule": "consent",
        "options": ANSWERS,
    }
    of_panel, of_cafe = made(PANEL_OF_3, **how), made(cafe, **how)
    with group.unit(Actor.keyboard()) as unit:
        held = next(one for one in enterprise.roles_of(unit, "member5") if one.role is Role.MEMBER)
        enterprise.end_role(unit, held, TODAY - timedelta(days=1))

    def shown(asked):
        form = visit("member1", asking.form, query=[("again", asked.id)], kind="agree").facts["form"]
        assert (form.level.value, form.help_limit.data, form.yes_share.value) == ("locked", 2, "half")
        return form.decides.value, sorted(form.panel.value)

    assert shown(of_panel) == ("panel", ["member2", "member3"])
    assert shown(of_cafe) == (cafe.business, [])
