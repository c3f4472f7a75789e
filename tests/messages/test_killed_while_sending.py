"""A sender that is killed at any moment sends nothing twice and loses nothing silently."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from toy_tideline import EVE

from alongside.messages.delivery import LONGEST

PROGRAM = Path(__file__).parent / "sending_program.py"


@pytest.fixture
def program(with_mail, server):
    """Run the program; return its exit code."""
    address = with_mail.store.engine.url.render_as_string(hide_password=False)

    def run(how, place):
        done = subprocess.run([sys.executable, PROGRAM, address, str(server.port), how, place], timeout=60)
        return done.returncode

    return run


@pytest.mark.parametrize(("place", "arrived"), [("after", 1), ("before", 0)])
def test_sender_killed_in_the_middle_leaves_it_for_a_person_to_look(
    with_mail, server, write, sent, standing, program, clock, place, arrived
):
    write(EVE)
    assert program("claimed", place) == -9
    clock.now += LONGEST + timedelta(days=1)
    for _ in range(3):
        sent()
    assert (len(server.received), standing()) == (arrived, {EVE: ("stuck", "email")})


def test_sender_that_is_not_killed_sends_it_once(with_mail, server, write, sent, standing, program):
    write(EVE)
    assert program("claimed", "nowhere") == 0
    sent()
    assert (len(server.received), standing()) == (1, {EVE: ("gone", "email")})


def test_sender_that_notes_afterwards_sends_it_twice(server, write, program):
    """The control: without a claim, whoever comes after the crash sends it again."""
    write(EVE)
    assert program("noted_after", "after") == -9
    assert program("noted_after", "nowhere") == 0
    assert len(server.received) == 2


def test_sender_that_notes_before_loses_it_and_nobody_knows(server, write, program, standing):
    """The other control: noted as gone, it was never sent and nobody looks for it."""
    write(EVE)
    assert program("noted_before", "before") == -9
    assert (len(server.received), standing()) == (0, {EVE: ("gone", None)})
