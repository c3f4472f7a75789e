"""The numbers in a block of ``.blt`` ballots, read all at once: a line a ballot, one space between words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from alongside.decisions.counting.packing import SPARE, Lines, Many

LONGEST_NUMBER = 12
"""Digits of a number; longer ones are a mistake."""

Signs = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


class NotPlain(Exception):
    """This is for the reader of lines."""


def lines(block: bytes, candidates: int) -> Lines:
    """Read a block of whole lines.

    Raises:
        NotPlain: where anything but plain ballots stands in it.
    """
    signs = np.frombuffer(block, np.uint8)
    digits = signs - np.uint8(ord("0"))
    is_digit = digits < 10
    lasts = np.flatnonzero(is_digit[:-1] > is_digit[1:])
    ballots = _ballots(signs, digits, is_digit, len(lasts))
    numbers = _numbers(signs, digits, is_digit, lasts)
    # The zero that ends a line is its only one.
    zeros = np.flatnonzero(numbers == 0)
    if len(zeros) != ballots:
        raise NotPlain
    starts = np.concatenate(([0], zeros[:-1] + 1))
    sizes = zeros - starts - 1
    many = _many(numbers, starts)
    if sizes.min() < 0 or numbers.max() > candidates:
        raise NotPlain
    lane = np.uint8 if candidates < 1 << 8 else np.uint16
    spare = np.zeros(SPARE, lane)
    return Lines(np.concatenate((numbers.astype(lane, copy=False), spare)), starts, sizes, many)


def _ballots(signs: Signs, digits: Signs, is_digit: Mask, numbers: int) -> int:
    """How many lines there are, each ended by a zero of its own; one sign stands between any two numbers."""
    ends = signs == ord("\n")
    lines, between = int(np.count_nonzero(ends)), len(signs) - np.count_nonzero(is_digit)
    if between != numbers or np.count_nonzero(signs == ord(" ")) + lines != between:
        raise NotPlain
    zeros_alone = (ends[2:] & (digits[1:-1] == 0)) > is_digit[:-2]
    if not lines or np.count_nonzero(zeros_alone) != lines:
        raise NotPlain
    return lines


def _numbers(signs: Signs, digits: Signs, is_digit: Mask, lasts: Places) -> NDArray[np.uint8] | NDArray[np.int64]:
    """The numbers of which the last digits stand there."""
    tens = digits * is_digit.view(np.uint8)
    tens *= np.uint8(10)
    digits[1:] += tens[:-1]
    numbers = digits[lasts]
    two = is_digit[1:] & is_digit[:-1]
    if (two[1:] & two[:-1]).any():
        firsts = np.flatnonzero(is_digit[1:] > is_digit[:-1]) + 1
        lengths = lasts - np.concatenate(([0], firsts)) + 1
        return _with_hundreds(numbers.astype(np.int64), signs, lasts, lengths)
    return numbers


def _with_hundreds(numbers: NDArray[np.int64], signs: Signs, lasts: Places, lengths: Places) -> NDArray[np.int64]:
    """Add what the digits before the last two are worth."""
    if lengths.max() > LONGEST_NUMBER:
        raise NotPlain
    for power in range(2, int(lengths.max())):
        longer = np.flatnonzero(lengths > power)
        digits = signs[lasts[longer] - power] - np.uint8(ord("0"))
        numbers[longer] += digits.astype(np.int64) * 10**power
    return numbers


def _many(numbers: NDArray[np.uint8] | NDArray[np.int64], starts: Places) -> Many | None:
    """How many ballots each line stands for, which is then no longer among the numbers; None where it is one."""
    many = numbers[starts]
    if (many == 1).all():
        return None
    numbers[starts] = 1
    return many.astype(np.int64)
