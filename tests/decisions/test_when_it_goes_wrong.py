"""What can go wrong with a vote: each has its page, its sentence there, and a way on from it."""

import json
import re

import attrs
import pytest
from tests.decisions.conftest import CLOSES, TODAY, as_person

from alongside.decisions import saying, tiles
from alongside.decisions.actions import batches, key_cards, keys, looking, lost_key, papers, proposing, voting
from alongside.decisions.actions.batches import DoesNotAddUp
from alongside.decisions.actions.damaged import Damaged
from alongside.decisions.ballot import Ballot
from alongside.decisions.key_share import WrongCard
from alongside.decisions.level import Level
from alongside.decisions.pages import box, helping, poster, proposal, recounting, sending
from alongside.decisions.pages import voting as voting_pages
from alongside.decisions.proposal import ANSWERS
from alongside.decisions.tables import BATCHES, ROLL
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they do is tested on both elsewhere."""
    return request.param


@pytest.fixture
def on(group):
    def act(who, action, *facts, **more):
        with group.unit(as_person(who)) as unit:
            return action(unit, *facts, **more)

    return act


@pytest.fixture
def page(visit, display):
    """A page of a proposal, as somebody reads it."""

    def shown(who, which, of=proposal.proposal, edition=Edition.STANDARD):
        return display.render("decisions", visit(who, of, edition, proposal=which), edition=edition)

    return shown


@pytest.fixture
def send(visit):
    """Send a form of a proposal's page, or of another page of it."""

    def post(who, which, do, to_page=sending.send, **form):
        return visit(who, to_page, form={"do": do, **form}, writing=True, proposal=which)

    return post


@pytest.fixture
def locked(on):
    """A locked-box vote that is open, and what stands on its three cards."""
    made = on("member1", proposing.propose, "Shall we move?", "", closes=CLOSES, quorum=1, level=Level.LOCKED)
    planned = on("tess", key_cards.plan_cards, made.id, ("tess", "member1", "member2"))
    on("tess", key_cards.issue_cards, made.id, planned)
    cards = [share.text for share in planned.shares]
    for two in ((0, 1), (1, 2)):
        on("tess", key_cards.try_cards, made.id, (cards[two[0]], cards[two[1]]))
    return on("tess", voting.open_vote, made.id), cards


@pytest.fixture
def also_a_teller(group, keyboard):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=TODAY)


def form_on(html, act):
    return f'name="do" value="{act}"' in html


def test_lost_key_is_said_to_tellers_who_begin_the_vote_again(asked, cast, page, send, keys_folder, on, counted):
    vote = asked(quorum=1)
    cast(vote, "yes", "yes")
    assert not form_on(page("tess", vote.id), "begin_again")
    next(keys_folder.iterdir()).unlink()
    html = page("tess", vote.id)
    assert "The key of this vote is not on the computer any more" in html
    assert (form_on(html, "begin_again"), form_on(html, "close")) == (True, False)
    assert not form_on(page("member1", vote.id), "begin_again")
    with pytest.raises(keys.KeyLost, match="A teller begins the vote again, on its page"):
        counted(vote)
    send("tess", vote.id, "begin_again", closes="2026-12-07")
    html = page("member1", vote.id)
    assert "began the vote again, with a new key" in html
    assert on("member1", looking.look, vote.id).voted == 0
    on("member1", voting.vote, vote.id, Ballot(("no",)))
    assert counted(vote).outcome.chosen == "no"


def test_page_of_a_lost_key_reads_easily(asked, page, keys_folder):
    vote = asked(quorum=1)
    next(keys_folder.iterdir()).unlink()
    html = page("tess", vote.id, edition=Edition.EASY)
    assert "The key of this vote is lost." in html
    assert easy_read_faults(html) == []


def test_day_to_begin_again_that_is_missing_is_asked_for_and_nothing_is_thrown_away(
    asked, cast, send, keys_folder, on
):
    vote = asked(quorum=1)
    cast(vote, "yes")
    next(keys_folder.iterdir()).unlink()
    again = send("tess", vote.id, "begin_again", closes="")
    assert again.facts["forms"]["begin_again"].closes.errors
    assert on("tess", looking.look, vote.id).voted == 1


def test_torn_card_is_named_on_the_page_and_the_third_one_opens_the_box(on, locked, send, over):
    vote, cards = locked
    on("member3", voting.vote, vote.id, Ballot(("yes",)))
    over()
    with pytest.raises(WrongCard, match=r"The second card has 75 signs.* Is it torn\? Then take the third card"):
        send("tess", vote.id, "count", to_page=box.send, first=cards[0], second=cards[1][:40])
    assert on("tess", looking.look, vote.id).voted == 1
    send("tess", vote.id, "count", to_page=box.send, first=cards[0], second=cards[2])
    assert on("tess", looking.look, vote.id).outcome.chosen == "yes"


