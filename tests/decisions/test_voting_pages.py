"""Voting on pages: read, choose, see it said back, send, change, take back; and what none of these pages tells."""

import io
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from PIL import Image

from alongside.decisions import tiles
from alongside.decisions.actions import keys, letters, looking, sealing, standing, voting, waiting
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.life import NotNow
from alongside.decisions.pages import asking, helping, poster, practice, proposal, sending, talking
from alongside.decisions.pages import voting as pages
from alongside.decisions.proposal import ANSWERS, NO, YES, Option
from alongside.decisions.roll import Help, Helped, Waiting
from alongside.decisions.tables import ROLL, roll
from alongside.display import Edition
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.photos.folder import PhotoFolder
from alongside.photos.photo import address_of
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Helper

OPTIONS = tuple(
    Option(key=f"option{n}", words=name, easy_words=name, picture=picture)
    for n, (name, picture) in enumerate((("Tea", "cup"), ("Elderflower water", ""), ("Bø", "sun")), 1)
)
KINDS = {"majority": (YES, NO), "consent": ANSWERS, "approval": OPTIONS, "score": OPTIONS, "scottish-stv": OPTIONS}
BALLOTS = {
    "majority": ({"choice": "yes"}, {"choice": "no"}, {"choice": ABSTAIN}),
    "consent": (
        {"choice": "yes", "reason": ""},
        {"choice": "objection", "reason": "It is loud."},
        {"choice": ABSTAIN, "reason": "It is loud."},
    ),
    "approval": (
        (("choice", "option1"),),
        (("choice", "option2"), ("choice", "option3"), ("choice", "option1")),
        {"none": "yes"},
    ),
    "score": (
        {"points-option1": "5", "points-option2": "", "points-option3": "0"},
        {"points-option2": "1"},
        {"points-option1": "5", "points-option2": "4", "points-option3": "3"},
        {"none": "yes"},
    ),
    "scottish-stv": (
        {"place-option1": "1"},
        {"place-option3": "1", "place-option2": "2", "place-option1": ""},
        {"place-option1": "7", "place-option2": "2", "place-option3": "9"},
        {"none": "yes"},
    ),
}
"""Ballots of each kind as a page sends them: short and long ones, and one for none."""


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


@pytest.fixture
def shown(visit, display):
    """A page about a proposal as HTML."""

    def show(who, function, which, reads=Edition.STANDARD, **more):
        view = visit(who, function, reads, proposal=which, **more)
        return view if isinstance(view, GoTo) else display.render("decisions", view, edition=reads)

    return show


@pytest.fixture
def choose(visit):
    """Send the ballot of a page; it is a draft then."""

    def post(who, which, form):
        return visit(who, pages.send_ballot, form=form, writing=True, proposal=which)

    return post


@pytest.fixture
def said_back(visit):
    """What the page that says a vote back sends, as long as it is open."""

    def look(who, which, **more):
        view = visit(who, pages.check, proposal=which, **more)
        return {} if isinstance(view, GoTo) else {"draft": view.facts["mark"]}

    return look


@pytest.fixture
def send(visit, said_back):
    """Send the vote that is said back, or was on a page that is open still."""

    def post(who, which, page=None, **more):
        form = said_back(who, which, **more) if page is None else page
        return visit(who, pages.send_vote, form=form, writing=True, proposal=which, **more)

    return post


def opened_ballots(group, which):
    """What lies in the box, by opening it with its key: a test may, nobody else."""
    with group.unit(Actor.keyboard(), writing=False) as unit:
        found = looking.look(unit, which).proposal
        sealed = [line.sealed for line in unit.find(ROLL, roll.c.proposal == which) if line.sealed]
    return Counter(sealing.unseal(one, keys.private_half(found.public_key, "")) for one in sealed)


def line_of(group, which, person):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return unit.find(ROLL, roll.c.proposal == which, roll.c.person == person)[0]


# --- from the ballot to the box


def test_what_is_chosen_is_said_back_before_it_is_sent_and_sealed(group, asked, shown, choose, send):
    which = asked().id
    assert choose("member2", which, {"choice": "no"}).path == f"/decisions/{which}/check"
    assert opened_ballots(group, which) == {}
    said = shown("member2", pages.check, which)
    assert "You choose: <strong>No</strong>" in said
    assert "<strong>Yes</strong>" not in said
    assert send("member2", which).path == f"/decisions/{which}/voted"
    assert opened_ballots(group, which) == {"no": 1}
    receipt = shown("member2", pages.receipt, which)
    assert "You have voted." in receipt
    assert "No</strong>" not in receipt


