"""What stands on a key card: a third of a locked box's key, any two of which give all of it.

The 32 bytes of the private key are two halves of 16, each shared by itself over GF(2^128) (Shamir, two of three),
with the same numbers. On paper that is fifteen groups of five signs: which vote, which card, the two shares, and
a digest of them all; the fifth sign of each group tells a slip of the pen.
"""

from __future__ import annotations

import hashlib

import attrs
from Crypto.Protocol.SecretSharing import Shamir

from alongside.refusal import BadInput, worded
from alongside.typed_groups import SIGNS, SIZE, grouped, misread, typed, without_checks

CARDS, NEEDED = 3, 2

_HALF = 16  # bytes that the sharing takes at once
_BITS = 5  # of a sign
_MARK, _NUMBER, _SHARE, _DIGEST = 4, 1, 52, 3  # signs of each part; 52 hold the 256 bits of a share
GROUPS = (_MARK + _NUMBER + _SHARE + _DIGEST) // SIZE


class WrongCard(BadInput):
    """What was typed is not on a card of this vote; the sentence says which card, and what to look at."""


@attrs.frozen(kw_only=True)
class KeyShare:
    """One card's share: ``mark`` is what all cards of this key are called, ``number`` which of the three it is.

    Its words stand on paper and in the memory of one request; they are in no log, for it says nothing of itself.
    """

    mark: str
    number: int
    share: bytes = attrs.field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are printed and typed in."""
        signs = self.mark + SIGNS[self.number] + _signs(self.share, _SHARE)
        return grouped(signs + _digest(signs))

    @property
    def text(self) -> str:
        """The card as its code holds it."""
        return " ".join(self.groups)


def mark_of(public: str) -> str:
    """Return what the cards of a key are called: four digits, which tell nothing of the private half."""
    return f"{int.from_bytes(hashlib.sha256(f'alongside key card {public}'.encode()).digest()) % 10_000:04}"


def cut(private: str, public: str) -> tuple[KeyShare, ...]:
    """Cut a private key, in hexadecimal, into the shares of its three cards."""
    whole = bytes.fromhex(private)
    halves = [Shamir.split(NEEDED, CARDS, half) for half in (whole[:_HALF], whole[_HALF:])]
    return tuple(
        KeyShare(mark=mark_of(public), number=number, share=first + second)
        for (number, first), (_same, second) in zip(*halves, strict=True)
    )


def put_together(cards: tuple[KeyShare, KeyShare]) -> str:
    """Return the private key, in hexadecimal, that two cards give.

    Raises:
        WrongCard: where both are the same card.
    """
    if cards[0].number == cards[1].number:
        same = worded(
            "decisions", "Both times it was card {n}. Take another card as the second one.", n=cards[0].number
        )
        raise WrongCard(same)
    halves = [
        Shamir.combine([(one.number, one.share[part]) for one in cards])
        for part in (slice(_HALF), slice(_HALF, None))
    ]
    return b"".join(halves).hex()


def read_card(text: str, which: str, public: str) -> KeyShare:
    """Read a card as it was typed or scanned. ``which`` names it to the one who typed: the first, or the second.

    Raises:
        WrongCard: with what to look at again: a group, a part that is missing, or a card of another vote.
    """
    groups = typed(text)
    _check_length(groups, which)
    wrong = next(misread(groups), None)
    if wrong is not None:
        raise WrongCard(
            worded(
                "decisions",
                "Group {n} of the {which} card is not right. Look at it on the card, and type it again.",
                n=wrong,
                which=which,
            )
        )
    return _parts(without_checks(groups), which, mark_of(public))


def _check_length(groups: tuple[str, ...], which: str) -> None:
    signs = sum(map(len, groups))
    if signs != GROUPS * (SIZE + 1):
        torn = worded(
            "decisions",
            "The {which} card has {all} signs, and {n} were typed. Is it torn? Then take the third card.",
            which=which,
            all=GROUPS * (SIZE + 1),
            n=signs,
        )
        raise WrongCard(torn)


def _parts(signs: str, which: str, mark: str) -> KeyShare:
    said, digest = signs[:-_DIGEST], signs[-_DIGEST:]
    number = SIGNS.index(said[_MARK])
    if digest != _digest(said) or not 1 <= number <= CARDS:
        raise WrongCard(
            worded(
                "decisions",
                "The groups of the {which} card do not belong together. Type all of them from one card.",
                which=which,
            )
        )
    if said[:_MARK] != mark:
        raise WrongCard(
            worded(
                "decisions",
                "The {which} card is of another box: it is called {found}, and the cards of this one {mark}.",
                which=which,
                found=said[:_MARK],
                mark=mark,
            )
        )
    return KeyShare(mark=mark, number=number, share=_bytes(said[_MARK + _NUMBER :]))


def _digest(signs: str) -> str:
    return _signs(hashlib.sha256(f"alongside key card {signs}".encode()).digest(), _DIGEST)


def _signs(content: bytes, how_many: int) -> str:
    """The first bits of some bytes as signs; bits that fill up the last sign are 0."""
    bits = int.from_bytes(content) << (-len(content) * 8 % _BITS)
    every = (len(content) * 8 + _BITS - 1) // _BITS
    return "".join(SIGNS[bits >> (every - place) * _BITS & 31] for place in range(1, how_many + 1))


def _bytes(signs: str) -> bytes:
    bits = 0
    for sign in signs:
        bits = bits << _BITS | SIGNS.index(sign)
    return (bits >> len(signs) * _BITS % 8).to_bytes(len(signs) * _BITS // 8)
