"""A form is known again when it is sent once more, and no other one is taken for it."""

import pytest

from alongside.store import Actor
from alongside.web import sent
from alongside.web.asked import Asked


def with_file(boundary, *, mark="A.b", file="me.png", content=b"\x89PNG\r\n\0"):
    """A form with a file, as a browser packs it."""
    line = f"--{boundary}\r\nContent-Disposition: form-data; name="
    texts = f'{line}"_mark"\r\n\r\n{mark}\r\n{line}"title"\r\n\r\nHi\r\n'
    start = f'{line}"photo"; filename="{file}"\r\nContent-Type: image/png\r\n\r\n'
    body = f"{texts}{start}".encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return Asked(here="/photo", posted=True, content_type=f"multipart/form-data; boundary={boundary}", body=body)


FIRST = with_file("----First")


@pytest.fixture
def led(house):
    """Where a form leads after the first one was done; None where it is another one."""

    def to(asked):
        with house.store.unit(Actor.keyboard()) as unit:
            return sent.led_to(unit, asked)

    with house.store.unit(Actor.keyboard()) as unit:
        sent.note(unit, FIRST, "/done")
    return to


def test_form_with_a_file_is_known_again_although_the_browser_packs_it_anew(led):
    assert led(with_file("----Second")) == "/done"


@pytest.mark.parametrize("other", [{"mark": "C.d"}, {"file": "you.png"}, {"content": b"another"}])
def test_another_mark_file_or_name_of_it_makes_another_form(led, other):
    assert led(with_file("----First", **other)) is None


def test_what_is_no_form_is_no_fault_and_none_that_was_done(led):
    assert led(Asked(here="/photo", content_type=FIRST.content_type, body=b"nonsense")) is None
