"""The key of backups: its public half stays on the machine and seals, its private half stands on paper and opens.

On paper it is eight groups of four characters, each with a fifth that tells a slip of the pen: whoever types
them in is told which group to look at again. There are no passwords to forget and none to guess.
"""

from __future__ import annotations

import hashlib
import secrets

import attrs
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox

from alongside.refusal import BadInput
from alongside.typed_groups import SIGNS, SIZE, grouped, misread, typed, without_checks

GROUPS = 8


@attrs.frozen
class OpeningKey:
    """The private half, as it stands on paper: ``groups`` of five characters."""

    groups: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the sheet is called, so that it is found among others."""
        return name_of(self.public)

    @property
    def public(self) -> bytes:
        """The public half."""
        return bytes(self._private().public_key)

    def open(self, sealed: bytes) -> bytes:
        """Open what was sealed for this key; ``nacl.exceptions.CryptoError`` where it was not."""
        return SealedBox(self._private()).decrypt(sealed)

    def _private(self) -> PrivateKey:
        # 160 random bits need no slow derivation: nobody can try them all.
        secret = without_checks(self.groups).encode()
        return PrivateKey(blake2b(secret, 32, person=b"alongside backup", encoder=RawEncoder))


def new_key() -> OpeningKey:
    """Make a key from fresh randomness."""
    return OpeningKey(grouped("".join(secrets.choice(SIGNS) for _ in range(GROUPS * SIZE))))


def read_key(text: str) -> OpeningKey:
    """Read a key as somebody typed it from the sheet; spaces, dashes and small letters do not matter.

    Raises:
        BadInput: naming the group to look at again.
    """
    groups = typed(text)
    signs = sum(map(len, groups))
    if signs != GROUPS * (SIZE + 1):
        found = f"this is no key: it has {signs} characters where the sheet has {GROUPS * (SIZE + 1)}"
        raise BadInput(found, remedy=f"Type all {GROUPS} groups from the key sheet.")
    wrong = list(misread(groups))
    if wrong:
        found = f"group {wrong[0]} of the key is not as it stands on any sheet: {groups[wrong[0] - 1]}"
        raise BadInput(found, remedy="Look at that group on the sheet and type the key again.")
    return OpeningKey(groups)


def name_of(public: bytes) -> str:
    """Return what a key's sheet is called: four digits that give nothing of it away."""
    return f"{int.from_bytes(hashlib.sha256(b'alongside backup' + public).digest()) % 10_000:04}"


def seal_for(public: bytes, secret: bytes) -> bytes:
    """Seal something that only the opening key of ``public`` opens."""
    return SealedBox(PublicKey(public)).encrypt(secret)
