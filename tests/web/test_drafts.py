"""Drafts: kept by the browser between two pages, readable in its own session alone, and noted nowhere."""

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from alongside.web import GoTo
from alongside.web.drafts import LONGEST, seal, unseal

TEXTS = st.text(max_size=LONGEST // 4)


@given(TEXTS, TEXTS, st.text(min_size=1), st.text(min_size=1))
def test_draft_is_read_with_the_secret_it_was_sealed_with_and_no_other(draft, other, secret, wrong):
    sealed = seal(draft, secret)
    assert unseal(sealed, secret) == draft
    assert unseal(sealed, wrong) == (draft if wrong == secret else "")
    # No two are alike, and none tells by its length what it holds.
    assert seal(draft, secret) != sealed
    assert len(seal(other, secret)) == len(sealed)


@given(st.text())
def test_no_text_that_we_did_not_seal_is_a_draft(text):
    assert unseal(text, "a secret") == ""


def test_draft_that_would_be_longer_than_the_others_is_a_fault_of_ours():
    assert unseal(seal("x" * LONGEST, "s"), "s") == "x" * LONGEST
    with pytest.raises(ValueError, match="a draft of 1536 bytes"):
        seal("x" * (LONGEST + 1), "s")


def test_draft_is_there_on_the_next_page_until_it_is_forgotten(as_rosa):
    assert "nothing yet" in as_rosa.get("/errand").text
    assert "two loaves" in as_rosa.post("/errand", data={"words": "two loaves"}).text
    assert "two loaves" in as_rosa.get("/errand").text
    assert "nothing yet" in as_rosa.post("/errand", data={"words": ""}).text


def test_draft_stands_in_the_browser_sealed_and_no_script_reads_it(as_rosa):
    gone = as_rosa.post("/errand", data={"words": "two loaves"}, follow_redirects=False)
    kept = next(one for one in gone.headers.get_list("set-cookie") if "draft" in one)
    assert "HttpOnly" in kept
    assert "loaves" not in kept + gone.headers["location"]
    assert "Max-Age" not in kept  # nobody is hurried


def test_whoever_comes_after_cannot_read_it_even_with_the_cookie(as_rosa):
    as_rosa.post("/errand", data={"words": "two loaves"})
    sealed = next(one.value for one in as_rosa.cookies.jar if "draft" in one.name)
    name = next(one.name for one in as_rosa.cookies.jar if "draft" in one.name)
    as_rosa.post("/finished")
    assert not any("draft" in one.name for one in as_rosa.cookies.jar)
    as_rosa.post("/who", data={"person": "p2"})
    as_rosa.cookies.set(name, sealed, domain="127.0.0.1")
    assert "nothing yet" in as_rosa.get("/errand").text


def test_nothing_is_kept_in_the_house_of_a_form_that_makes_a_draft(as_rosa, house):
    before = everything(house)
    as_rosa.post("/errand", data={"words": "two loaves"})
    as_rosa.post("/errand", data={"words": ""})
    assert everything(house) == before
    as_rosa.post("/bakery/crumb/loaves", data={"name": "rye"})
    assert everything(house) != before  # the control: of any other form there is a note


def test_draft_is_in_no_repr():
    assert "yes" not in repr(GoTo("/check", draft="yes"))


def everything(house):
    found = sa.MetaData()
    found.reflect(house.store.engine)
    with house.store.engine.connect() as connection:
        return [repr(row) for table in found.sorted_tables for row in connection.execute(sa.select(table))]
