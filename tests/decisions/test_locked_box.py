"""A locked box: its key stands on three cards, any two open it, and it is nowhere else."""

import itertools
import re
from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.actions import (
    card_letters,
    closing,
    key_cards,
    looking,
    lost_key,
    papers,
    proposing,
    roll_mending,
    sealing,
    telephone,
    voting,
)
from alongside.decisions.actions.recording import recorded
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.key_share import GROUPS, WrongCard, cut, put_together, read_card
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.outcome import Result
from alongside.decisions.roll import Checked
from alongside.decisions.tables import KEY_CARDS, PROPOSALS, ROLL
from alongside.display import Edition
from alongside.display.texts import fill, plain, wording
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON
from alongside.messages.tables import MESSAGES
from alongside.messages.wording import said
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed
from alongside.testing.easy_read import sentence_faults, sentences
from alongside.typed_groups import SIGNS

from .conftest import CLOSES, MEMBERS, as_person


def dumped(store):
    """All that the database holds, whole: a row shows long texts cut short."""
    found = sa.MetaData()
    found.reflect(store.engine)
    with store.engine.connect() as connection:
        rows = [row for table in found.sorted_tables for row in connection.execute(sa.select(table))]
    return "\n".join(" ".join(map(str, row)) for row in rows)


HOLDERS = ("tess", "member1", "member2")


@pytest.fixture
def on(group, keyboard):
    """Let somebody act; nobody named, the keyboard."""

    def act(who, action, *facts, **more):
        with group.unit(as_person(who) if who else keyboard) as unit:
            return action(unit, *facts, **more)

    return act


@pytest.fixture
def locked(on):
    """A locked-box vote that is proposed, and not open."""
    facts = {"closes": CLOSES, "quorum": 2, "level": Level.LOCKED}
    return on("member1", proposing.propose, "Shall we move?", "The roof leaks.", **facts)


@pytest.fixture
def cards(on, locked):
    """Its three cards, as they stand on paper."""
    planned = on("tess", key_cards.plan_cards, locked.id, HOLDERS)
    on("tess", key_cards.issue_cards, locked.id, planned)
    return [share.text for share in planned.shares]


@pytest.fixture
def opened(on, locked, cards):
    """The same vote, its cards tried and open."""
    for two in ((0, 1), (1, 2)):
        on("tess", key_cards.try_cards, locked.id, (cards[two[0]], cards[two[1]]))
    return on("tess", voting.open_vote, locked.id)


# --- what stands on a card


@given(st.binary(min_size=32, max_size=32), st.permutations([0, 1, 2]))
def test_any_two_cards_give_the_key_and_are_read_as_they_were_written(private, order):
    public = "ab" * 32
    shares = cut(private.hex(), public)
    back = [read_card(share.text.lower().replace(" ", "-"), "first", public) for share in shares]
    assert back == list(shares)
    assert put_together((back[order[0]], back[order[1]])) == private.hex()


@given(st.binary(min_size=32, max_size=32), st.integers(0, GROUPS * 5 - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found_and_its_group_is_named(private, place, sign):
    shares = cut(private.hex(), "ab" * 32)
    signs = "".join(shares[0].groups)
    wrong = signs[:place] + sign + signs[place + 1 :]
    if wrong == signs:
        return
    with pytest.raises(WrongCard) as refused:
        read_card(wrong, "first", "ab" * 32)
    # A check of one sign misses one slip in 32; the digest of the whole card finds those.
    said = refused.value.sentence
    assert f"Group {place // 5 + 1} of the first card" in said or "do not belong together" in said


def test_one_card_alone_tells_nothing_of_the_key():
    # Whatever the key, a share is any 32 bytes: two keys can have the same first card.
    first = {cut("00" * 32, "ab" * 32)[0].share[0] for _ in range(600)}
    assert len(first) > 200


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (lambda mine, _other: (mine[0], mine[0]), "Both times it was card 1"),
        (
            lambda mine, _other: (mine[0], mine[1][:-9]),
            "The second card has 75 signs, and 67 were typed. Is it torn",
        ),
        (lambda mine, other: (mine[0], other[1]), "The second card is of another box"),
        (
            lambda mine, _other: (mine[0][:-1] + ("0" if mine[0][-1] != "0" else "1"), mine[1]),
            "Group 15 of the first",
        ),
        (lambda mine, _other: (mine[0], ""), "0 were typed"),
        (lambda mine, _other: ("🦊" * 75, mine[1]), "Group 1 of the first card is not right"),
    ],
    ids=["same twice", "torn", "of another vote", "wrong sign", "nothing", "no letters"],
)
def test_each_mistake_with_cards_has_a_sentence_and_changes_nothing(on, opened, cards, typed, says, over):
    other = [share.text for share in cut("11" * 32, "cd" * 32)]
    on("member3", voting.vote, opened.id, Ballot.of("yes"))
    over()
    with pytest.raises(WrongCard, match=re.escape(says)):
        on("tess", closing.close, opened.id, cards=typed(cards, other))
    assert on("tess", looking.look, opened.id).proposal.state is ProposalState.OPEN
    assert on("tess", looking.look, opened.id).voted == 1


