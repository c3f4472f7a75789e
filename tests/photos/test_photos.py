"""A photo that is sent becomes a small square without anything else in it, in a process that can be ended."""

import io
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from alongside.photos import making
from alongside.photos.folder import STRAY_AFTER, PhotoFolder
from alongside.photos.making import make_photo
from alongside.photos.photo import LARGEST, SIDE, NotAPhoto, address_of, is_name, square_in


def sent(kind="JPEG", size=(640, 480), colour=(200, 30, 40), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind, **more)
    return out.getvalue()


def opened(content):
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(("kind", "size"), [("JPEG", (640, 480)), ("PNG", (480, 900)), ("WEBP", (20, 20))])
def test_photo_becomes_a_small_square_jpeg(kind, size):
    made = opened(make_photo(sent(kind, size)))
    assert (made.format, made.size, made.mode) == ("JPEG", (SIDE, SIDE), "RGB")
    assert all(abs(one - other) < 12 for one, other in zip(made.getpixel((9, 9)), (200, 30, 40), strict=True))


def test_nothing_of_the_sent_file_but_the_picture_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "A house in Harbour Street"
    exif.get_ifd(0x8825)[1] = "N"
    photo = sent(exif=exif, comment=b"by her brother")
    assert b"Harbour Street" in photo
    assert b"by her brother" in photo
    made = make_photo(photo)
    assert b"Harbour" not in made
    assert b"brother" not in made
    assert dict(opened(made).getexif()) == {}


def test_photo_that_was_held_sideways_is_put_upright():
    picture = Image.new("RGB", (200, 100), "white")
    picture.paste((0, 0, 200), (0, 0, 60, 100))  # blue at the left, which is the top when it is upright
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    made = opened(make_photo(out.getvalue()))
    assert made.getpixel((SIDE // 2, 4))[0] < 90
    assert made.getpixel((SIDE // 2, SIDE - 4))[0] > 200


def test_what_is_clear_becomes_white():
    made = opened(make_photo(sent("PNG", mode="RGBA", colour=(0, 0, 0, 0))))
    assert min(made.getpixel((5, 5))) > 245


@pytest.mark.parametrize(
    "content",
    [b"", b"no photo", sent()[:400], sent("GIF"), sent("TIFF"), b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ids=["nothing", "words", "cut short", "gif", "tiff", "svg"],
)
def test_what_is_no_photo_is_refused_in_words(content):
    with pytest.raises(NotAPhoto, match="could not be read as a photo"):
        make_photo(content)


def test_file_that_is_too_large_is_refused_before_anything_is_read():
    with pytest.raises(NotAPhoto, match="10 million bytes"):
        make_photo(b"x" * (LARGEST + 1))


def test_small_file_with_an_enormous_picture_is_refused_by_what_its_first_bytes_say():
    bomb = sent("PNG", (8000, 5001), mode="1", colour=0)
    assert len(bomb) < 20_000
    with pytest.raises(NotAPhoto, match="40 million points"):
        make_photo(bomb)


def test_forty_million_points_are_still_read():
    assert opened(make_photo(sent("PNG", (8000, 5000), mode="1", colour=1))).size == (SIDE, SIDE)


def test_process_that_takes_too_long_is_ended():
    before = time.monotonic()
    with pytest.raises(NotAPhoto, match="too long"):
        make_photo(sent(), deadline=0.01)
    assert time.monotonic() - before < 5


def test_process_may_not_take_all_the_memory(tmp_path):
    greedy = (
        "from alongside.photos import process\n"
        "process._limit()\n"
        "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    raise SystemExit(9)\n"
    )
    import subprocess
    import sys

    assert subprocess.run([sys.executable, "-c", greedy]).returncode == 9


def test_no_more_than_two_are_read_at_once():
    assert making._two_at_once._value == 2


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_square_lies_within_the_picture_and_is_as_large_as_can_be(width, height):
    left, upper, right, lower = square_in(width, height)
    assert min(left, upper, width - right, height - lower) >= 0
    assert right - left == lower - upper == min(width, height)


# --- the folder


def test_photo_is_kept_under_a_name_that_tells_nothing_and_only_such_names_are_read(tmp_path):
    folder = PhotoFolder(tmp_path / "photos")
    name = folder.keep(b"a photo")
    assert is_name(name)
    assert folder.read(name) == b"a photo"
    (tmp_path / "settings.toml").write_text("secret")
    for other in ("../settings.toml", "settings.toml", f"../photos/{name}", name.upper(), "", "0" * 32 + ".jpg"):
        assert folder.read(other) is None
    assert folder.handed_over([address_of(name), "/photos/../settings.toml", "/week", None]) == {
        address_of(name): b"a photo"
    }
    folder.remove(name)
    folder.remove(name)
    assert folder.read(name) is None


def test_stray_photos_are_taken_away_after_a_day_and_those_of_people_stay(tmp_path):
    folder = PhotoFolder(tmp_path / "photos")
    hers, stray, new = (folder.keep(b"x") for _ in range(3))
    half = folder.path / f".{'0' * 32}.jpg"
    half.write_bytes(b"half")
    now = time.time()
    for old in (hers, stray, half.name):
        os.utime(folder.path / old, (now - STRAY_AFTER - 60,) * 2)
    assert folder.remove_strays({hers}, now) == 2
    assert sorted(one.name for one in folder.path.iterdir()) == sorted([hers, new])


def test_backup_takes_the_photos_along(tmp_path):
    from alongside.house.backups.content import files_of

    name = PhotoFolder(tmp_path / "photos").keep(b"x")
    assert tmp_path / "photos" / name in files_of(tmp_path, ())
