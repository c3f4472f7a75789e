"""The key of backups: its public half stays on the machine and seals, its private half stands on paper and opens.

On paper it is eight groups of four characters, each with a fifth that tells a slip of the pen: whoever types
them in is told which group to look at again. There are no passwords to forget and none to guess.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator

import attrs
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox

from alongside.refusal import BadInput

GROUPS = 8
_SIZE = 4
# No I, L, O or U: nobody has to tell O from 0 in somebody's handwriting.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", ".": ""})


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
        secret = "".join(group[:_SIZE] for group in self.groups).encode()
        return PrivateKey(blake2b(secret, 32, person=b"alongside backup", encoder=RawEncoder))


def new_key() -> OpeningKey:
    """Make a key from fresh randomness."""
    drawn = ("".join(secrets.choice(_SIGNS) for _ in range(_SIZE)) for _ in range(GROUPS))
    return OpeningKey(tuple(_with_check(place, signs) for place, signs in enumerate(drawn)))


def read_key(text: str) -> OpeningKey:
    """Read a key as somebody typed it from the sheet; spaces, dashes and small letters do not matter.

    Raises:
        BadInput: naming the group to look at again.
    """
    signs = "".join(text.split()).upper().translate(_READ_AS)
    if len(signs) != GROUPS * (_SIZE + 1):
        found = f"this is no key: it has {len(signs)} characters where the sheet has {GROUPS * (_SIZE + 1)}"
        raise BadInput(found, remedy=f"Type all {GROUPS} groups from the key sheet.")
    groups = tuple(signs[start : start + _SIZE + 1] for start in range(0, len(signs), _SIZE + 1))
    wrong = list(_misread(groups))
    if wrong:
        found = f"group {wrong[0]} of the key is not as it stands on any sheet: {groups[wrong[0] - 1]}"
        raise BadInput(found, remedy="Look at that group on the sheet and type the key again.")
    return OpeningKey(groups)


def _misread(groups: tuple[str, ...]) -> Iterator[int]:
    for place, group in enumerate(groups):
        if set(group) - set(_SIGNS) or group != _with_check(place, group[:_SIZE]):
            yield place + 1


def _with_check(place: int, signs: str) -> str:
    # The place counts too, so two groups that changed places are noticed.
    return signs + _SIGNS[hashlib.sha256(f"{place}{signs}".encode()).digest()[0] % len(_SIGNS)]


def name_of(public: bytes) -> str:
    """Return what a key's sheet is called: four digits that give nothing of it away."""
    return f"{int.from_bytes(hashlib.sha256(b'alongside backup' + public).digest()) % 10_000:04}"


def seal_for(public: bytes, secret: bytes) -> bytes:
    """Seal something that only the opening key of ``public`` opens."""
    return SealedBox(PublicKey(public)).encrypt(secret)