def test_two_holders_who_are_away_hand_their_cards_on_and_the_box_is_opened(on, locked, page, send, over):
    vote, cards = locked
    on("member3", voting.vote, vote.id, Ballot(("yes",)))
    over()
    for number, who in (("1", "member4"), ("2", "member5")):
        form = {"do": "hand_on", "number": number, "to": who, "why": "She is away."}
        send("tess", vote.id, **form, to_page=box.send)
    html = page("member3", vote.id, box.box)
    assert re.findall(r"Card (\d): <strong>(\w+)", html) == [("1", "Member4"), ("2", "Member5"), ("3", "Member2")]
    assert "She is away." in html
    send("tess", vote.id, "count", to_page=box.send, first=cards[0], second=cards[1])
    assert on("tess", looking.look, vote.id).outcome.chosen == "yes"


def test_cards_that_are_lost_are_said_and_another_teller_begins_again(on, locked, page, send, also_a_teller):
    vote, _cards = locked
    assert form_on(page("tess", vote.id, box.box), "lost")
    send("tess", vote.id, "lost", to_page=box.send, why="Two burned.")
    html = page("member9", vote.id, box.box)
    assert "Two cards are gone, so the votes cannot be opened" in html
    assert form_on(html, "again")


@pytest.mark.parametrize("edition", Edition)
def test_new_cards_are_tried_before_anybody_votes_again_and_pages_say_so(
    on, locked, page, edition, visit, keyboard, group
):
    vote, _cards = locked
    on("tess", lost_key.say_lost, vote.id, "They burned.")
    with group.unit(keyboard) as unit:
        planned = lost_key.plan_again(unit, vote.id, ("tess", "member1", "member2"))
        lost_key.begin_again(unit, vote.id, planned, CLOSES)
    html = page("member3", vote.id, edition=edition)
    assert "there are new key cards." in html.lower()
    assert edition is Edition.STANDARD or easy_read_faults(html) == []
    assert "Vote now" not in html
    assert isinstance(visit("member3", voting_pages.ballot, edition, proposal=vote.id), GoTo)
    for of in (proposal.proposal, box.box):
        html = page("tess", vote.id, of, edition)
        assert "Nobody can vote" in html
        assert edition is Edition.STANDARD or easy_read_faults(html) == []
    assert form_on(html, "try")
    assert visit("tess", tiles.to_do).notes[0].said.key == "Try the new key cards. **{title}**"


@pytest.mark.parametrize("edition", Edition)
def test_whoever_votes_on_paper_is_told_so_and_led_through_no_ballot(on, asked, page, visit, edition):
    vote = asked(quorum=1)
    on("tess", papers.give, vote.id, "member1")
    html = page("member1", vote.id, edition=edition)
    assert "Vote now" not in html
    assert ("Give your paper back" if edition is Edition.STANDARD else "first give your paper back") in html
    assert edition is Edition.STANDARD or easy_read_faults(html) == []
    for of in (voting_pages.ballot, voting_pages.check, helping.who_helps):
        assert isinstance(visit("member1", of, edition, proposal=vote.id), GoTo)
    assert visit("member1", tiles.to_do).notes[0].said.key == "You vote on paper. **{title}**"
    on("tess", papers.came, vote.id, "member1")
    html = page("member1", vote.id, edition=edition)
    assert "Change or take back" not in html
    assert "on paper" in html
    assert edition is Edition.STANDARD or easy_read_faults(html) == []
    assert isinstance(visit("member1", voting_pages.receipt, edition, proposal=vote.id), GoTo)


def test_papers_that_do_not_add_up_stop_the_count_on_the_page(on, asked, send, over):
    vote = asked(quorum=1)
    on("tess", papers.give, vote.id, "member1")
    on("tess", papers.came, vote.id, "member1")
    over()
    with pytest.raises(DoesNotAddUp, match="the roll says that 1 came, and the batches hold 0"):
        send("tess", vote.id, "close")
    assert on("tess", looking.look, vote.id).outcome is None


def test_member_left_off_the_roll_is_put_on_it_on_the_page_and_nobody_reads_who(
    group, keyboard, on, asked, page, send
):
    vote = asked(quorum=1)
    assert "Somebody is missing on the roll" not in page("tess", vote.id)
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="lou", name="Lou", joined=TODAY))
        enterprise.give_role(unit, "lou", "member", first_day=TODAY)
    assert "Somebody is missing on the roll" in page("tess", vote.id)
    send("tess", vote.id, "put_on_roll", person="lou", why="Her role was forgotten.")
    html = page("member1", vote.id)
    assert "put a member on the roll who was left off it" in html
    assert "Her role was forgotten." in html
    assert "Lou" not in html
    assert on("lou", voting.vote, vote.id, Ballot(("yes",))).voted


# --- votes that nobody can open


def damage(group, vote, end="AAAAAAA="):
    """Let one ballot of a vote be as a fault of the disk leaves it."""
    with group.unit(as_person("tess")) as unit:
        line = next(one for one in unit.find(ROLL, ROLL.table.c.proposal == vote.id) if one.sealed)
        unit.change(ROLL, line, sealed=line.sealed[: -len(end)] + end)


