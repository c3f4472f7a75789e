"""Cards: 128 bits, of which a digest is kept; one opens for each person, and revoking it ends what it began."""

import math
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise import offers as enterprise
from alongside.messages.outbox import unread
from alongside.people import actions as people_actions
from alongside.refusal import NotAllowed, NotFound, SomebodyWasFaster
from alongside.sign_in import card as cards
from alongside.sign_in import offers, reactions
from alongside.sign_in.actions import cards as actions
from alongside.sign_in.actions import coming_in
from alongside.sign_in.extra import Kind
from alongside.sign_in.password import digest_of
from alongside.sign_in.session import Way

TODAY = date(2026, 11, 23)
SECRETS = st.builds(cards.new_secret)


# --- the secret


def test_secret_holds_128_bits_and_no_two_are_alike():
    drawn = [cards.new_secret() for _ in range(500)]
    assert len(set(drawn)) == 500
    assert {len(one) for one in drawn} == {26}
    letters = {letter for one in drawn for letter in one[:25]}
    assert len(letters) == 32
    assert 26 * math.log2(32) >= 128
    assert not letters & set("ILOU")


@given(SECRETS, st.sampled_from(["https://cafe.local:8443", "http://127.0.0.1:8080", "https://[fe80::1]", ""]))
def test_secret_is_read_out_of_what_a_reader_types(secret, origin):
    typed = f"{origin}{cards.path_of(secret)}"
    assert cards.secret_in(typed) == secret
    assert cards.secret_in(secret) == secret


@given(SECRETS, st.sampled_from(["\r\n", "\n", "\t", " ", "/"]))
def test_reader_may_have_caps_lock_on_another_keyboard_and_ends_of_its_own(secret, end):
    assert cards.secret_in(f"HTTPS>--CAFE.LOCAL>8443-CARD-{secret.lower()}{end}") == secret
    assert cards.secret_in(f"https://cafe.local/card/{secret.replace('0', 'O').replace('1', 'l')}{end}") == secret


@given(st.text(max_size=600))
def test_no_other_text_is_a_secret_and_none_is_too_long_to_look_at(text):
    found = cards.secret_in(text)
    assert found is None or len(found) == 26


@given(SECRETS)
def test_secret_with_a_sign_more_or_less_is_none(secret):
    assert cards.secret_in(f"/card/{secret}0") is None
    assert cards.secret_in(f"/card/{secret[1:]}") is None


@given(SECRETS, SECRETS)
def test_what_is_kept_differs_for_each_and_holds_nothing_of_it(secret, other):
    assert (cards.seal_of(secret) == cards.seal_of(other)) == (secret == other)
    assert secret not in cards.seal_of(secret).upper()


# --- whose card it is


def test_new_card_stands_in_the_place_of_the_old(place):
    first, second = place.card_for("sam"), place.card_for("sam")
    with place.keyboard() as unit:
        assert offers.card_with(unit, first) is None
        assert offers.card_with(unit, second).person == place.sam
        new, old = sorted(offers.every_card(unit, place.sam), key=lambda one: one.revoked_on is not None)
        assert (old.revoked_on, new.revoked_on, new.printed_on) == (TODAY, None, TODAY)
        assert new.serial != old.serial


def test_two_who_print_a_card_at_once_give_one_that_opens(place):
    with place.acting("nia") as unit:
        planned = [actions.plan_cards(unit, [place.sam]) for _ in range(6)]

    def issue(one):
        try:
            with place.acting("nia") as unit:
                actions.issue_cards(unit, one)
        except SomebodyWasFaster:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        done = list(threads.map(issue, planned))
    assert any(done)
    with place.keyboard() as unit:
        open_ones = [one for one in offers.every_card(unit, place.sam) if one.revoked_on is None]
    assert len(open_ones) == 1


def test_secret_stands_in_no_table_and_not_in_the_trail(place):
    secret = place.card_for("sam")
    held = everything(place)
    assert secret not in held
    assert cards.seal_of(secret) in held  # the control: what is looked through holds what was kept


def everything(place):
    """All that the database holds, as text."""
    with place.house.store.engine.connect() as connection:
        tables = connection.dialect.get_table_names(connection)
        rows = [connection.exec_driver_sql(f'SELECT * FROM "{table}"').all() for table in tables]  # noqa: S608 - our own names
    return str(rows)


# --- who may


