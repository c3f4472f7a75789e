import pytest

from alongside.web import Form, GoTo
from alongside.web.asked import Asked


def test_form_with_a_name_twice_gives_the_last_and_every_one():
    form = Form((("skill", "till"), ("name", "Rosa"), ("skill", "kitchen")))
    assert form["skill"] == "kitchen"
    assert form.every("skill") == ("till", "kitchen")
    assert form.every("nothing") == ()
    assert dict(form) == {"skill": "kitchen", "name": "Rosa"}


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("%E2%80%8B", ""),
        ("%E2%80%8B%20%E2%81%A0%C2%A0", ""),
        ("%20%0A", ""),
        ("a%E2%80%8Bb", "a\u200bb"),
        ("%F0%9F%AB%A9", "\U0001fae9"),
    ],
)
def test_text_in_which_nothing_can_be_seen_is_read_as_empty(sent, read):
    form = Asked(
        here="/", content_type="application/x-www-form-urlencoded", body=f"title={sent}".encode("ascii")
    ).form()
    assert form["title"] == read


@pytest.mark.parametrize(
    "path", ["http://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "", "/a\r\nb"]
)
def test_going_on_to_another_site_cannot_be_said(path):
    with pytest.raises(ValueError, match="path of our own"):
        GoTo(path)