# --- from the cards to the count


def test_vote_opens_only_after_each_card_has_worked(on, locked, cards):
    with pytest.raises(NotNow, match="Nobody has tried key card 1 and 2 and 3"):
        on("tess", voting.open_vote, locked.id)
    assert [card.tried for card in on("tess", key_cards.try_cards, locked.id, (cards[0], cards[2]))] == [
        True,
        False,
        True,
    ]
    with pytest.raises(NotNow, match="Nobody has tried key card 2 of"):
        on("tess", voting.open_vote, locked.id)
    on("tess", key_cards.try_cards, locked.id, (cards[1], cards[2]))
    assert on("tess", voting.open_vote, locked.id).state is ProposalState.OPEN


def test_vote_without_cards_does_not_open(on, locked):
    with pytest.raises(NotNow, match="are not made yet"):
        on("tess", voting.open_vote, locked.id)


def test_any_two_cards_open_the_box_and_it_is_counted(on, opened, cards, over):
    for n, choice in enumerate(("yes", "yes", "yes", "no", "no"), 3):
        on(f"member{n}", voting.vote, opened.id, Ballot.of(choice))
    over()
    with pytest.raises(BadInput, match="Two of its three key cards open it"):
        on("tess", closing.close, opened.id)
    decision = on("tess", closing.close, opened.id, cards=(cards[2], cards[0]))
    assert (decision.outcome.result, decision.outcome.taking_part) == (Result.DECIDED, 5)
    assert [line.sealed for line in on("tess", lambda unit: unit.find(ROLL, ROLL.table.c.voted))] == [None] * 5


def test_key_is_in_no_file_no_row_and_no_message(on, group, opened, cards, keys_folder, tmp_path):
    on("member3", voting.vote, opened.id, Ballot.of("yes"))
    private = put_together(tuple(read_card(text, "first", opened.public_key) for text in cards[:2]))
    kept = dumped(group)
    secret = [private, *cards, *(text.replace(" ", "") for text in cards), *(text[6:] for text in cards)]
    assert not any(part in kept for part in secret)
    assert not keys_folder.exists() or list(keys_folder.iterdir()) == []
    files = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert not any(part.encode() in files for part in secret)
    assert bytes.fromhex(private) not in files
    # The control: what is looked for is the key, and what is looked through holds the vote.
    line = next(one for one in on("tess", lambda unit: unit.find(ROLL)) if one.sealed)
    assert sealing.unseal(line.sealed, private) == "yes"
    assert line.sealed in kept


def test_cards_are_not_put_together_while_votes_lie_in_the_box(on, opened, cards):
    on("tess", key_cards.try_cards, opened.id, (cards[0], cards[1]))
    on("member3", voting.vote, opened.id, Ballot.of("yes"))
    with pytest.raises(NotNow, match="Put cards together only when you count it"):
        on("tess", key_cards.try_cards, opened.id, (cards[0], cards[1]))


def test_new_cards_make_the_old_ones_worthless_and_have_to_be_tried_again(on, locked, cards):
    on("tess", key_cards.try_cards, locked.id, (cards[0], cards[1]))
    planned = on("tess", key_cards.plan_cards, locked.id, HOLDERS)
    on("tess", key_cards.issue_cards, locked.id, planned)
    with pytest.raises(WrongCard, match="is of another box"):
        on("tess", key_cards.try_cards, locked.id, (cards[0], cards[1]))
    assert not any(card.tried for card in on("tess", key_cards.cards_of, locked.id))


def test_cards_are_not_made_anew_once_members_vote(on, opened):
    with pytest.raises(NotNow, match="is open for votes already"):
        on("tess", key_cards.plan_cards, opened.id, HOLDERS)


