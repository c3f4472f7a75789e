"""A recording as it is sent: what kind it is and how long, told from its bytes and never from its name.

Nothing is decoded here and nothing is converted: headers are read, as RIFF/WAVE, RFC 3533 (Ogg), RFC 7845 (Opus),
ISO/IEC 14496-12 (MP4) and ISO/IEC 11172-3 (MP3) have them. What does not add up is refused.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

import attrs

from alongside.refusal import BadInput, worded

LARGEST = 2_000_000
"""The most bytes of a recording: a minute and a half at a good quality of speech."""

LONGEST = 90
"""The most seconds, the same for all who stand."""

ENDINGS = (".mp3", ".m4a", ".ogg", ".opus", ".wav")

MEDIA: Mapping[str, str] = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav"}
"""By kind, as what a recording is handed out."""


class NotASound(BadInput):
    """What was sent cannot be played as a recording; nothing of it was kept."""


@attrs.frozen
class Sound:
    """What was found: the kind, one of ``MEDIA``, and the length in whole seconds, at least one."""

    kind: str
    seconds: int


def look(content: bytes) -> Sound:
    """Return what a recording is.

    Raises:
        NotASound: where it is none, too large, or too long.
    """
    if len(content) > LARGEST:
        raise NotASound(worded("decisions", "This recording has more than 2 million bytes. Make a shorter one."))
    found = _found(content)
    if found is None:
        raise NotASound(
            worded("decisions", "This file could not be read as a recording. Send MP3, M4A, Ogg or WAV.")
        )
    if found.seconds > LONGEST:
        raise NotASound(
            worded(
                "decisions",
                "This recording is {n} seconds long; the most is {most}, the same for all. Make a shorter one.",
                n=found.seconds,
                most=LONGEST,
            )
        )
    return found


def _found(content: bytes) -> Sound | None:
    for kind, read in _READERS.items():
        try:
            seconds = read(content)
        except (ValueError, ArithmeticError, LookupError, struct.error):
            continue
        if seconds and seconds > 0:
            return Sound(kind, max(1, round(seconds)))
    return None


def _wav(content: bytes) -> float:
    """A WAVE file: the size of its samples over the bytes of a second."""
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        return 0
    chunks = dict(_chunks(content, 12))
    (rate,) = struct.unpack_from("<I", chunks[b"fmt "], 8)
    return float(len(chunks[b"data"]) / rate)


def _chunks(content: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        yield name, content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _ogg(content: bytes) -> float:
    """An Ogg stream of Opus or Vorbis: the position of its last page over its rate."""
    if content[:4] != b"OggS":
        return 0
    (position,) = struct.unpack_from("<q", content, content.rindex(b"OggS") + 6)
    first = content[27 + content[26] :]
    if first.startswith(b"OpusHead"):
        (skipped,) = struct.unpack_from("<H", first, 10)
        return float((position - skipped) / 48_000)
    if first.startswith(b"\x01vorbis"):
        (rate,) = struct.unpack_from("<I", first, 12)
        return float(position / rate)
    return 0


def _m4a(content: bytes) -> float:
    """An MP4 file with sound and no pictures: what its movie header says."""
    if content[4:8] != b"ftyp":
        return 0
    moov = dict(_boxes(content, 0))[b"moov"]
    if b"soun" not in moov or b"vide" in moov:
        return 0
    mvhd = dict(_boxes(moov, 0))[b"mvhd"]
    form, at = (">IQ", 20) if mvhd[0] == 1 else (">II", 12)
    scale, length = struct.unpack_from(form, mvhd, at)
    return float(length / scale)


def _boxes(content: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        if size < 8:
            raise ValueError("a box that is shorter than its head")
        yield name, content[at + 8 : at + size]
        at += size


_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_BITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_LEAST_FRAMES = 4
"""So many frames, one after the other, are chance no more."""


def _mp3(content: bytes) -> float:
    """An MP3 file: its frames, one by one to the last whole one."""
    at = _after_tag(content)
    frames, seconds = 0, 0.0
    while at + 4 <= len(content):
        frame = _frame(content[at : at + 4])
        if frame is None:
            break
        length, lasts = frame
        at, frames, seconds = at + length, frames + 1, seconds + lasts
    whole = at >= len(content) - 1024 or content[at : at + 3] in {b"TAG", b"APE"}
    return seconds if frames >= _LEAST_FRAMES and whole else 0


def _after_tag(content: bytes) -> int:
    """Where sound begins: behind a tag in the format ID3v2, whose size has seven bits in each byte."""
    if content[:3] != b"ID3":
        return 0
    return 10 + sum(byte << 7 * place for place, byte in enumerate(reversed(content[6:10])))


def _frame(head: bytes) -> tuple[int, float] | None:
    """The bytes and the seconds of a frame of layer III, None where there is none."""
    (bits,) = struct.unpack(">I", head)
    version, layer = bits >> 19 & 3, bits >> 17 & 3
    if bits >> 21 != 0x7FF or version == 1 or layer != 1:
        return None
    which, rated, padded = bits >> 12 & 15, bits >> 10 & 3, bits >> 9 & 1
    if which in {0, 15} or rated == 3:
        return None
    rate = _RATES[version][rated]
    kilobits, samples = (_BITS_1[which], 1152) if version == 3 else (_BITS_2[which], 576)
    return samples // 8 * kilobits * 1000 // rate + padded, samples / rate


_READERS: Mapping[str, Callable[[bytes], float]] = {"wav": _wav, "ogg": _ogg, "m4a": _m4a, "mp3": _mp3}