def test_box_shows_nobody_what_is_in_it_not_even_to_herself(asked, choose, send, shown):
    ticks = asked(rule="approval", options=OPTIONS)
    choose("member2", ticks.id, {"choice": "option2"})
    assert " checked" in shown("member2", pages.ballot, ticks.id)  # the control: as long as it is a draft
    send("member2", ticks.id)
    again = shown("member2", pages.ballot, ticks.id)
    assert " checked" not in again
    assert "Keep my vote as it is" in again


def test_ticks_and_places_are_the_ballot_that_is_sealed(group, asked, shown, choose, send):
    ticks = asked(rule="approval", options=OPTIONS)
    choose("member2", ticks.id, (("choice", "option3"), ("choice", "option1")))
    said = shown("member2", pages.check, ticks.id)
    assert "You tick: <strong>Tea</strong>" in said
    assert "You tick: <strong>Elderflower" not in said
    send("member2", ticks.id)
    assert opened_ballots(group, ticks.id) == {"option1,option3": 1}
    places = asked(rule="scottish-stv", options=OPTIONS)
    choose("member2", places.id, {"place-option1": "", "place-option2": "3", "place-option3": "1"})
    said = shown("member2", pages.check, places.id)
    assert said.index("1st </strong> Bø") < said.index("2nd </strong> Elderflower water")
    send("member2", places.id)
    choose("member3", places.id, {"place-option1": "1", "none": "yes"})
    send("member3", places.id)
    assert opened_ballots(group, places.id) == {"option3,option2": 1, ABSTAIN: 1}


def test_answer_can_be_changed_before_it_is_sent_and_stays_chosen(asked, shown, choose):
    places = asked(rule="scottish-stv", options=OPTIONS)
    choose("member2", places.id, {"place-option2": "1", "place-option3": "2"})
    again = shown("member2", pages.ballot, places.id)
    assert 'name="place-option2" value="1" checked' in again
    assert 'name="place-option3" value="2" checked' in again
    assert again.count(" checked") == 2
    assert " checked" not in shown("member3", pages.ballot, places.id)


def test_place_given_to_two_is_refused_and_both_are_marked(asked, choose, shown):
    places = asked(rule="scottish-stv", options=OPTIONS)
    form = {"place-option1": "1", "place-option2": "2", "place-option3": "1"}
    with pytest.raises(BadInput, match=r"Two have the same place\. Give each place to one of them\."):
        choose("member2", places.id, form)
    again = shown("member2", pages.ballot, places.id, form=tuple(form.items()))
    marked = [row for row in again.split("<fieldset")[1:] if "This place has another one too." in row]
    assert len(marked) == 2
    assert not any("Elderflower" in row for row in marked)
    assert again.count(" checked") == 3
    with pytest.raises(BadInput, match="No choice was made"):
        choose("member2", places.id, {"place-option1": "x", "place-option2": "99"})


def test_vote_is_not_sent_twice_by_a_button_pressed_twice_nor_without_a_draft(group, asked, choose, send, visit):
    which = asked().id
    choose("member2", which, {"choice": "no"})
    send("member2", which)
    again = send("member2", which)  # the browser has forgotten the draft by now
    assert (again.path, again.notice.key) == (f"/decisions/{which}/vote", "Please choose again. Nothing was sent.")
    visit("member2", pages.change_mind, form={"do": "take_back"}, writing=True, proposal=which)
    send("member2", which)
    assert opened_ballots(group, which) == {}


def test_page_that_says_another_choice_than_the_last_one_sends_nothing(
    group, asked, choose, said_back, send, shown
):
    which = asked().id
    choose("member2", which, {"choice": "yes"})
    first = said_back("member2", which)
    choose("member2", which, {"choice": "no"})  # in a second tab
    second = said_back("member2", which)
    stopped = send("member2", which, page=first)
    assert (stopped.path, stopped.notice) == (f"/decisions/{which}/check", pages.CHOSEN_AGAIN)
    assert opened_ballots(group, which) == {}
    assert "You choose: <strong>No</strong>" in shown("member2", pages.check, which)
    assert send("member2", which, page=second).path == f"/decisions/{which}/voted"
    assert opened_ballots(group, which) == {"no": 1}
    assert send("member2", which, page=first).notice.key == "Please choose again. Nothing was sent."


