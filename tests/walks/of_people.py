"""Walks through one's own page: how I see things, what I like, how I am reached, who supports me, my photo."""

import io
from pathlib import Path

from PIL import Image

from .walk import Walk

PERSON = "SELECT {} FROM people_person WHERE id = :person"


def my_page(hands):
    hands.unfold("Other pages")
    hands.follow("About me")


def choices(hands, place):
    my_page(hands)
    hands.choose("By letter", name="format")
    hands.follow("Keep my choices")
    hands.sees("We have kept your choices.")
    assert place.asked(PERSON.format("preferred_format")) == "letter"


def seeing(hands, place):
    hands.unfold("How I see things")
    hands.follow("Keep this for me")
    hands.choose("Dark", name="colours")
    hands.choose("Larger", name="text_size")
    hands.follow("Keep it like this")
    assert place.asked(PERSON.format("colours")) == "dark"


def seeing_at_her_own_address(hands, place):
    """Where somebody who looks after people would change it for her."""
    hands.arrive(f"/people/{place.person}/seeing")
    hands.choose("Light", name="colours")
    hands.follow("Keep it like this")
    assert place.asked(PERSON.format("colours")) == "light"


def for_now(hands, _place):
    hands.unfold("How I see things")
    hands.follow("Dark")
    assert hands.page.get_attribute("html", "data-colours") == "dark"
    hands.follow("More words")
    assert "easy" not in (hands.page.get_attribute("body", "class") or "")


def contact(hands, place):
    my_page(hands)
    hands.follow("How we reach you")
    hands.write("Phone number", "01632 960999")
    hands.follow("Keep this")
    assert place.asked(PERSON.format("phone")) == "01632 960999"


def supporter(hands, place):
    my_page(hands)
    hands.follow("Choose who supports you")
    hands.choose("Owen Blake", name="supporter")
    hands.choose("3 months", name="months")
    hands.follow("Choose")
    assert place.asked("SELECT count(*) FROM people_supporter WHERE person = :person")


def photo(hands, place):
    my_page(hands)
    hands.follow("Show a photo of you")
    file = Path(place.home) / "walk.png"
    drawn = io.BytesIO()
    Image.new("RGB", (200, 200), "#0A4B4A").save(drawn, "PNG")
    file.write_bytes(drawn.getvalue())
    hands.hand_in("Choose a photo", str(file))
    hands.tick("People here can see my photo")
    hands.follow("Keep this photo")
    assert place.asked(PERSON.format("photo"))


def take_along(hands, _place):
    my_page(hands)
    hands.follow("What we keep about me")
    hands.follow("Take it with me")
    hands.go("Give me the file")
    with hands.page.expect_download() as given:
        hands.press("Enter")
    assert given.value.suggested_filename.endswith(".json")


HERE = "/people/{person}"
WALKS = (
    Walk(name="say how I want to be told", steps=choices, who="Esme Clarke", most=26, sends=(HERE,)),
    Walk(name="see things my way", steps=seeing, who="Isaac Field", most=42, sends=("/seeing",), quick=True),
    Walk(
        name="see things my way at my own address",
        steps=seeing_at_her_own_address,
        who="Tom Ridley",
        most=20,
        sends=(f"{HERE}/seeing",),
    ),
    Walk(name="see things another way for now", steps=for_now, who="Ivy Prentice", most=28),
    Walk(name="say how I am reached", steps=contact, who="Esme Clarke", most=25, sends=(f"{HERE}/contact",)),
    Walk(
        name="choose who supports me", steps=supporter, who="Jacob Stern", most=30, sends=(f"{HERE}/supporters",)
    ),
    Walk(
        name="take what is kept of me with me",
        steps=take_along,
        who="Esme Clarke",
        most=40,
        sends=("/me/take-along",),
    ),
    Walk(name="show a photo of me", steps=photo, who="Jamie Orchard", most=26, sends=(f"{HERE}/photo",)),
)
