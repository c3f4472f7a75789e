"""Drafts: what a visitor has chosen on one page and has not sent yet, kept between two pages by her browser alone.

It is sealed with the secret of her own session, so nobody who comes after her at the same screen can read it, and
the house keeps nothing. All sealed drafts are of one length: none tells by it what was chosen.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

import nacl.bindings
import nacl.exceptions
import nacl.secret

LONGEST = 1535
"""Bytes of the longest draft there can be: a browser keeps about four thousand in one cookie."""

_BLOCK = LONGEST + 1


def seal(draft: str, secret: str) -> str:
    """Return a draft as the browser keeps it: readable with this session's secret alone.

    Raises:
        ValueError: for a draft that would be longer than the others.
    """
    words = draft.encode()
    if len(words) > LONGEST:
        raise ValueError(f"a draft of {len(words)} bytes; the longest has {LONGEST}")
    padded = nacl.bindings.sodium_pad(words, _BLOCK)
    return base64.urlsafe_b64encode(_box(secret).encrypt(padded)).decode()


def unseal(sealed: str, secret: str) -> str:
    """Return a draft; empty where there is none, or one of another session."""
    try:
        padded = _box(secret).decrypt(base64.urlsafe_b64decode(sealed))
        return nacl.bindings.sodium_unpad(padded, len(padded)).decode()
    except (nacl.exceptions.CryptoError, binascii.Error, ValueError):
        return ""


def _box(secret: str) -> nacl.secret.SecretBox:
    return nacl.secret.SecretBox(hashlib.blake2b(secret.encode(), digest_size=32, person=b"draft").digest())
