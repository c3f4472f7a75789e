"""Every task of a member, from where she begins to where it is done: by keyboard, without scripts, on a phone."""

import os
import re
import sys
from pathlib import Path

import pytest

from . import (
    of_businesses,
    of_cafe,
    of_coming_in,
    of_days,
    of_decisions,
    of_managing,
    of_own_hours,
    of_people,
    of_rota,
    of_volunteering,
    of_ways_in,
    of_work,
)

pytestmark = pytest.mark.browser

ROOMS = (
    of_coming_in,
    of_ways_in,
    of_days,
    of_decisions,
    of_people,
    of_businesses,
    of_cafe,
    of_work,
    of_own_hours,
    of_rota,
    of_volunteering,
    of_managing,
)
WALKS = tuple(walk for room in ROOMS for walk in room.WALKS)
DOC = Path(__file__).parents[2] / "docs/who-may-open.md"

NO_WALK = {
    "/who": "there in a demo alone; by keyboard it is walked in tests/stories/test_browser.py",
    "/come-in/passkey": "a passkey is asked for by a script; without one the page says so",
    "/first/{step}": "the first questions are answered before there is a member",
}
"""Pages that members may send forms from and that no walk leads to, each with the reason."""


def sent_by_members():
    """The addresses that members may send forms to, as they are printed and tested in ``docs/who-may-open.md``."""
    lines = (line.split("|") for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    return {cells[2].strip().strip("`") for cells in lines if len(cells) > 4 and "send" in cells[4]}


def test_every_page_that_a_member_sends_something_from_has_a_walk():
    walked_to = {route for walk in WALKS for route in walk.sends}
    assert sent_by_members() - walked_to - set(NO_WALK) == set()


def test_control_pages_that_members_send_from_are_found_in_the_list():
    assert {"/decisions/{proposal}/vote", "/week", "/news"} <= sent_by_members()
    assert "/backups" not in sent_by_members()


def walked(place_of, chromium, capsys, walk, **more):
    place = place_of(walk)
    hands = place.hands(chromium, walk, **more)
    if folder := os.environ.get("ALONGSIDE_SCREENS"):  # `make screens`
        hands.pictures = Path(folder) / walk.name.replace(" ", "-")
    walk.steps(hands, place)
    told = f"{hands.presses} keys of {walk.most}, {hands.letters} letters, {hands.screens} screens"
    with capsys.disabled():
        sys.stderr.write(f"\n{walk.name:40} {told}")
    sent, faults, presses = hands.sent, list(dict.fromkeys(hands.faults)), hands.presses
    hands.close()
    return sent, faults, presses


@pytest.mark.parametrize("walk", [one for one in WALKS if one.quick], ids=lambda one: one.name)
def test_task_is_done_by_keyboard_without_scripts(place_of, chromium, capsys, walk):
    sent, faults, presses = walked(place_of, chromium, capsys, walk)
    assert faults == []
    assert presses <= walk.most
    assert [one for one in walk.sends if not any(fits(one, path) for path in sent)] == []


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("walk", [one for one in WALKS if not one.quick], ids=lambda one: one.name)
def test_every_other_task_is_done_by_keyboard_without_scripts_and_with_room_between_letters(
    place_of, chromium, capsys, walk
):
    sent, faults, presses = walked(place_of, chromium, capsys, walk, spaced=True)
    assert faults == []
    assert presses <= walk.most
    assert [one for one in walk.sends if not any(fits(one, path) for path in sent)] == []


def fits(route, path):
    """True if a path that was sent to is one of a route."""
    pieces = re.split(r"(\{[^}]*\})", route)
    return re.fullmatch("".join("[^/]+" if one.startswith("{") else re.escape(one) for one in pieces), path)
