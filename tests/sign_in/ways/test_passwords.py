"""A password and a second step: chosen, used, guessed at, and given up."""

import re

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_harbour import both_databases, is_in

from alongside.enterprise import offers as enterprise
from alongside.refusal import BadInput
from alongside.sign_in.guess import BY_NAME
from alongside.sign_in.offers import ways_of
from alongside.sign_in.password import check, digest_of, fits
from alongside.sign_in.second_step import SecondStep, step_of
from alongside.store import Actor

WORDS = "harbour lamp before noon"


@pytest.fixture
def nia(browse, house):
    """Nia's browser, in which she has chosen a password and a second step; with what her app knows."""
    browser = browse()
    browser.come_in_as(house.store, "nia")
    return browser


def choose(browser, clock):
    """Choose a password and a second step; return what the app knows, and the spare codes."""
    form = {"do": "password", "first": WORDS, "again": WORDS}
    assert browser.post("/ways-in", data=form).url.path == "/ways-in/second-step"
    shown = browser.post("/ways-in/second-step", data={"do": "begin"}).text
    secret = re.search(r'class="letters">([^<]+)<', shown)[1].replace(" ", "")
    code = pyotp.TOTP(secret).at(clock.now)
    done = browser.post("/ways-in/second-step", data={"do": "step", "code": code})
    clock.goes_on(seconds=30)
    return pyotp.TOTP(secret), re.findall(r"<code>([^<]+)</code>", done.text)


def half(browser, name="nia@harbour.example", password=WORDS):
    return browser.post("/come-in/password", data={"name": name, "password": password})


@both_databases
def test_password_and_code_of_the_app_let_her_in(nia, browse, clock):
    app, spare = choose(nia, clock)
    assert len(spare) == 8
    browser = browse("b")
    step = half(browser, "nia castell")
    assert "Now we need the code" in step.text
    assert not is_in(browser, "Nia Castell")
    assert browser.post(step.url.path, data={"code": app.at(clock.now)}).status_code == 200
    assert is_in(browser, "Nia Castell")


def test_code_works_once_and_a_spare_one_too(nia, browse, clock):
    app, spare = choose(nia, clock)
    for code in (app.at(clock.now), spare[0]):
        one, other = browse(f"x{code}"), browse(f"y{code}")
        paths = [half(browser).url.path for browser in (one, other)]
        assert one.post(paths[0], data={"code": code.upper()}).url.path != paths[0]
        assert other.post(paths[1], data={"code": code}).status_code == 422


def test_password_alone_does_not_let_anybody_in(nia, browse, clock):
    form = {"do": "password", "first": WORDS, "again": WORDS}
    nia.post("/ways-in", data=form)
    assert half(browse("b")).status_code == 422  # no second step has been agreed on


@pytest.mark.parametrize(("name", "password"), [("nia@harbour.example", "wrong words here"), ("nobody", WORDS)])
def test_wrong_name_and_wrong_password_are_told_alike(nia, browse, clock, name, password):
    choose(nia, clock)
    answer = half(browse("b"), name, password)
    assert (answer.status_code, "The name or the password does not fit." in answer.text) == (422, True)
    assert password not in answer.text


@both_databases
def test_guessing_is_ended_after_some_tries_right_or_wrong(nia, browse, clock):
    app, _ = choose(nia, clock)
    browser = browse("b")
    answers = [half(browser, password=f"guess number {turn}").status_code for turn in range(BY_NAME + 3)]
    assert answers == [422] * BY_NAME + [429] * 3
    assert half(browser).status_code == 429
    assert "Wait a quarter of an hour" in half(browser).text
    clock.goes_on(minutes=16)
    step = half(browser)
    browser.post(step.url.path, data={"code": app.at(clock.now)})
    assert is_in(browser, "Nia Castell")


def test_a_thousand_guesses_get_nowhere(house, nia, clock):
    """As a program would: without pages, at the action."""
    from alongside.sign_in import offers
    from alongside.sign_in.actions.passwords import password_to_compare, password_was_wrong

    choose(nia, clock)
    compared = 0
    for _ in range(1000):
        with house.store.unit(Actor.stranger()) as unit:
            try:
                password_to_compare(unit, "nia castell", "192.0.2.1")
            except offers.TooManyGuesses:
                continue
            compared += 1
            password_was_wrong(unit, "nia castell", "192.0.2.1")
    assert compared == BY_NAME