def test_page_without_its_mark_sends_nothing_and_one_that_says_another_helper_neither(
    group, asked, choose, said_back, send, visit
):
    which = asked().id
    choose("member2", which, {"choice": "yes"})
    assert send("member2", which, page={}).notice == pages.CHOSEN_AGAIN
    alone = said_back("member2", which)
    visit("member2", helping.send_helper, form={"who": "somebody"}, writing=True, proposal=which)
    assert send("member2", which, page=alone).notice == pages.CHOSEN_AGAIN
    assert opened_ballots(group, which) == {}


def test_mark_of_a_draft_is_another_one_each_time_and_of_one_length(asked, choose, said_back):
    which = asked().id
    marks = []
    for choice in ("yes", "yes", "no", ABSTAIN):
        choose("member2", which, {"choice": choice})
        marks.append(said_back("member2", which)["draft"])
    assert len(set(marks)) == 4
    assert {len(mark) for mark in marks} == {16}


def test_draft_of_one_vote_is_never_sent_to_another(group, asked, choose, send):
    one, other = asked().id, asked().id
    choose("member2", one, {"choice": "no"})
    assert send("member2", other).path == f"/decisions/{other}/vote"
    assert opened_ballots(group, other) == {}


def test_vote_is_changed_and_taken_back_until_the_close(group, asked, choose, send, shown, visit, counted):
    vote = asked(quorum=1)
    for choice in ("yes", "no"):
        choose("member2", vote.id, {"choice": choice})
        send("member2", vote.id)
    assert opened_ballots(group, vote.id) == {"no": 1}
    gone = visit("member2", pages.change_mind, form={"do": "take_back"}, writing=True, proposal=vote.id)
    assert gone.notice.key == "Your vote is out of the box. You can vote again."
    assert opened_ballots(group, vote.id) == {}
    assert "Vote now" in shown("member2", proposal.proposal, vote.id)
    choose("member2", vote.id, {"choice": "yes"})
    send("member2", vote.id)
    counted(vote)
    with pytest.raises(NotNow, match="is closed"):
        visit("member2", pages.change_mind, form={"do": "take_back"}, writing=True, proposal=vote.id)


def test_who_cannot_vote_is_led_to_the_page_that_says_so(asked, visit, counted, shown):
    vote = asked(quorum=1)
    assert shown("tess", pages.ballot, vote.id).path == f"/decisions/{vote.id}"
    assert shown("member2", pages.check, vote.id).path == f"/decisions/{vote.id}/vote"
    assert shown("member2", pages.receipt, vote.id).path == f"/decisions/{vote.id}"
    with pytest.raises(NotAllowed):
        visit("tess", pages.send_ballot, form={"wait": "not_sure"}, writing=True, proposal=vote.id)
    counted(vote)
    assert shown("member2", pages.ballot, vote.id).path == f"/decisions/{vote.id}"
    with pytest.raises(NotNow):
        visit("member2", pages.send_ballot, form={"choice": "yes"}, writing=True, proposal=vote.id)


# --- what no page tells


@pytest.mark.parametrize("reads", list(Edition))
@pytest.mark.parametrize("rule", BALLOTS)
def test_pages_of_a_vote_are_of_one_size_whatever_is_chosen(asked, shown, choose, send, rule, reads):
    which = asked(rule=rule, options=KINDS[rule]).id
    sizes = {"check": set(), "ballot": set(), "receipt": set()}
    checks = set()
    for form in BALLOTS[rule]:
        choose("member3", which, form)  # she never sends it
        checks.add(shown("member3", pages.check, which, reads))
        sizes["ballot"].add(len(shown("member3", pages.ballot, which, reads).encode()))
        choose("member2", which, form)
        send("member2", which)
        sizes["receipt"].add(len(shown("member2", pages.receipt, which, reads).encode()))
    sizes["check"] = {len(one.encode()) for one in checks}
    # The control: what is said back does differ.
    assert len(checks) == len(BALLOTS[rule])
    assert {name: len(found) for name, found in sizes.items()} == dict.fromkeys(sizes, 1)


