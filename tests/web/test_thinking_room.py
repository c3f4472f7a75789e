"""Slow work waits for its turn, so that whoever only wants a page is not kept from it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from alongside.web import opening
from alongside.web.thinking_room import ThinkingRoom, TooManyAtOnce


def most_at_once(room, asked):
    """Ask so many times at one moment; return how many were in the room together, and how many were sent away."""
    there, most, away, count = 0, 0, 0, threading.Lock()
    leave = threading.Event()

    def work():
        nonlocal there, most, away
        try:
            with room.turn():
                with count:
                    there += 1
                    most = max(most, there)
                leave.wait(10)
                with count:
                    there -= 1
        except TooManyAtOnce:
            with count:
                away += 1
                if away + there >= asked:
                    leave.set()

    with ThreadPoolExecutor(asked) as threads:
        done = [threads.submit(work) for _ in range(asked)]
        threading.Timer(0.3, leave.set).start()
        for one in done:
            one.result()
    return most, away


def test_two_at_once_some_wait_and_the_rest_are_sent_away():
    assert most_at_once(ThinkingRoom(at_once=2, waiting=3, patience=10), 9) == (2, 4)


def test_control_a_large_room_lets_all_in():
    assert most_at_once(ThinkingRoom(at_once=9, waiting=0, patience=10), 9) == (9, 0)


def test_whoever_waits_too_long_is_asked_to_come_again():
    room = ThinkingRoom(at_once=1, waiting=1, patience=0.01)
    with room.turn(), pytest.raises(TooManyAtOnce), room.turn():
        pass
    with room.turn():
        pass


def test_room_is_free_again_after_a_fault():
    room = ThinkingRoom(at_once=1, waiting=0, patience=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), room.turn():
            raise ZeroDivisionError


def test_page_says_so_and_nothing_is_done(as_rosa, monkeypatch):
    room = ThinkingRoom(at_once=1, waiting=0, patience=0)
    monkeypatch.setattr(opening, "ROOM", room)
    before = as_rosa.get("/bakery/crumb/loaves").text.count("sourdough")
    with room.turn():
        answer = as_rosa.post("/bakery/crumb/loaves", data={"name": "sourdough"})
        assert answer.status_code == 503
        assert "Many people ask for this just now." in answer.text
        assert as_rosa.get("/bakery/crumb/loaves").text.count("sourdough") == before
    assert "It has risen." in as_rosa.post("/bakery/crumb/loaves", data={"name": "sourdough"}).text
