"""Photos are shown to whoever has signed in, of those who agreed; a page that takes more than others says so."""

import pytest


def test_photo_is_shown_to_who_has_signed_in_and_kept_by_her_own_browser_alone(house, as_rosa):
    house.photos["one.jpg"] = b"a photo"
    answer = as_rosa.get("/photos/one.jpg")
    assert (answer.status_code, answer.content) == (200, b"a photo")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "private, max-age=3600"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_photo_is_shown_to_nobody_else(house, browser):
    house.photos["one.jpg"] = b"a photo"
    assert browser.get("/photos/one.jpg").status_code == 404


@pytest.mark.parametrize("name", ["two.jpg", "broken", "%00", "..%2Fsettings.toml"])
def test_photo_that_is_not_shown_is_not_there(as_rosa, name):
    answer = as_rosa.get(f"/photos/{name}")
    assert answer.status_code == 404
    assert b"the disk" not in answer.content


@pytest.mark.parametrize(("path", "sent", "status"), [("/plan", 2_900_000, 200), ("/plan", 3_000_001, 413)])
def test_page_takes_as_much_as_it_says_and_no_more(as_rosa, path, sent, status):
    answer = as_rosa.post(path, files={"plan": ("plan.png", b"x" * sent)})
    assert answer.status_code == status