def test_refused_places_come_back_in_one_size_too(asked, shown):
    which = asked(rule="scottish-stv", options=OPTIONS).id
    forms = (
        {"place-option1": "1", "place-option2": "1"},
        {"place-option1": "1", "place-option2": "2", "place-option3": "2"},
        {"place-option1": "3", "place-option2": "3", "place-option3": "3"},
    )
    again = {shown("member2", pages.ballot, which, form=tuple(form.items())) for form in forms}
    assert (len(again), len({len(one.encode()) for one in again})) == (3, 1)


@pytest.mark.parametrize("rule", BALLOTS)
def test_no_address_title_or_notice_tells_what_was_chosen(asked, visit, choose, send, rule):
    which = asked(rule=rule, options=KINDS[rule]).id
    told = set()
    for form in BALLOTS[rule]:
        gone = [choose("member2", which, form)]
        titles = [visit("member2", pages.check, proposal=which).title]
        gone.append(send("member2", which))
        titles.append(visit("member2", pages.receipt, proposal=which).title)
        told.add(repr([(one.path, one.notice) for one in gone] + titles))
        assert all("option" not in repr(one) and "'yes'" not in repr(one) for one in gone)
    assert len(told) == 1


@pytest.mark.parametrize("reads", list(Edition))
def test_before_the_close_no_page_differs_by_what_lies_in_the_box(asked, cast, shown, reads):
    one, other = asked(), asked()
    cast(one, "yes", "yes", "yes")
    cast(other, "no", "no", ABSTAIN)
    seen = []
    for vote in (one, other):
        every = [shown("member9", function, vote.id, reads) for function in (proposal.proposal, pages.ballot)]
        every += [shown("tess", proposal.proposal, vote.id, reads)]
        seen.append([page.replace(vote.id, "") for page in every])
    assert seen[0] == seen[1]


def test_promise_of_every_ballot_says_what_is_private_and_what_is_not(asked, choose, send, shown):
    which = asked().id
    read = shown("member2", proposal.proposal, which)
    choose("member2", which, {"choice": "yes"})
    send("member2", which)
    for page in (read, shown("member2", pages.receipt, which)):
        assert "What is in the box cannot be shown, to you neither." in page
        assert "People who run the computer could look if they worked hard at it." in page


# --- not yet


def test_not_sure_is_no_vote_and_is_remembered_and_reminded(group, asked, cast, counted, choose, shown):
    vote = asked(quorum=1)
    gone = choose("member2", vote.id, {"wait": "not_sure"})
    assert gone.notice.key == "You have not voted. You can come back until the vote ends."
    line = line_of(group, vote.id, "member2")
    assert (line.waits, line.voted, line.sealed) == (Waiting.NOT_SURE, False, None)
    assert "You have said that you wait with your vote." in shown("member2", proposal.proposal, vote.id)
    with group.unit(Actor.keyboard()) as unit:
        unit.tell("daily_round", day=date(2026, 11, 28))  # the vote closes on the 30th
        told = [one.person for one in unit.find(MESSAGES) if "ends-soon" in one.key]
    assert "member2" in told
    cast(vote, "yes")
    assert counted(vote).outcome.taking_part == 1
    assert line_of(group, vote.id, "member2").waits is None


def test_who_votes_waits_no_more_and_who_has_voted_cannot_wait(group, asked, choose, send):
    vote = asked()
    choose("member2", vote.id, {"wait": "not_sure"})
    choose("member2", vote.id, {"choice": "yes"})
    send("member2", vote.id)
    assert line_of(group, vote.id, "member2").waits is None
    with pytest.raises(NotNow, match="Take your vote back first"):
        choose("member2", vote.id, {"wait": "not_sure"})
    assert opened_ballots(group, vote.id) == {"yes": 1}


def test_wanting_to_talk_is_told_to_the_one_who_proposed_it_and_named_to_those_who_lead(
    group, asked, visit, shown
):
    vote = asked()
    for who in ("member2", "member2", "member3"):
        visit(who, talking.send, form={"do": "talk_with_me"}, writing=True, proposal=vote.id)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        told = [one for one in unit.find(MESSAGES) if "wants-to-talk" in one.key]
    assert [one.person for one in told] == ["member1", "member1"]
    assert "Member2" not in repr([(one.title, one.lines) for one in told])
    for who, sees in (("member1", True), ("tess", True), ("member4", False)):
        assert ("Member2 wants to talk about it." in shown(who, proposal.proposal, vote.id)) is sees


