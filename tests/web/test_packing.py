"""Packing: small on the line, the same when unpacked, and no length that tells a secret."""

import gzip
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar, Response, get
from litestar.params import FromPath
from litestar.testing import TestClient

from alongside.web.packing import LEAST, _gzip, packed

PAGE = "<p>Sam starts at 10 o’clock.</p>" * 100
PAPER = b"%PDF" + secrets.token_bytes(4_000)


@get("/page", sync_to_thread=False)
def page() -> Response[str]:
    return Response(PAGE, media_type="text/html; charset=utf-8")


@get("/short", sync_to_thread=False)
def short() -> Response[str]:
    return Response("<p>Hello.</p>", media_type="text/html; charset=utf-8")


@get("/lasting", sync_to_thread=False)
def lasting() -> Response[str]:
    return Response(PAGE, media_type="text/css", headers={"cache-control": "public, max-age=60"})


@get("/paper", sync_to_thread=False)
def paper() -> Response[bytes]:
    return Response(PAPER, media_type="application/pdf")


@pytest.fixture(scope="module")
def browser():
    app = Litestar([page, short, lasting, paper], openapi_config=None, logging_config=None)
    app.asgi_handler = packed(app.asgi_handler)
    with TestClient(app) as client:
        yield client


def length(answer):
    return int(answer.headers["content-length"])


def test_text_is_packed_and_says_so(browser):
    answer = browser.get("/page", headers={"accept-encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "accept-encoding"
    assert length(answer) < len(PAGE.encode()) / 5
    assert answer.text == PAGE


def test_browser_that_takes_no_packed_text_gets_it_as_it_is(browser):
    answer = browser.get("/page", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert length(answer) == len(PAGE.encode())


@pytest.mark.parametrize("path", ["/short", "/paper"])
def test_what_would_hardly_be_smaller_stays_as_it_is(browser, path):
    answer = browser.get(path, headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert length(answer) == len(answer.content)


def test_what_is_the_same_for_everybody_is_packed_the_same_each_time(browser):
    lengths = {length(browser.get("/lasting")) for _turn in range(20)}
    assert len(lengths) == 1


def test_address_that_does_not_exist_is_answered_as_ever(browser):
    assert browser.get("/nowhere").status_code == 404


@given(st.binary(min_size=LEAST, max_size=5_000), st.text("abcdef0123456789", max_size=120))
def test_what_was_packed_is_the_same_when_it_is_unpacked(content, name):
    assert gzip.decompress(_gzip(content, name)) == content


def guessed(secret, guess):
    """A page with a secret in it that repeats what stood in its address, as BREACH needs it."""
    return (PAGE + f'<input value="{secret}"><p>Nothing is called value="{guess}"</p>').encode()


@get("/guess/{guess:str}", sync_to_thread=False)
def guessing(guess: FromPath[str]) -> Response[bytes]:
    return Response(guessed("k3Jd92Lq", guess), media_type="text/html; charset=utf-8")


def test_length_of_a_page_does_not_tell_a_right_guess_from_a_wrong_one():
    app = Litestar([guessing], openapi_config=None, logging_config=None)
    app.asgi_handler = packed(app.asgi_handler)
    with TestClient(app) as client:
        right, wrong = (
            [length(client.get(f"/guess/{guess}")) for _turn in range(40)] for guess in ("k3Jd92Lq", "zW8xB17p")
        )
    assert len(set(right)) > 10
    assert max(right) > min(wrong)


def test_control_without_a_name_of_random_length_a_right_guess_is_shorter():
    assert len(_gzip(guessed("k3Jd92Lq", "k3Jd92Lq"), "")) < len(_gzip(guessed("k3Jd92Lq", "zW8xB17p"), ""))
