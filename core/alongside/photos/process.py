"""The process in which a sent picture is decoded: it may take so much time and memory, and then it is ended.

Decoders of pictures are large and have had faults. This one has no database and no file: it reads a picture from
standard input and writes a small square one to standard output, anew, so that nothing else of the sent file is
kept: no place where it was taken, no second picture inside.
"""

from __future__ import annotations

import io
import resource
import sys
from typing import TYPE_CHECKING

from alongside.photos.photo import KINDS, MOST_PIXELS, SIDE, square_in

if TYPE_CHECKING:
    from PIL import Image

MEMORY = 1 << 30
SECONDS = 10
NO_PICTURE, TOO_LARGE = 3, 4
"""What the process ends with where it is not done."""

_QUALITY = 84


def main() -> int:
    """Make one square picture; what it ends with tells why there is none."""
    _limit()
    from PIL import Image, UnidentifiedImageError

    try:
        # The size stands in the first bytes: nothing is decoded before it has been looked at.
        with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=KINDS) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                return TOO_LARGE
            sys.stdout.buffer.write(_square(sent))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return NO_PICTURE
    return 0


def _limit() -> None:
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (most, most))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file; a pipe is none


def _square(sent: Image.Image) -> bytes:
    from PIL import Image, ImageOps

    # Large JPEGs are decoded smaller at once, which takes a fraction of the memory.
    sent.draft("RGB", (2 * SIDE, 2 * SIDE))
    upright = ImageOps.exif_transpose(sent)
    cut = upright.crop(square_in(upright.width, upright.height)).resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    _anew(cut).save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _anew(cut: Image.Image) -> Image.Image:
    """The points alone in a new picture: what was written beside them stays behind, and what is clear is white."""
    from PIL import Image

    new = Image.new("RGB", cut.size, "white")
    clear = "transparency" in cut.info or "A" in cut.getbands()
    if clear:
        cut = cut.convert("RGBA")
    new.paste(cut.convert("RGB"), mask=cut.getchannel("A") if clear else None)
    return new


if __name__ == "__main__":
    sys.exit(main())