def test_whoever_wants_to_talk_after_another_has_voted_is_told_of_as_well(group, asked, choose, send, visit):
    vote = asked()
    talk = {"do": "talk_with_me"}
    visit("member2", talking.send, form=talk, writing=True, proposal=vote.id)
    choose("member2", vote.id, {"choice": "yes"})
    send("member2", vote.id)
    later = group.clock() + timedelta(hours=1)
    group.clock = lambda: later
    visit("member3", talking.send, form=talk, writing=True, proposal=vote.id)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        told = [one.person for one in unit.find(MESSAGES) if "wants-to-talk" in one.key]
    assert told == ["member1", "member1"]


def test_proposer_who_wants_to_talk_herself_is_heard_by_the_teller(group, asked, visit):
    visit("member1", talking.send, form={"do": "talk_with_me"}, writing=True, proposal=asked().id)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert [one.person for one in unit.find(MESSAGES) if "wants-to-talk" in one.key] == ["tess"]


def test_vote_ends_later_only_where_somebody_waits_and_never_earlier(group, asked, choose, visit):
    vote = asked()

    def later(day, who="tess"):
        form = {"do": "more_days", "closes": day}
        return visit(who, sending.send, form=form, writing=True, proposal=vote.id)

    with pytest.raises(NotNow, match="Nobody has asked for more time"):
        later("2026-12-07")
    choose("member2", vote.id, {"wait": "not_sure"})
    with pytest.raises(NotAllowed):
        later("2026-12-07", who="member1")
    with pytest.raises(BadInput, match="Give a later closing day"):
        later("2026-11-29")
    later("2026-12-07")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert looking.look(unit, vote.id).proposal.closes.date() == date(2026, 12, 7)
        assert sum("more-days" in one.key for one in unit.find(MESSAGES)) == 9


# --- help


@pytest.fixture
def priya(group, keyboard):
    """A supporter whom the second member has chosen."""
    from alongside.enterprise import offers as enterprise
    from alongside.people.person import Person

    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="priya", name="Priya", joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "priya", "supporter", first_day=date(2026, 1, 5))
        people.choose_supporter(unit, "member2", "priya", date(2026, 1, 5), date(2027, 1, 5))
    return "priya"


def test_helper_is_named_before_the_vote_promises_and_stands_on_the_roll(
    group, asked, priya, visit, shown, choose, send
):
    which = asked().id

    def say(**form):
        return visit("member2", helping.send_helper, form=form, writing=True, proposal=which)

    assert "Priya" in shown("member2", helping.who_helps, which)
    assert say(who=priya).path.endswith("/helper")
    assert "Priya, please promise" in shown("member2", helping.who_helps, which)
    with pytest.raises(BadInput, match="It was not said how you are helped"):
        say(how="singing")
    assert say(how="read_aloud").path.endswith("/vote")
    assert line_of(group, which, "member2").helper is None  # nothing is on record before she votes
    assert "Priya tells nobody what you choose." in shown("member2", pages.ballot, which)
    choose("member2", which, {"choice": "yes"})
    assert "Priya tells nobody what you choose." in shown("member2", pages.check, which)
    send("member2", which)
    line = line_of(group, which, "member2")
    assert (line.helped, line.helper, line.help) == (True, priya, Help.READ_ALOUD)
    assert "It is noted that <strong>Priya</strong> helped you." in shown("member2", pages.receipt, which)
    visit("member2", pages.change_mind, form={"do": "not_helped"}, writing=True, proposal=which)
    line = line_of(group, which, "member2")
    assert (line.voted, line.helped, line.helper, line.help) == (True, False, None, None)


def test_helper_who_came_in_with_her_is_on_the_roll_without_being_named_again(
    group, asked, priya, visit, display, send
):
    which = asked().id
    beside = {"helper": Helper(priya, "Priya"), "proposal": which}
    assert visit("member2", pages.ballot, **beside).path.endswith("/helper")  # how she helps is asked first
    visit("member2", pages.send_ballot, form={"choice": "no"}, writing=True, **beside)
    assert visit("member2", pages.check, **beside).path.endswith("/vote")
    somebody = Actor.person("member2", "Member2")
    with pytest.raises(BadInput, match="It was not said how you are helped"), group.unit(somebody) as unit:
        voting.vote(unit, which, Ballot.of("no"), helped=Helped(helper=priya))
    visit("member2", helping.send_helper, form={"how": "writing"}, writing=True, **beside)
    assert "Priya tells nobody" in display.render("decisions", visit("member2", pages.ballot, **beside))
    visit("member2", pages.send_ballot, form={"choice": "no"}, writing=True, **beside)
    send("member2", which, helper=beside["helper"])
    line = line_of(group, which, "member2")
    assert (line.helped, line.helper, line.help) == (True, priya, Help.WRITING)


