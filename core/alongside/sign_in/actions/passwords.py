"""Coming in by a password and a second step, and choosing them."""

from __future__ import annotations

import attrs

from alongside.people import offers as people
from alongside.sign_in import offers
from alongside.sign_in.one_time import Purpose
from alongside.sign_in.password import Password, check
from alongside.sign_in.second_step import SecondStep, new_secret, new_spare_codes, spare_digest, step_of
from alongside.sign_in.session import Way
from alongside.sign_in.tables import PASSWORDS, SECOND_STEPS
from alongside.store import Unit

KIND = "password"


def password_to_compare(unit: Unit, name: str, sender: str) -> tuple[str, str | None]:
    """Return the id of the person meant, and the digest her password has to fit; None where there is none.

    Raises:
        TooManyGuesses: where there were too many wrong ones.
    """
    offers.refuse_too_many(unit, KIND, name, sender)
    found = people.with_email(unit, name) or people.called(unit, name)
    # Two of one name or address: neither can be meant, so nobody comes in as the other one.
    if len(found) != 1:
        return "", None
    held, step = offers.password_of(unit, found[0].id), offers.second_step_of(unit, found[0].id)
    return found[0].id, held.digest if held and step and step.agreed else None


def password_was_right(unit: Unit, person: str, name: str, sender: str, browser: str) -> str:
    """Go on to the second step. Returns the secret of the half that is open."""
    offers.refuse_too_many(unit, KIND, name, sender)
    return offers.make_one_time(unit, people.present(unit, person).id, Purpose.SECOND_STEP, browser)


def password_was_wrong(unit: Unit, name: str, sender: str) -> None:
    """Count the guess."""
    offers.guessed_wrong(unit, KIND, name, sender)


@attrs.frozen
class Half:
    """The half that a password opened: whose it is."""

    person: str


def half(unit: Unit, token: str, browser: str) -> Half:
    """Return whose second step is awaited.

    Raises:
        TooOld: where it took too long, or this is another browser.
    """
    return Half(offers.find_one_time(unit, token, browser, Purpose.SECOND_STEP).person)


def come_in_by_code(unit: Unit, token: str, code: str, browser: str, sender: str) -> str | None:
    """Take the code of the app, or a spare one, once. Returns the session's secret, None where it does not fit.

    Raises:
        TooOld: where it took too long, or this is another browser.
        TooManyGuesses: where there were too many wrong ones.
    """
    found = offers.find_one_time(unit, token, browser, Purpose.SECOND_STEP)
    offers.refuse_too_many(unit, "code", found.person, sender)
    if not _took(unit, found.person, code):
        offers.guessed_wrong(unit, "code", found.person, sender)
        return None
    offers.spend(unit, found)
    return offers.begin(unit, found.person, Way.PASSWORD)


def _took(unit: Unit, person: str, code: str) -> bool:
    """Use a code up; False where it is none."""
    step = offers.second_step_of(unit, person)
    if step is None:
        return False
    if (at := step_of(step, code, unit.now)) is not None:
        unit.change(SECOND_STEPS, step, last_step=at)
        return True
    spare = spare_digest(code)
    if step.agreed and spare in step.spare:
        unit.change(SECOND_STEPS, step, spare=tuple(one for one in step.spare if one != spare))
        return True
    return False


# --- choosing them


def choose_password(unit: Unit, password: str, digest: str) -> None:
    """Keep the password of the one who acts, her old one forgotten and her other sessions ended.

    Raises:
        BadInput: where it is too short or easy to guess.
    """
    unit.need_alone()
    me = people.present(unit, unit.actor.id)
    check(password, me.name, me.email or "")
    held = offers.password_of(unit, me.id)
    if held:
        unit.remove(PASSWORDS, held)
    unit.add(PASSWORDS, Password(id=unit.new_id(), person=me.id, digest=digest, set_at=unit.now))


def second_step_now(unit: Unit) -> SecondStep | None:
    """Return the second step of the one who acts as it is."""
    unit.need_alone()
    return offers.second_step_of(unit, unit.actor.id)


def begin_second_step(unit: Unit) -> SecondStep:
    """Return the second step of the one who acts, that her app is to learn; made if there is none yet."""
    unit.need_alone()
    held = offers.second_step_of(unit, unit.actor.id)
    return held or unit.add(SECOND_STEPS, SecondStep(id=unit.new_id(), person=unit.actor.id, secret=new_secret()))


def agree_on_second_step(unit: Unit, code: str, sender: str) -> list[str] | None:
    """Take the first code of her app as proof that it knows the secret; return the spare codes, told this once.

    None where the code does not fit; that is counted.

    Raises:
        TooManyGuesses: where there were too many wrong ones.
    """
    offers.refuse_too_many(unit, "code", unit.actor.id, sender)
    step = begin_second_step(unit)
    at = step_of(step, code, unit.now)
    if at is None:
        offers.guessed_wrong(unit, "code", unit.actor.id, sender)
        return None
    codes = new_spare_codes()
    digests = tuple(sorted(map(spare_digest, codes)))
    unit.change(SECOND_STEPS, step, last_step=at, agreed=unit.now, spare=digests)
    return codes


def give_up_password(unit: Unit, person: str) -> None:
    """Take a person's password and second step away, by herself or by a steward where she has lost her phone."""
    unit.need_alone()
    unit.need("sign_in.ways", own=person)
    if password := offers.password_of(unit, person):
        unit.remove(PASSWORDS, password)
    if step := offers.second_step_of(unit, person):
        unit.remove(SECOND_STEPS, step)