def test_three_people_hold_the_cards_and_members_may_not_make_them(on, locked):
    for holders in (("tess", "tess", "member1"), ("tess", "member1")):
        with pytest.raises(BadInput, match="Name three people"):
            on("tess", key_cards.plan_cards, locked.id, holders)
    with pytest.raises(NotAllowed):
        on("member1", key_cards.plan_cards, locked.id, HOLDERS)


# --- who holds them


def test_seat_for_lived_experience_is_taken_by_oneself_and_openly(on, opened):
    with pytest.raises(NotNow, match="You hold no key card"):
        on("member5", key_cards.take_seat, opened.id)
    assert on("member2", key_cards.take_seat, opened.id).seat
    with pytest.raises(NotNow, match="Somebody has taken this seat"):
        on("member1", key_cards.take_seat, opened.id)
    assert [card.holder for card in on("tess", key_cards.cards_of, opened.id) if card.seat] == ["member2"]
    on("member2", key_cards.take_seat, opened.id, leave=True)
    assert not any(card.seat for card in on("tess", key_cards.cards_of, opened.id))


def test_card_is_handed_on_with_a_reason_on_record_and_the_new_holder_is_told(on, opened):
    with pytest.raises(BadInput, match="It was not said why"):
        on("tess", key_cards.hand_on, opened.id, 2, "member4", " ")
    with pytest.raises(BadInput, match="holds a key card already"):
        on("tess", key_cards.hand_on, opened.id, 2, "member2", "Ill.")
    on("tess", key_cards.hand_on, opened.id, 2, "member4", "Member1 is ill.")
    assert on("member9", looking.look, opened.id).holders == ("Tess", "Member4", "Member2")
    (last,) = on("tess", recorded, opened.id, Done.CARD_HANDED_ON)
    assert (last.what, last.person, last.by, last.words) == (
        Done.CARD_HANDED_ON,
        "member4",
        "tess",
        "Member1 is ill.",
    )
    told = on("tess", lambda unit: [one.person for one in unit.find(MESSAGES) if "holds-card" in one.key])
    assert sorted(told) == ["member1", "member2", "member4", "tess"]


# --- a key that is lost


def test_lost_key_loses_the_votes_and_members_vote_again(on, group, opened, cards, keyboard, over):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=opened.opens.date())
    on("member3", voting.vote, opened.id, Ballot.of("yes"))
    with pytest.raises(NotNow, match="Nobody has said that the key"):
        on("tess", lost_key.plan_again, opened.id, HOLDERS)
    on("tess", lost_key.say_lost, opened.id, "Two cards burned.")
    with pytest.raises(NotNow, match="on record already"):
        on("member9", lost_key.say_lost, opened.id, "They burned.")
    with pytest.raises(NotNow, match="Another teller begins the vote again"):
        on("tess", lost_key.plan_again, opened.id, HOLDERS)
    planned = on("member9", lost_key.plan_again, opened.id, HOLDERS)
    on("member9", lost_key.begin_again, opened.id, planned, CLOSES)
    seen = on("member3", looking.look, opened.id)
    assert (seen.voted, seen.on_roll, seen.proposal.public_key) == (0, 9, planned.public)
    with pytest.raises(NotNow, match="Nobody has said"):
        on("member9", lost_key.plan_again, opened.id, HOLDERS)
    try_all(on, opened, planned)
    on("member3", voting.vote, opened.id, Ballot.of("no"))
    on("member4", voting.vote, opened.id, Ballot.of("no"))
    over()
    with pytest.raises(WrongCard, match="is of another box"):
        on("tess", closing.close, opened.id, cards=(cards[0], cards[1]))
    new = [share.text for share in planned.shares]
    assert on("tess", closing.close, opened.id, cards=(new[0], new[1])).outcome.chosen == "no"


def try_all(on, vote, planned):
    texts = [share.text for share in planned.shares]
    for two in ((0, 1), (1, 2)):
        on("tess", key_cards.try_cards, vote.id, (texts[two[0]], texts[two[1]]))