def test_codes_are_guessed_at_no_longer_than_passwords(nia, browse, clock):
    choose(nia, clock)
    browser = browse("b")
    path = half(browser).url.path
    answers = [browser.post(path, data={"code": f"{turn:06}"}).status_code for turn in range(BY_NAME + 1)]
    assert answers == [422] * BY_NAME + [429]


def test_second_step_waits_five_minutes_in_one_browser(nia, browse, clock):
    app, _ = choose(nia, clock)
    browser, other = browse("b"), browse("c")
    path = half(browser).url.path
    assert other.post(path, data={"code": app.at(clock.now)}).status_code == 410
    clock.goes_on(minutes=5)
    assert browser.post(path, data={"code": app.at(clock.now)}).status_code == 410


def test_new_password_ends_her_other_sessions(nia, browse, house, clock):
    other = browse("b")
    other.come_in_as(house.store, "nia")
    assert is_in(other, "Nia Castell")
    choose(nia, clock)
    assert is_in(nia, "Nia Castell")
    assert not is_in(other, "Nia Castell")


@pytest.mark.parametrize(
    ("first", "again", "sentence"),
    [
        ("short", "short", "The password has 5 characters."),
        (WORDS, "harbour lamp", "This is not the same."),
        ("Nia Castell Nia", "Nia Castell Nia", "easy to guess"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "easy to guess"),
    ],
)
def test_password_that_will_not_do_is_told_and_not_shown(nia, house, first, again, sentence):
    answer = nia.post("/ways-in", data={"do": "password", "first": first, "again": again})
    assert answer.status_code in {400, 422}
    assert sentence in answer.text
    with house.reading() as unit:
        assert not ways_of(unit, "nia").password


def test_she_gives_it_up_and_a_steward_does_it_for_who_lost_her_phone(nia, house, browse, clock):
    from alongside.refusal import NotAllowed
    from alongside.sign_in.actions.passwords import give_up_password

    choose(nia, clock)
    sam = Actor.person("sam", "Sam Whitlock")
    with pytest.raises(NotAllowed), house.store.unit(sam) as unit:
        give_up_password(unit, "nia")
    nia.post("/ways-in", data={"do": "give-up"})
    with house.reading() as unit:
        ways = ways_of(unit, "nia")
    assert (ways.password, ways.second_step) == (False, False)


def test_nothing_of_it_stands_in_the_trail(nia, house, clock):
    app, spare = choose(nia, clock)
    with house.store.engine.connect() as connection:
        trail = repr(connection.exec_driver_sql("SELECT * FROM store_audit").all())
    assert "sign_in_password" in trail
    for secret in (app.secret, spare[0], "argon2"):
        assert secret not in trail


def test_erasing_somebody_takes_her_ways_in_away(nia, house, clock):
    from alongside.people.actions import erase

    choose(nia, clock)
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.give_role(unit, "sam", "steward")
        erase(unit, "nia")
    assert not is_in(nia, "Nia Castell")
    with house.reading() as unit:
        assert not ways_of(unit, "nia").password


# --- the values


@given(st.text(max_size=300))
def test_any_password_is_taken_or_refused_in_words(password):
    if len(password) >= 12 and len(set(password.casefold())) > 20:
        return  # long and mixed: nothing here has to refuse it
    try:
        taken = check(password, "Nia Castell", "nia@harbour.example")
    except BadInput as refused:
        taken = refused.sentence
    assert taken == password or "Choose" in taken


def test_digest_fits_its_password_alone():
    digest = digest_of(WORDS)
    assert fits(digest, WORDS)
    assert not fits(digest, WORDS + " ")
    assert not fits(None, WORDS)
    assert not fits(None, "nobody has this password")


@given(st.integers(min_value=-3, max_value=3), st.integers(min_value=0, max_value=2))
def test_code_of_a_half_minute_works_near_it_and_never_again(shift, used):
    from datetime import timedelta

    from toy_harbour import START

    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of no person
    here = int(START.timestamp()) // 30
    step = SecondStep(id="1", person="nia", secret=secret, last_step=here - used)
    code = pyotp.TOTP(secret).at(START + timedelta(seconds=30 * shift))
    found = step_of(step, code, START)
    assert (found is not None) == (abs(shift) <= 1 and here + shift > here - used)
