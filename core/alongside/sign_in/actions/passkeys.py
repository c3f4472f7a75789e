"""Coming in by a passkey, and adding and removing one. What is signed is the mark of the form it comes with."""

from __future__ import annotations

import json

import attrs
import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import AuthenticatorSelectionCriteria as Wanted
from webauthn.helpers.structs import PublicKeyCredentialDescriptor as Descriptor
from webauthn.helpers.structs import ResidentKeyRequirement, UserVerificationRequirement

from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, worded
from alongside.sign_in import offers
from alongside.sign_in.passkey import Passkey
from alongside.sign_in.session import Way
from alongside.sign_in.tables import PASSKEYS, passkey
from alongside.store import Unit

MOST = 10
LONGEST_TITLE = 60
_WRONG = (WebAuthnException, ValueError, KeyError, TypeError, RecursionError)
"""What an answer raises that was made up or spoilt."""

_LARGEST = 2**31 - 1
"""The highest count that the database keeps; keys count to twice that, and no key of ours ever gets there."""


class NotThisKey(BadInput):
    """The key is not known, or what it signed is not right."""

    def __init__(self) -> None:
        super().__init__("this passkey does not fit", remedy="Try once more, or come in another way.")


@attrs.frozen(kw_only=True)
class Place:
    """Where the key is shown: the name of our site, its origin, and what the key was asked to sign."""

    name: str
    origin: str
    mark: str


def options_to_add(unit: Unit, site: str, enterprise: str) -> str:
    """Return, as JSON, what the browser is to ask a new key for; the mark of the form comes beside it."""
    unit.need_alone()
    me = people.present(unit, unit.actor.id)
    known = [Descriptor(id=base64url_to_bytes(one.credential)) for one in offers.passkeys_of(unit, me.id)]
    options = webauthn.generate_registration_options(
        rp_id=site,
        rp_name=enterprise,
        user_name=me.name,
        user_id=me.id.encode(),
        exclude_credentials=known,
        authenticator_selection=Wanted(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )
    return webauthn.options_to_json(options)


def options_to_come_in(site: str) -> str:
    """Return, as JSON, what the browser is to ask any key of this site for."""
    options = webauthn.generate_authentication_options(
        rp_id=site, user_verification=UserVerificationRequirement.REQUIRED
    )
    return webauthn.options_to_json(options)


def add_passkey(unit: Unit, answer: str, title: str, place: Place) -> Passkey:
    """Keep the public half of a new key of the one who acts.

    Raises:
        NotThisKey: where the answer is not one to what was asked.
        BadInput: where she has as many as anybody may.
    """
    unit.need_alone()
    if len(offers.passkeys_of(unit, unit.actor.id)) >= MOST:
        raise BadInput(
            worded("sign_in", "You have {most} passkeys. Remove one that you no longer use.", most=MOST)
        )
    try:
        right = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=place.mark.encode(),
            expected_rp_id=place.name,
            expected_origin=place.origin,
            require_user_verification=True,
        )
    except _WRONG as wrong:
        raise NotThisKey from wrong
    name = bytes_to_base64url(right.credential_id)
    if unit.find(PASSKEYS, passkey.c.credential == name):
        raise NotThisKey
    new = Passkey(
        id=unit.new_id(),
        person=unit.actor.id,
        credential=name,
        public=bytes_to_base64url(right.credential_public_key),
        counter=min(right.sign_count, _LARGEST),
        title=" ".join(title.split())[:LONGEST_TITLE] or "Passkey",
        made=unit.now,
    )
    return unit.add(PASSKEYS, new)


def come_in_by_passkey(unit: Unit, answer: str, place: Place, sender: str) -> str | None:
    """Begin the session of the person whose key signed. Returns the session's secret.

    None where the key is not known or what it signed is not right; that is counted like a wrong password.

    Raises:
        TooManyGuesses: where there were too many wrong ones from this network address.
    """
    offers.refuse_too_many(unit, "passkey", "", sender)
    found = _known(unit, answer)
    counter = _right(answer, found, place) if found else None
    if found is None or counter is None:
        offers.guessed_wrong(unit, "passkey", "", sender)
        return None
    unit.change(PASSKEYS, found, counter=min(counter, _LARGEST), used=unit.now)
    return offers.begin(unit, people.present(unit, found.person).id, Way.PASSKEY)


def _known(unit: Unit, answer: str) -> Passkey | None:
    try:
        name = str(json.loads(answer)["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return next(iter(unit.find(PASSKEYS, passkey.c.credential == name)), None)


def _right(answer: str, found: Passkey, place: Place) -> int | None:
    """Return how often the key has been used by now, or None where it did not sign what it was asked to."""
    try:
        right = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=place.mark.encode(),
            expected_rp_id=place.name,
            expected_origin=place.origin,
            credential_public_key=base64url_to_bytes(found.public),
            credential_current_sign_count=found.counter,
            require_user_verification=True,
        )
    except _WRONG:
        return None
    return right.new_sign_count


def remove_passkey(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Take a passkey away, of the one who acts or by a steward.

    Raises:
        NotFound: where there is none, or it is somebody else's.
    """
    unit.need_alone()
    found = next(iter(unit.find(PASSKEYS, passkey.c.id == id)), None)
    if found is None or not unit.may("sign_in.ways", own=found.person):
        raise NotFound("passkey", id)
    unit.remove(PASSKEYS, found)