@pytest.fixture
def broken(group, asked, cast, over, send):
    """A vote that is over with one damaged ballot of six, which a teller has tried to count."""
    vote = asked(quorum=1)
    cast(vote, *["yes"] * 6)
    damage(group, vote)
    over()
    for _twice in range(2):
        with pytest.raises(Damaged, match="nobody can open: 1. Nothing was counted"):
            send("tess", vote.id, "close")
    return vote


def test_count_goes_on_without_a_damaged_vote_with_a_reason_on_record(broken, page, send, on):
    html = page("tess", broken.id)
    assert (form_on(html, "count_without"), form_on(html, "begin_again")) == (True, True)
    assert html.count("Tess found damaged votes that nobody can open: 1.") == 1
    assert not form_on(page("member1", broken.id), "count_without")
    assert easy_read_faults(page("tess", broken.id, edition=Edition.EASY)) == []
    assert send("tess", broken.id, "count_without", why=" ").facts["forms"]["count_without"].why.errors
    send("tess", broken.id, "count_without", why="The disk failed.")
    outcome = on("member1", looking.look, broken.id).outcome
    assert (outcome.chosen, outcome.taking_part, json.loads(outcome.closing)["damaged"]) == ("yes", 5, 1)
    html = page("member1", broken.id)
    assert "Tess counted without the damaged votes." in html
    assert "The disk failed." in html


@pytest.mark.parametrize("end", ["é", "A", "\N{SNOWMAN}=="])
def test_whatever_sign_a_fault_leaves_the_ballot_is_damaged_and_named(group, asked, cast, over, send, end):
    vote = asked(quorum=1)
    cast(vote, *["yes"] * 6)
    damage(group, vote, end)
    over()
    with pytest.raises(Damaged, match="nobody can open: 1. Nothing was counted"):
        send("tess", vote.id, "close")


def test_result_without_damaged_votes_says_so_wherever_it_is_told(broken, group, page, send, on):
    said = "Damaged votes that nobody could open, so that they were not counted: 1."
    send("tess", broken.id, "count_without", why="The disk failed.")
    easy = page("member1", broken.id, edition=Edition.EASY)
    assert easy_read_faults(easy) == []
    assert "Damaged votes that we did not count: <strong>1</strong>." in easy
    with group.unit(as_person("tess")) as unit:
        paper = recounting.compose(unit, broken.id, Edition.STANDARD)
        letters = [one for one in unit.find(MESSAGES) if one.key.startswith("decisions:result")]
        posters = [poster.compose(unit, broken.id, edition).html for edition in Edition]
    assert said in page("member1", broken.id)
    assert said in paper
    assert said in posters[0]
    assert "Damaged votes that we did not count: <strong>1</strong>." in posters[1]
    assert [any(line.key.startswith("Damaged votes") for line in one.lines) for one in letters] == [True] * 9
    seen = on("member1", looking.look, broken.id)
    assert said in saying.in_one_line(seen.proposal, seen.outcome)
    consent = attrs.evolve(seen.proposal, rule="consent", options=ANSWERS)
    assert "There may be an objection among the damaged votes." in saying.not_counted(consent, 1)[1].plain
    assert saying.not_counted(consent, 0) == ()


def test_vote_with_a_damaged_ballot_begins_again_and_its_old_key_is_gone(
    broken, send, on, keys_folder, page, cast
):
    (old,) = keys_folder.iterdir()
    send("tess", broken.id, "begin_again", closes="2026-12-07")
    (new,) = keys_folder.iterdir()
    assert new != old
    assert on("member1", looking.look, broken.id).voted == 0
    assert not form_on(page("tess", broken.id), "count_without")
    cast(broken, "no")


def test_locked_box_with_a_damaged_ballot_is_counted_without_it_or_begun_again_by_another(
    group, on, locked, page, send, over, also_a_teller
):
    vote, cards = locked
    for who in ("member3", "member4"):
        on(who, voting.vote, vote.id, Ballot(("yes",)))
    damage(group, vote)
    over()
    two = {"first": cards[0], "second": cards[2]}
    with pytest.raises(Damaged):
        send("tess", vote.id, "count", to_page=box.send, **two)
    html = page("member9", vote.id, box.box)
    assert "Nobody can open them, so nothing is counted yet." in html
    assert form_on(html, "again")
    send("member9", vote.id, "count_without", to_page=box.send, **two, why="The disk failed.")
    assert on("tess", looking.look, vote.id).outcome.taking_part == 1


def test_damaged_batch_is_entered_anew(group, on, asked, over, also_a_teller):
    vote = asked(quorum=1)
    on("tess", papers.give, vote.id, "member1")
    on("tess", papers.came, vote.id, "member1")
    over()
    on("tess", batches.enter, vote.id, 1, "A")
    with group.unit(as_person("tess")) as unit:
        (batch,) = unit.find(BATCHES)
        unit.change(BATCHES, batch, sealed=("AAAA",))
    with pytest.raises(DoesNotAddUp, match="Batch 1 is damaged. Take it away, and enter its papers anew."):
        on("member9", batches.check, vote.id, 1, "A")