def test_manager_prints_for_members_and_supporters_and_for_nobody_who_may_more(place):
    assert place.card_for("sam", by="marcus")
    assert place.card_for("priya", by="marcus")
    for who in ("nia", "marcus"):
        with place.acting("marcus") as unit, pytest.raises(NotAllowed):
            actions.plan_cards(unit, [place.ids[who]])
    with place.keyboard() as unit:
        enterprise.give_role(unit, place.ada, "trustee")
    with place.acting("marcus") as unit, pytest.raises(NotAllowed):
        actions.plan_cards(unit, [place.sam, place.ada])
    assert place.card_for("ada", by="nia")


@pytest.mark.parametrize("who", ["sam", "priya"])
def test_nobody_else_prints_or_sees_cards(place, who):
    with place.acting(who) as unit:
        with pytest.raises(NotAllowed):
            actions.plan_cards(unit, [place.ids[who]])
        with pytest.raises(NotAllowed):
            actions.look_at_cards(unit)


def test_person_stops_her_own_card_and_nobody_elses(place):
    secret = place.card_for("sam")
    with place.acting("ada") as unit, pytest.raises(NotAllowed):
        actions.revoke_card(unit, place.sam)
    with place.acting("sam") as unit:
        actions.revoke_card(unit, place.sam)
        assert offers.card_with(unit, secret) is None
        with pytest.raises(NotFound):
            actions.revoke_card(unit, place.sam)


def test_person_is_told_of_a_card_that_somebody_printed_for_her(place):
    place.card_for("sam")
    with place.keyboard() as unit:
        (told,) = unread(unit, place.sam)
    assert (told.title.key, told.path) == ("You have a new card", "/ways-in")
    assert "Nia" not in str(told)


# --- coming in


def shown(place, unit, secret, device="secret-of-the-tablet"):
    return coming_in.look_at_card(unit, f"https://x/card/{secret}", device)


def test_card_on_a_shared_device_begins_a_session_that_says_both(place):
    secret, _ = place.card_for("sam"), place.device()
    with place.keyboard() as unit:
        token = coming_in.come_in(unit, shown(place, unit, secret))
        session = offers.going_on(unit, token)
        assert (session.person, session.way, session.shared) == (place.sam, Way.CARD, True)
        assert session.card == offers.card_of(unit, place.sam).id
        assert offers.device_by_id(unit, session.device).name == "The tablet in the café"
        assert token not in str(session)


def test_her_own_device_opens_for_her_card_alone_and_is_not_shared(place):
    device = place.device(person=place.sam)
    sams, adas = place.card_for("sam"), place.card_for("ada")
    with place.keyboard() as unit:
        session = offers.going_on(unit, coming_in.come_in(unit, shown(place, unit, sams, device)))
        assert not session.shared
        with pytest.raises(coming_in.NoSuchCard):
            shown(place, unit, adas, device)


@pytest.mark.parametrize("device", ["", "another secret"])
def test_card_opens_nothing_on_a_device_that_is_not_ours(place, device):
    secret, _ = place.card_for("sam"), place.device()
    with place.keyboard() as unit, pytest.raises(coming_in.NotOurDevice):
        shown(place, unit, secret, device)


def test_device_that_was_given_up_opens_for_no_card(place):
    secret, _ = place.card_for("sam"), place.device()
    with place.keyboard() as unit:
        offers.give_up(unit, offers.our_devices(unit)[0])
        with pytest.raises(coming_in.NotOurDevice):
            shown(place, unit, secret)


@pytest.mark.parametrize("who", ["nia", "marcus"])
def test_card_alone_does_not_open_what_managers_and_stewards_may_do(place, who):
    secret, _ = place.card_for(who), place.device()
    with place.keyboard() as unit, pytest.raises(coming_in.NotByACardAlone):
        coming_in.come_in(unit, shown(place, unit, secret))


@pytest.mark.parametrize("role", ["steward", "manager"])
def test_what_a_card_began_ends_where_its_person_may_do_more(place, role):
    sams, adas, _ = place.card_for("sam"), place.card_for("ada"), place.device()
    with place.keyboard() as unit:
        token = coming_in.come_in(unit, shown(place, unit, sams))
        hers = coming_in.come_in(unit, shown(place, unit, adas, place_of(unit)))
        by_mail = offers.begin(unit, place.sam, Way.MAIL)
    with place.keyboard() as unit:
        enterprise.give_role(unit, place.sam, role, place.cafe if role == "manager" else None, first_day=TODAY)
    with place.keyboard() as unit:
        assert offers.going_on(unit, token) is None
        assert offers.going_on(unit, hers)
        assert offers.going_on(unit, by_mail)


