"""How often one network address may ask: people never notice, a program that guesses does."""

import pytest

from alongside.web import guard, limits
from alongside.web.arrival import Arrival
from alongside.web.limits import Limits
from alongside.web.reached import Reached

CAFE, ELSEWHERE = "203.0.113.9", "203.0.113.10"
NETWORK = Reached.on_the_network(["cafe.local"], 8443)


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def counted(clock):
    return Limits(spares_this_computer=True, clock=clock)


def ask(counted, address=CAFE, method="GET", path="/who"):
    found = counted.objection(Arrival(method=method, path=path, headers={}, address=address))
    return found.wait if found else 0


def welcome(counted, times, **how):
    return sum(ask(counted, **how) == 0 for _ in range(times))


def test_six_hundred_pages_a_minute_are_welcome_and_then_one_waits(counted, clock):
    assert welcome(counted, 700) == 600
    assert ask(counted) == 1
    clock.now += 1
    assert welcome(counted, 100) == 10  # ten for each second
    clock.now += 3600
    assert welcome(counted, 700) == 600  # and never more than a minute's worth


def test_hundred_and_twenty_forms_a_minute_are_welcome_and_reading_goes_on(counted):
    assert welcome(counted, 130, method="POST") == 120
    assert ask(counted, method="POST") == 1
    assert ask(counted) == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "post", "MADE-UP", ""])
def test_whatever_may_change_something_counts_as_a_form(counted, method):
    assert welcome(counted, 200, method=method) == 120


def test_waiting_costs_nothing_so_that_whoever_waits_comes_in(counted, clock):
    welcome(counted, 600)
    assert welcome(counted, 1000) == 0
    clock.now += ask(counted)
    assert ask(counted) == 0


def test_pictures_and_typefaces_cost_an_eighth(counted):
    assert welcome(counted, 7000, path="/static/pictures/bread.svg") == 4800


def test_each_address_has_its_own_and_one_computer_of_the_newer_kind_counts_once(counted):
    welcome(counted, 600)
    assert (ask(counted, CAFE), ask(counted, ELSEWHERE)) == (1, 0)
    welcome(counted, 600, address="2001:db8:1:2::1")
    assert (ask(counted, "2001:db8:1:2:ffff::9"), ask(counted, "2001:db8:1:3::1")) == (1, 0)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1"])
def test_this_computer_is_spared_in_a_demo_alone(counted, address):
    assert welcome(counted, 2000, address=address) == 2000
    assert welcome(Limits(spares_this_computer=False, clock=Clock()), 2000, address=address) == 600


def test_what_came_over_no_network_is_not_counted(counted):
    assert welcome(counted, 2000, address="") == 2000


def test_ten_tablets_behind_one_address_open_their_first_page_at_once(counted):
    pages = sum(welcome(counted, 1) + welcome(counted, 40, path="/static/x.svg") for _ in range(10))
    assert pages == 410
    assert welcome(counted, 10 * 3, method="POST") == 30


def test_addresses_are_forgotten_after_a_minute_and_never_more_than_a_limit_are_kept(counted, clock, monkeypatch):
    for number in range(50):
        ask(counted, f"203.0.113.{number}")
    clock.now += 61
    ask(counted, CAFE)
    assert len(counted._buckets) == 1
    monkeypatch.setattr(limits, "_MOST_ADDRESSES", 100)
    for number in range(300):
        ask(counted, f"198.51.{number // 100}.{number % 100}")
    assert len(counted._buckets) == 100


def test_one_who_keeps_asking_is_not_forgotten(counted, clock):
    welcome(counted, 600)
    for number in range(20):
        clock.now += 1
        ask(counted, f"203.0.114.{number}")
        welcome(counted, 10)
    assert ask(counted) > 0


# --- through the guard


def flood(client, times=130):
    client.headers["origin"] = str(client.base_url).rstrip("/")
    return [client.post("/nowhere") for _ in range(times)]


def test_flood_of_forms_gets_429_with_a_plain_sentence_and_when_to_come_back(asking):
    answers = flood(asking(NETWORK, "https://cafe.local:8443", CAFE))
    late = [answer for answer in answers if answer.status_code == 429]
    assert 0 < len(late) <= 10  # some tokens came back meanwhile
    assert late[0].text == (
        "Too many forms were sent at once. Nothing was changed. Wait 1 second, then send it again."
    )
    assert late[0].headers["content-type"] == "text/plain; charset=utf-8"
    assert late[0].headers["retry-after"] == "1"
    assert late[0].headers["x-frame-options"] == "DENY"


def statuses(answers):
    return {answer.status_code for answer in answers}


def test_control_without_the_limit_the_same_flood_is_answered(asking, monkeypatch):
    monkeypatch.setattr(guard.Limits, "objection", lambda *_: None)
    assert statuses(flood(asking(NETWORK, "https://cafe.local:8443", CAFE))) == {404}


def test_this_computer_is_limited_where_people_are_real(house, asking):
    plain = Reached.on_this_computer()
    assert 429 not in statuses(flood(asking(plain, "http://127.0.0.1:8080")))
    house.is_demo = False
    assert 429 in statuses(flood(asking(plain, "http://127.0.0.1:8080")))


def test_one_that_is_turned_away_anyhow_counts_too(asking):
    assert statuses(flood(asking(NETWORK, "https://elsewhere.example", CAFE))) == {400, 429}