def test_no_ballot_is_taken_for_new_cards_that_nobody_has_tried(on, opened):
    on("tess", lost_key.say_lost, opened.id, "Two cards burned.")
    planned = on(None, lost_key.plan_again, opened.id, HOLDERS)
    on(None, lost_key.begin_again, opened.id, planned, CLOSES)
    assert told(on, ":lost:") == list(MEMBERS)
    on("tess", papers.give, opened.id, "member4")
    call = Call(person="member5", checked=Checked.VOICE)
    for who, act, *facts in (
        ("member3", voting.vote, Ballot.of("yes")),
        ("tess", telephone.note_vote, call, Ballot.of("yes")),
        ("tess", papers.came, "member4"),
    ):
        with pytest.raises(NotNow, match="its new key cards are tried first"):
            on(who, act, opened.id, *facts)
    seen = on("member3", looking.look, opened.id)
    assert (seen.may_vote, seen.waits_for_me, seen.cards_untried) == (False, False, True)
    texts = [share.text for share in planned.shares]
    on("tess", key_cards.try_cards, opened.id, (texts[0], texts[1]))
    assert told(on, ":again:") == []
    on("tess", key_cards.try_cards, opened.id, (texts[1], texts[2]))
    assert told(on, ":again:") == list(MEMBERS)
    assert on("member3", looking.look, opened.id).may_vote
    on("member3", voting.vote, opened.id, Ballot.of("yes"))


def told(on, what):
    return sorted(on("tess", lambda unit: [one.person for one in unit.find(MESSAGES) if what in one.key]))


def test_vote_with_a_locked_box_is_not_reopened_with_a_key_of_the_server(on, opened):
    with pytest.raises(NotNow, match="is on three cards"):
        on("tess", voting.reopen, opened.id, CLOSES)


def test_erased_holder_leaves_a_nameless_card(on, group, opened, keyboard):
    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person="member2")
    assert [card.holder for card in on("tess", lambda unit: unit.find(KEY_CARDS))].count(None) == 1
    assert on("tess", looking.look, opened.id).holders[2] == "a member"


def test_kill_between_print_and_issue_leaves_the_cards_in_force_that_are_on_paper(on, locked, cards):
    # The paper of new cards is made before they are in force: without the second step the old ones open the box.
    on("tess", key_cards.plan_cards, locked.id, HOLDERS)
    for two in itertools.combinations(cards, 2):
        on("tess", key_cards.try_cards, locked.id, two)
    assert on("tess", lambda unit: unit.get(PROPOSALS, locked.id)).public_key


def test_holders_of_old_cards_are_asked_once_to_tear_them_up(on, opened):
    """After new cards are made for others, and once the vote is withdrawn with these."""
    on("tess", lost_key.say_lost, opened.id, "Two cards burned.")
    assert told(on, ":old-card:") == []
    planned = on(None, lost_key.plan_again, opened.id, ("member3", "member4", HOLDERS[0]))
    on(None, lost_key.begin_again, opened.id, planned, CLOSES)
    assert told(on, ":old-card:") == sorted(HOLDERS)
    on("tess", proposing.withdraw, opened.id, "It asks two things.")
    assert told(on, ":card-spent:") == sorted([HOLDERS[0], "member3", "member4"])
    assert told(on, ":old-card:") == sorted(HOLDERS)


def test_letters_about_old_cards_are_in_easy_words(on, opened):
    on("tess", lambda unit: card_letters.old_card(unit, opened, "member1", "old key"))
    on("tess", lambda unit: card_letters.card_of_withdrawn(unit, opened, "member1"))
    of_cards = (":old-card:", ":card-spent:")
    found = on(
        "tess", lambda unit: [one for one in unit.find(MESSAGES) if any(what in one.key for what in of_cards)]
    )
    lines = [line for one in found for line in (one.title, *one.lines)]
    easy = [said(line, Edition.EASY, LONDON, CLOSES.date()) for line in lines]
    words = [plain(fill(wording("alongside.decisions", Edition.EASY.value, one.key), one.facts)) for one in easy]
    assert len(found) == 2
    assert [fault for text in words for each in sentences(text) for fault in sentence_faults(each)] == []


def test_whoever_comes_on_the_roll_while_cards_are_untried_hears_it_with_everybody(on, group, opened, keyboard):
    on("tess", lost_key.say_lost, opened.id, "Two cards burned.")
    planned = on(None, lost_key.plan_again, opened.id, HOLDERS)
    on(None, lost_key.begin_again, opened.id, planned, CLOSES)
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="lou", name="Lou", joined=opened.opens.date()))
        enterprise.give_role(unit, "lou", "member", first_day=opened.opens.date())
    moment = group.clock() + timedelta(minutes=1)
    group.clock = lambda: moment
    on("tess", roll_mending.put_on_roll, opened.id, "lou", "Left off.")
    assert "lou" not in told(on, "decisions:")
    try_all(on, opened, planned)
    assert told(on, ":again:") == list(MEMBERS)
    assert "lou" in told(on, ":opened:")