def test_nobody_but_her_own_supporters_can_be_named_and_others_help_unnamed(
    group, asked, priya, visit, choose, send
):
    which = asked().id

    def say(voter, **form):
        return visit(voter, helping.send_helper, form=form, writing=True, proposal=which)

    for who, named in (("member2", "member3"), ("member3", priya), ("member2", "member2")):
        with pytest.raises(NotFound):
            say(who, who=named)
    say("member3", who="somebody")
    say("member3", how="pointing")
    choose("member3", which, {"choice": "no"})
    send("member3", which)
    line = line_of(group, which, "member3")
    assert (line.helped, line.helper, line.help) == (True, None, Help.POINTING)


def test_somebody_who_stands_cannot_help_with_that_ballot(group, priya, visit, shown, keyboard):
    from alongside.enterprise import offers as enterprise

    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, priya, "member", first_day=date(2026, 1, 5))
    facts = {
        "closes": "2026-12-01",
        "quorum": "1",
        "seats": "1",
        "title": "Who?",
        "why": "We ask.",
        "reading_days": "0",
    }
    which = visit("member1", asking.send, form=facts, writing=True, kind="election").path.rpartition("/")[2]
    for name in (priya, "member5"):
        with group.unit(Actor.person(name, name)) as unit:
            standing.stand(unit, which)
    with group.unit(Actor.person("tess", "Tess")) as unit:
        voting.open_vote(unit, which)
    assert "Priya" not in shown("member2", helping.who_helps, which)
    with pytest.raises(NotFound):
        visit("member2", helping.send_helper, form={"who": priya}, writing=True, proposal=which)
    with pytest.raises(BadInput, match="Priya stands in"), group.unit(Actor.person("member2", "Member2")) as unit:
        voting.vote(unit, which, Ballot.of("option1"), helped=Helped(helper=priya, how=Help.POINTING))


def test_erased_helper_leaves_that_somebody_helped_and_her_export_names_no_voter(
    group, asked, priya, visit, choose, send, keyboard
):
    which = asked().id
    visit("member2", helping.send_helper, form={"who": priya}, writing=True, proposal=which)
    visit("member2", helping.send_helper, form={"how": "writing"}, writing=True, proposal=which)
    choose("member2", which, {"choice": "yes"})
    send("member2", which)
    with group.unit(keyboard, writing=False) as unit:
        hers = dict(unit.collect("person_exported", person=priya))["decisions"]
        own = dict(unit.collect("person_exported", person="member2"))["decisions"]
    assert hers["helped_in"] == ["Shall we open on Sundays?"]
    assert "ember2" not in repr(hers)
    assert (own["votes"][0]["helped_by"], own["votes"][0]["help"]) == ("Priya", "writing")
    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person=priya)
    line = line_of(group, which, "member2")
    assert (line.helped, line.helper, line.help) == (True, None, Help.WRITING)


# --- practice


@pytest.mark.parametrize("rule", BALLOTS)
def test_practice_is_like_the_vote_and_is_kept_nowhere(group, asked, visit, display, rule):
    vote = asked()
    before = everything(group)
    html = display.render("decisions", visit("member2", practice.practice, rule=rule))
    assert "This is practice" in html
    choice = "yes" if rule == "consent" else "soup"
    form = {"choice": choice, "place-soup": "1", "points-soup": "4", "for": vote.id}
    assert visit("member2", practice.send_practice, form=form, writing=True, rule=rule).path.endswith("/check")
    said = display.render("decisions", visit("member2", practice.check, rule=rule))
    assert ("I agree" if rule == "consent" else "Soup") in said
    assert "This is practice" in said
    gone = visit("member2", practice.finish, writing=True, rule=rule)
    assert gone.path == f"/decisions/practice/{rule}/done?for={vote.id}"
    done = display.render("decisions", visit("member2", practice.done, query=[("for", vote.id)], rule=rule))
    assert f"/decisions/{vote.id}/vote" in done
    assert everything(group) == before
    with pytest.raises(BadInput, match="No choice was made"):
        visit("member2", practice.send_practice, writing=True, rule=rule)
    with pytest.raises(NotFound):
        visit("member2", practice.practice, rule="dice")