def test_what_a_card_began_ends_on_the_day_from_which_its_person_may_do_more(place, clock):
    sams, _ = place.card_for("sam"), place.device()
    with place.keyboard() as unit:
        token = coming_in.come_in(unit, shown(place, unit, sams))
        enterprise.give_role(unit, place.sam, "steward", first_day=TODAY + timedelta(days=1))
    with place.keyboard() as unit:
        reactions.daily_round(unit)
        assert offers.going_on(unit, token)
    clock.now += timedelta(days=1)
    with place.keyboard() as unit:
        reactions.daily_round(unit)
        assert offers.going_on(unit, token) is None


@pytest.mark.parametrize("typed", ["", "hello", "0" * 26, "https://cafe.local/card/"])
def test_what_is_no_card_of_ours_opens_nothing(place, typed):
    place.card_for("sam")
    place.device()
    with place.keyboard() as unit, pytest.raises(coming_in.NoSuchCard):
        coming_in.look_at_card(unit, typed, "secret-of-the-tablet")


def test_revoking_a_card_ends_what_it_began_everywhere_and_nothing_else(place):
    sams, adas = place.card_for("sam"), place.card_for("ada")
    one, other = place.device("one"), place.device("other")
    with place.keyboard() as unit:
        tokens = [coming_in.come_in(unit, shown(place, unit, sams, device)) for device in (one, other)]
    with place.keyboard() as unit:
        by_mail = offers.begin(unit, place.sam, Way.DEMO)
        hers = coming_in.come_in(unit, shown(place, unit, adas, place_of(unit)))
    with place.acting("nia") as unit:
        actions.revoke_card(unit, place.sam)
    with place.keyboard() as unit:
        assert [offers.going_on(unit, token) for token in tokens] == [None, None]
        assert offers.going_on(unit, by_mail)
        assert offers.going_on(unit, hers)


def place_of(unit):
    """A third device; its secret."""
    offers.enrol(unit, "The telephone", "third")
    return "third"


def test_whoever_comes_in_on_a_device_ends_what_was_left_there(place):
    sams, adas, _ = place.card_for("sam"), place.card_for("ada"), place.device()
    with place.keyboard() as unit:
        left = coming_in.come_in(unit, shown(place, unit, sams))
        coming_in.come_in(unit, shown(place, unit, adas))
        assert offers.going_on(unit, left) is None


def test_card_that_is_revoked_while_somebody_comes_in_begins_nothing_that_lasts(place):
    secret, _ = place.card_for("sam"), place.device()

    def enter():
        try:
            with place.keyboard() as unit:
                coming_in.come_in(unit, shown(place, unit, secret))
        except coming_in.NoSuchCard:
            return

    def revoke():
        with place.acting("nia") as unit:
            actions.revoke_card(unit, place.sam)

    with ThreadPoolExecutor(5) as threads:
        for done in [threads.submit(enter), threads.submit(enter), threads.submit(revoke), threads.submit(enter)]:
            done.result()
    assert place.sessions("sam") == []


# --- erased, and handed over


def test_erasing_takes_cards_and_own_devices_and_export_hands_them_over_without_secrets(place):
    secret, _ = place.card_for("sam"), place.device(person=place.sam)
    with place.keyboard() as unit:
        coming_in.come_in(unit, shown(place, unit, secret))
        handed = reactions.person_exported(unit, place.sam)
        assert [one["printed"] for one in handed["cards"]] == [TODAY]
        assert [one["name"] for one in handed["devices"]] == ["The tablet in the café"]
        assert cards.seal_of(secret) not in str(handed)
        assert (handed["name_on_card"], handed["nobody_may_visit"], handed["after_the_card"]) == (
            None,
            False,
            None,
        )
        people_actions.erase(unit, place.sam)
        assert offers.every_card(unit, place.sam) == offers.own_devices(unit, place.sam) == []
        assert offers.every_session(unit, place.sam) == []


def test_export_names_her_name_on_the_card_that_nobody_may_visit_and_what_is_asked_after_it(place):
    with place.keyboard() as unit:
        offers.set_name_on_card(unit, place.sam, "Sammy")
        offers.let_nobody_visit(unit, place.sam)
        offers.set_extra(unit, place.sam, Kind.NUMBER, digest_of("4711"))
        handed = reactions.person_exported(unit, place.sam)
        assert (handed["name_on_card"], handed["nobody_may_visit"]) == ("Sammy", True)
        assert handed["after_the_card"] == {"asked_for": "number", "chosen": unit.now}
        assert "argon2" not in str(handed)
        assert reactions.person_exported(unit, place.ada)["name_on_card"] is None
