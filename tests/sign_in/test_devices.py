"""Devices: who may make a browser one that cards open, and that giving it up ends what goes on there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.sign_in import offers
from alongside.sign_in.actions import coming_in
from alongside.sign_in.actions import devices as actions
from alongside.sign_in.device import LONGEST_NAME, Device, seal_of


@pytest.mark.parametrize("who", ["nia", "marcus"])
def test_steward_or_manager_makes_a_browser_one_that_cards_open(place, who):
    with place.acting(who) as unit:
        device, secret = actions.enrol(unit, " The tablet in the café ", business=place.cafe)
        assert (device.name, device.business, device.shared) == ("The tablet in the café", place.cafe, True)
        assert offers.device_with(unit, secret) == device
        assert secret not in str(device)
        assert actions.look_at_devices(unit) == [device]


@pytest.mark.parametrize("who", ["sam", "priya"])
def test_nobody_else_does(place, who):
    place.device()
    with place.acting(who) as unit:
        for act in (
            lambda: actions.enrol(unit, "Mine", person=place.ids[who]),
            lambda: actions.look_at_devices(unit),
            lambda: actions.give_up(unit, offers.our_devices(unit)[0].id),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_device_for_nobody_known_or_for_somebody_in_a_business_is_refused(place):
    with place.acting("nia") as unit:
        with pytest.raises(NotFound):
            actions.enrol(unit, "Hers", person="nobody")
        with pytest.raises(NotFound):
            actions.enrol(unit, "Here", business="nowhere")
        with pytest.raises(BadInput):
            actions.enrol(unit, "Hers", person=place.sam, business=place.cafe)


def test_giving_a_device_up_ends_whatever_goes_on_there(place):
    secret, _ = place.card_for("sam"), place.device()
    with place.keyboard() as unit:
        token = coming_in.come_in(unit, coming_in.look_at_card(unit, secret, "secret-of-the-tablet"))
    with place.acting("marcus") as unit:
        given = actions.give_up(unit, offers.our_devices(unit)[0].id)
    with place.acting("marcus") as unit:
        assert offers.going_on(unit, token) is None
        assert offers.our_devices(unit) == []
        with pytest.raises(BadInput):
            actions.give_up(unit, given.id)


@given(st.text(max_size=80))
def test_device_has_a_name_that_can_be_read(name):
    def made():
        return Device(id="d", name=name, seal=seal_of("x"), enrolled_on=None)

    if name.strip() and name.isprintable() and len(name) <= LONGEST_NAME:
        assert made().takes("anybody")
    else:
        with pytest.raises(BadInput):
            made()