def everything(group):
    """All rows of all tables, as text."""
    import sqlalchemy as sa

    found = sa.MetaData()
    found.reflect(group.engine)
    with group.engine.connect() as connection:
        return [repr(row) for table in found.sorted_tables for row in connection.execute(sa.select(table))]


def test_helper_named_before_practice_is_still_there_after_it(asked, priya, visit, shown):
    which = asked().id
    visit("member2", helping.send_helper, form={"who": priya}, writing=True, proposal=which)
    visit("member2", helping.send_helper, form={"how": "pointing"}, writing=True, proposal=which)
    visit("member2", practice.send_practice, form={"choice": "soup", "for": which}, writing=True, rule="majority")
    visit("member2", practice.finish, writing=True, rule="majority")
    assert "Priya" in shown("member2", pages.ballot, which)


# --- order, reading, Easy Read


def test_each_voter_has_an_order_of_faces_of_her_own_that_stays(group, visit, shown):
    facts = {
        "closes": "2026-12-01",
        "quorum": "1",
        "seats": "2",
        "title": "Who?",
        "why": "We ask.",
        "reading_days": "0",
    }
    which = visit("member1", asking.send, form=facts, writing=True, kind="election").path.rpartition("/")[2]
    for name in ("member2", "member3", "member4", "member5"):
        with group.unit(Actor.person(name, name)) as unit:
            standing.stand(unit, which, f"I say {name}.")
    with group.unit(Actor.person("tess", "Tess")) as unit:
        voting.open_vote(unit, which)
    orders = {}
    for n in range(1, 10):
        page = shown(f"member{n}", pages.ballot, which)
        orders[n] = tuple(sorted(("2", "3", "4", "5"), key=lambda who: page.index(f"I say member{who}.")))
        assert shown(f"member{n}", pages.ballot, which) == page
    assert len(set(orders.values())) > 3


def test_long_proposal_is_read_one_idea_a_page_in_easy_read(group, visit, shown):
    facts = {"closes": "2026-12-01", "quorum": "1", "seats": "2", "title": "Who?", "reading_days": "0"}
    facts |= {"why": "Three members speak for everybody.", "easy_why": "The committee speaks for all of us."}
    which = visit("member1", asking.send, form=facts, writing=True, kind="election").path.rpartition("/")[2]
    for n in range(2, 6):
        with group.unit(Actor.person(f"member{n}", f"Member{n}")) as unit:
            standing.stand(unit, which, f"I am number {n} and I want us to share work.")
    with group.unit(Actor.person("tess", "Tess")) as unit:
        voting.open_vote(unit, which)
    sheets = [
        shown("member9", proposal.proposal, which, Edition.EASY, query=[("part", f"{n}")]) for n in range(1, 4)
    ]
    assert ["speaks for all of us" in one for one in sheets] == [True, False, False]
    assert [one.count("I am number") for one in sheets] == [0, 3, 1]
    assert ["Practise first" in one for one in sheets] == [False, False, True]
    assert [fault for one in sheets for fault in easy_read_faults(one)] == []
    for wrong in ("0", "9", "x", "9" * 500):
        assert shown("member9", proposal.proposal, which, Edition.EASY, query=[("part", wrong)]) == sheets[0]


@pytest.mark.parametrize("rule", BALLOTS)
def test_pages_of_a_vote_read_easily(asked, priya, visit, shown, choose, send, display, rule):
    which = asked(rule=rule, options=KINDS[rule]).id
    easy = Edition.EASY
    htmls = [shown("member2", helping.who_helps, which, easy)]
    visit("member2", helping.send_helper, form={"who": priya}, writing=True, proposal=which)
    htmls.append(shown("member2", helping.who_helps, which, easy))
    visit("member2", helping.send_helper, form={"how": "writing"}, writing=True, proposal=which)
    htmls += [
        shown("member2", function, which, easy) for function in (proposal.proposal, pages.ballot, talking.talk)
    ]
    for form in BALLOTS[rule]:
        choose("member2", which, form)
        htmls.append(shown("member2", pages.check, which, easy))
    send("member2", which)
    htmls += [
        shown("member2", function, which, easy) for function in (pages.receipt, proposal.proposal, pages.ballot)
    ]
    htmls.append(display.render("decisions", visit("member2", practice.done, easy, rule=rule), edition=easy))
    assert [fault for html in htmls for fault in easy_read_faults(html)] == []
    assert "{" not in "".join(htmls)


