import pytest

from alongside.web import Form, GoTo


def test_form_with_a_name_twice_gives_the_last_and_every_one():
    form = Form((("skill", "till"), ("name", "Rosa"), ("skill", "kitchen")))
    assert form["skill"] == "kitchen"
    assert form.every("skill") == ("till", "kitchen")
    assert form.every("nothing") == ()
    assert dict(form) == {"skill": "kitchen", "name": "Rosa"}


@pytest.mark.parametrize(
    "path", ["http://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "", "/a\r\nb"]
)
def test_going_on_to_another_site_cannot_be_said(path):
    with pytest.raises(ValueError, match="path of our own"):
        GoTo(path)
