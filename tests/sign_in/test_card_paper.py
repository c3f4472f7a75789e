"""Cards on paper: an accessible PDF, whose codes hold exactly the address with the secret."""

import io
import re
from datetime import date

import pikepdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from page import ValidationProfile, validate_pdf_bytes
from PIL import Image

from alongside.people.face import Face
from alongside.sign_in.card import new_secret, path_of
from alongside.sign_in.pages.card_paper import ON_A_SHEET, PrintedCard, cards_pdf, code

ORIGIN = "https://cafe.local:8443"
NAMES = ("Sam", "Rosalind Quillfeather", "Bartholomew-James", "Ngozi", "Zoë <b>", "Wolfeschlegelsteinhausen", "A")


def paper(names):
    made = [
        PrintedCard(
            face=Face(name, name, None, "guitar" if len(name) == 3 else None),
            name=name,
            secret=new_secret(),
            serial="7K2M-Q9XT",
        )
        for name in names
    ]
    pdf = cards_pdf(
        made, origin=ORIGIN, owner="Tideline Together", made_on=date(2026, 11, 23), words={}, photos={}
    )
    return made, pdf


def matrix_of(svg):
    """The dark squares of a drawn code, its quiet edge left out: a line begins at M or m and goes right."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    dark, x, y = set(), 0.0, 0.0
    for sign, one, two in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", re.search(r'd="([^"]+)"', svg)[1]):
        if sign == "h":
            dark |= {(int(y), int(x) + step) for step in range(int(one))}
            x += float(one)
        else:
            x, y = (float(one), float(two)) if sign == "M" else (x + float(one), y + float(two))
    return [[(row, column) in dark for column in range(4, size - 4)] for row in range(4, size - 4)]


@settings(max_examples=25)
@given(st.builds(new_secret), st.sampled_from([ORIGIN, "http://127.0.0.1:8080", "https://192.168.1.20:8443"]))
def test_code_holds_the_address_with_the_secret_and_nothing_else(secret, origin):
    drawn = matrix_of(code(f"{origin}{path_of(secret)}", "Sam"))
    expected = segno.make(f"{origin}/card/{secret}", error="m", micro=False)
    assert drawn == [[bool(one) for one in row] for row in expected.matrix]
    other = segno.make(f"{origin}/card/{new_secret()}", error="m", micro=False)
    assert drawn != [[bool(one) for one in row] for row in other.matrix]


def test_code_is_large_enough_for_a_camera():
    longest = segno.make(f"https://laptop-in-the-office.fritz.box:8443/card/{new_secret()}", error="m")
    assert 33 / (longest.symbol_size(border=4)[0]) > 0.65  # millimetres of one square; half would do


@pytest.fixture(scope="module")
def printed():
    return paper([*NAMES, "Leah", "Owen"])


def test_paper_is_accessible(printed):
    _, pdf = printed
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


def said_in(pdf):
    """What is said of the pictures of a paper to whoever listens."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join(str(one.get("/Alt", "")) for one in opened.objects if isinstance(one, pikepdf.Dictionary))


def test_paper_says_in_words_whose_code_it_is_and_never_what_is_in_it(printed):
    made, pdf = printed
    said = said_in(pdf)
    assert "The code of Sam’s card" in said
    assert not [one.secret for one in made if one.secret in said or one.secret.encode() in pdf]


def test_eight_cards_stand_on_a_sheet(printed):
    made, pdf = printed
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == -(-len(made) // ON_A_SHEET)


def colours_of(pdf):
    """The colour in the middle of each image on a paper."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        found = [pikepdf.PdfImage(one).as_pil_image() for one in streams if one.get("/Subtype") == "/Image"]
    return [one.convert("RGB").getpixel((one.width // 2, one.height // 2)) for one in found]


@pytest.mark.parametrize("agreed", [True, False])
def test_photo_stands_on_the_card_of_whoever_agreed_to_it(agreed):
    drawn = io.BytesIO()
    Image.new("RGB", (96, 96), "#0A4B4A").save(drawn, "PNG")
    address = "/photos/sam.jpg"
    face = Face("sam", "Sam Whitlock", address if agreed else None, "boat")
    made = [PrintedCard(face=face, name="Sam", secret=new_secret(), serial="7K2M-Q9XT")]
    pdf = cards_pdf(
        made,
        origin=ORIGIN,
        owner="Tideline Together",
        made_on=date(2026, 11, 23),
        words={},
        photos={address: drawn.getvalue()},
    )
    assert colours_of(pdf) == ([(0x0A, 0x4B, 0x4A)] if agreed else [])
    assert ("Photo of Sam Whitlock" in said_in(pdf)) == agreed
