"""A vote given at a keyboard: by the rules of the page, and neither said nor kept where it could be read."""

import sys
from datetime import timedelta
from io import StringIO

import pytest

from alongside.cli import Desk
from alongside.decisions.actions.at_a_keyboard import NotHerself
from alongside.decisions.commands import casting
from alongside.decisions.life import NotNow
from alongside.decisions.roll import Channel, Help, NotOnTheRoll
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.sign_in import offers as sign_in
from alongside.sign_in.password import Password, digest_of
from alongside.sign_in.tables import PASSWORDS
from alongside.store import Actor

from .conftest import CLOSES
from .test_withdrawing import Opened

CARD = "0123456789ABCDEFGHJKMNPQ{:02}"


@pytest.fixture
def type_(group, keyboard, monkeypatch, capsys):
    """Cast as somebody with a card of her own: both come by standard input; return what the command has said."""
    with group.unit(keyboard) as unit:
        for n in (1, 2, 4, 5):
            sign_in.issue(unit, unit.new_id(), f"member{n}", CARD.format(n))

    def cast(who, vote, letters, shown=None, **options):
        own = CARD.format(int(who[-1])) if shown is None and who[-1].isdecimal() else shown or "a card"
        lines = [letters] if options.get("name") else [own, letters]
        monkeypatch.setattr(sys, "stdin", StringIO("\n".join([*lines, ""])))
        given = dict.fromkeys(("name", "checked", "listener", "helper", "help_by")) | options
        casting.cast(Desk(lambda: Opened(group), acting=who), vote.id, **given)
        return capsys.readouterr()

    return cast


def line_of(group, person):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return next(line for line in unit.find(ROLL) if line.person == person)


def test_member_votes_at_a_keyboard_and_the_last_vote_counts(group, asked, type_, counted):
    vote = asked(quorum=1)
    first, second = type_("member1", vote, "A"), type_("member1", vote, "B")

    assert (first.out, first.err) == (second.out, second.err)
    assert line_of(group, "member1").channel is Channel.WEB
    decision = counted(vote)
    assert (decision.outcome.taking_part, decision.outcome.chosen) == (1, "no")


def test_what_is_sealed_is_of_one_length_and_in_no_row_of_the_trail(group, asked, type_):
    vote = asked()
    sealed = []
    for letters in ("A", "B", "-"):
        type_("member2", vote, letters)
        sealed.append(len(line_of(group, "member2").sealed))
    assert len(set(sealed)) == 1


def test_whose_role_ended_since_the_opening_votes_in_that_vote_alone(group, asked, type_, keyboard):
    vote = asked(quorum=1)
    with group.unit(keyboard) as unit:
        (held,) = enterprise.roles_of(unit, "member2")
        enterprise.end_role(unit, held, enterprise.today(unit) - timedelta(days=1))
    type_("member2", vote, "A")
    assert line_of(group, "member2").voted
    with pytest.raises(NotAllowed, match=r"decisions\.vote"):
        type_("member2", asked(title="Shall we buy a bell?"), "A")


def test_teller_notes_a_call(group, asked, type_):
    vote = asked()
    type_("tess", vote, "A", name="Member3", checked="voice")
    line = line_of(group, "member3")
    assert (line.channel, line.taken_by, line.voted) == (Channel.PHONE, "tess", True)


@pytest.mark.parametrize("shown", ["", "nothing", CARD.format(2), "correct horse battery"])
def test_nobody_votes_for_somebody_else(group, asked, type_, shown):
    vote = asked()
    with pytest.raises(NotHerself, match="Everybody votes for herself"):
        type_("member1", vote, "A", shown or " ")
    assert not line_of(group, "member1").voted


def test_password_shows_it_too(group, asked, type_, keyboard):
    with group.unit(keyboard) as unit:
        held = Password(id="p", person="member3", digest=digest_of("correct horse battery"), set_at=CLOSES)
        unit.add(PASSWORDS, held)
    type_("member3", asked(), "A", "correct horse battery")
    assert line_of(group, "member3").voted


def test_helper_is_named_and_never_to_what(group, asked, type_, keyboard):
    vote = asked()
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="priya", name="Priya", joined=CLOSES.date()))
        enterprise.give_role(unit, "priya", "supporter", first_day=CLOSES.date().replace(month=1))
        people.choose_supporter(unit, "member4", "priya", CLOSES.date().replace(month=1), CLOSES.date())
    type_("member4", vote, "A", helper="Priya", help_by="read-aloud")
    line = line_of(group, "member4")
    assert (line.helped, line.helper, line.help) == (True, "priya", Help.READ_ALOUD)
    with pytest.raises(NotFound, match="supporter"):
        type_("member5", vote, "A", helper="Priya")


@pytest.mark.parametrize("letters", ["", "C", "AB", "?"])
def test_letters_that_are_no_ballot_are_refused_and_nothing_is_kept(group, asked, type_, letters):
    vote = asked()
    with pytest.raises(BadInput, match="No choice was made"):
        type_("member1", vote, letters)
    assert not line_of(group, "member1").voted


@pytest.mark.parametrize(
    ("who", "options", "error", "sentence"),
    [
        ("tess", {}, NotAllowed, None),
        ("member1", {"name": "Member3", "checked": "voice"}, NotAllowed, None),
        ("tess", {"name": "Member3"}, BadInput, "how you know who rings"),
        ("tess", {"checked": "voice"}, BadInput, "who rings"),
        ("tess", {"name": "Member3", "checked": "voice", "helper": "Tess"}, BadInput, "not known to a teller"),
    ],
)
def test_rules_are_those_of_the_page(asked, type_, who, options, error, sentence):
    with pytest.raises(error, match=sentence):
        type_(who, asked(), "A", **options)


def test_whoever_is_not_on_the_roll_is_refused(group, asked, type_, keyboard):
    vote = asked()
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="late", name="Late", joined=CLOSES.date()))
        enterprise.give_role(unit, "late", "member", first_day=CLOSES.date().replace(month=1))
        sign_in.issue(unit, unit.new_id(), "late", CARD.format(77))
    with pytest.raises(NotOnTheRoll):
        type_("late", vote, "A", CARD.format(77))


def test_nothing_is_taken_after_the_count(asked, cast, counted, type_):
    vote = asked(quorum=1)
    cast(vote, "yes")
    counted(vote)
    with pytest.raises(NotNow):
        type_("member2", vote, "A")
