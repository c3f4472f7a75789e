"""Ballots, sealed before they reach the database.

A libsodium sealed box can be made by anybody who has the public key and opened by the private one alone.
Every ballot is padded first, so that all sealed ones have one length and none tells its choice by it.
"""

from __future__ import annotations

import base64

import nacl.bindings
import nacl.exceptions
import nacl.public

from alongside.decisions.ballot import ROOM
from alongside.refusal import Refusal


class CannotOpen(Refusal):
    """A sealed ballot does not open with the decision's key."""

    status = 409


def new_pair() -> tuple[str, str]:
    """Return a public and a private key, in hexadecimal."""
    private = nacl.public.PrivateKey.generate()
    return bytes(private.public_key).hex(), bytes(private).hex()


def public_of(private: str) -> str:
    """Return the public half of a private key, both in hexadecimal."""
    return bytes(nacl.public.PrivateKey(bytes.fromhex(private)).public_key).hex()


def seal(ballot: str, public: str, room: int = ROOM) -> str:
    """Return the ballot sealed: no two are the same, all with ``room`` for as many bytes are of one length."""
    padded = nacl.bindings.sodium_pad(ballot.encode(), room)
    if len(padded) != room:
        raise ValueError(f"a ballot of {len(ballot)} letters would be longer than the others")
    box = nacl.public.SealedBox(nacl.public.PublicKey(bytes.fromhex(public)))
    return base64.b64encode(box.encrypt(padded)).decode()


def unseal(sealed: str, private: str) -> str:
    """Return the text of a sealed ballot.

    Raises:
        CannotOpen: where it was sealed for another key or was changed since.
    """
    box = nacl.public.SealedBox(nacl.public.PrivateKey(bytes.fromhex(private)))
    try:
        padded = box.decrypt(base64.b64decode(sealed))
        # All of it is one block, of whatever size: that of its rule, or a smaller one of former times.
        return nacl.bindings.sodium_unpad(padded, len(padded)).decode()
    except (nacl.exceptions.CryptoError, ValueError) as damaged:  # what is no base64, or no text, is a ValueError
        raise CannotOpen(
            "A ballot was damaged and cannot be opened, so nothing was counted. Members must vote again."
        ) from damaged