def test_letters_about_waiting_read_easily(group, asked):
    from alongside.display.texts import fill, plain, wording
    from alongside.instants import LONDON
    from alongside.messages.wording import said
    from alongside.testing.easy_read import sentence_faults, sentences

    vote = asked()
    with group.unit(Actor.keyboard()) as unit:
        letters.more_days(unit, vote, "member2")
        letters.wants_to_talk(unit, vote, "member1", 1)
        kinds = ("more-days", "wants-to-talk")
        found = [one for one in unit.find(MESSAGES) if any(kind in one.key for kind in kinds)]
    assert len(found) == 2
    lines = [
        said(line, Edition.EASY, LONDON, date(2026, 11, 23)) for one in found for line in (one.title, *one.lines)
    ]
    words = [plain(fill(wording("alongside.decisions", Edition.EASY.value, one.key), one.facts)) for one in lines]
    assert [fault for text in words for each in sentences(text) for fault in sentence_faults(each)] == []
    assert "{" not in "".join(words)


def test_reason_of_two_sentences_stands_in_two_rows_in_easy_read(group, visit, shown):
    facts = {
        "closes": "2026-12-01",
        "quorum": "1",
        "title": "Tea?",
        "why": "We ask. It is cold!",
        "reading_days": "0",
    }
    which = visit("member1", asking.send, form=facts, writing=True, kind="yes-or-no").path.rpartition("/")[2]
    page = shown("member2", proposal.proposal, which, Edition.EASY)
    assert easy_read_faults(page) == []
    assert page.index("<p>We ask.</p>") < page.index("<p>It is cold!</p>")
    assert "We ask. It is cold!" in shown("member2", proposal.proposal, which)


def test_choice_without_a_picture_has_its_letter(asked, shown):
    page = shown("member2", pages.ballot, asked(rule="approval", options=OPTIONS).id)
    assert 'data-initial="B"' in page


def test_waiting_needs_an_open_vote(group, asked, counted):
    vote = asked(quorum=1)
    counted(vote)
    with pytest.raises(NotNow), group.unit(Actor.person("member2", "Member2")) as unit:
        waiting.wait(unit, vote.id, Waiting.TALK)


# --- faces


@pytest.fixture
def face(group, photos, keyboard):
    """The address of a photo of the second member, who agreed to be shown."""
    drawn = io.BytesIO()
    Image.new("RGB", (96, 96), "teal").save(drawn, "JPEG")
    name = PhotoFolder(photos).keep(drawn.getvalue())
    with group.unit(keyboard) as unit:
        people.show_photo(unit, "member2", name)
    return address_of(name)


def test_photo_of_who_stands_is_the_same_on_ballot_result_and_poster(
    group, face, visit, shown, choose, send, counted
):
    facts = {
        "closes": "2026-12-01",
        "quorum": "1",
        "seats": "1",
        "title": "Who?",
        "why": "We ask.",
        "reading_days": "0",
    }
    which = visit("member1", asking.send, form=facts, writing=True, kind="election").path.rpartition("/")[2]
    for name in ("member2", "member3"):
        with group.unit(Actor.person(name, name)) as unit:
            standing.stand(unit, which)
    with group.unit(Actor.person("tess", "Tess")) as unit:
        voting.open_vote(unit, which)
        found = looking.look(unit, which).proposal
    assert face in shown("member9", pages.ballot, which)
    choose("member9", which, {"place-option1": "1"})
    assert face in shown("member9", pages.check, which)
    send("member9", which)
    counted(found)
    assert face in shown("member9", proposal.proposal, which)
    made = visit("member9", poster.poster, proposal=which, edition="en")
    assert made.content.startswith(b"%PDF")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert face in poster.compose(unit, which, Edition.STANDARD).html


# --- the tile


def test_tile_leads_straight_to_the_vote_that_ends_first(group, asked, visit, cast):
    later = asked(closes=datetime(2026, 12, 4, 20, tzinfo=UTC))
    first = asked()
    tile = visit("member1", tiles.to_do)
    assert (tile.path, tile.waits) == (f"/decisions/{first.id}", True)
    cast(first, "yes")
    assert visit("member1", tiles.to_do).path == f"/decisions/{later.id}"
    assert visit("tess", tiles.to_do) is None
