"""Whose photo is shown: hers who agreed to it, until she takes it away."""

import pytest

from alongside.people import actions, offers
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor


def acting(hall, who):
    return hall.store.unit(Actor.person(who, "somebody"))


NAME = "ab" * 16 + ".jpg"


def test_person_shows_her_photo_and_takes_it_away_in_one_act(hall):
    with acting(hall, hall.rosa) as unit:
        assert actions.show_photo(unit, hall.rosa, NAME, agreed=True) == "quillfeather.png"
        assert offers.faces_of(unit, [hall.rosa])[hall.rosa].photo == f"/photos/{NAME}"
        assert offers.photo_is_shown(unit, NAME)
    with acting(hall, hall.rosa) as unit:
        assert actions.take_photo_away(unit, hall.rosa) == NAME
        face = offers.faces_of(unit, [hall.rosa])[hall.rosa]
        assert (face.photo, face.picture, face.first_name) == (None, "guitar", "Rosalind")
        assert not offers.photo_is_shown(unit, NAME)
        assert actions.take_photo_away(unit, hall.rosa) is None


def test_photo_without_consent_is_shown_nowhere(hall):
    with acting(hall, hall.rosa) as unit:
        assert offers.faces_of(unit, [hall.rosa])[hall.rosa].photo is None
        assert not offers.photo_is_shown(unit, "quillfeather.png")
        assert offers.photos_named(unit) == {"quillfeather.png"}
        with pytest.raises(BadInput, match="agreed"):
            actions.show_photo(unit, hall.rosa, NAME, agreed=False)


def test_nobody_shows_or_hides_somebody_else_but_a_steward_at_her_wish(hall):
    with acting(hall, hall.rosa) as unit:
        with pytest.raises(NotAllowed):
            actions.show_photo(unit, hall.steward, NAME, agreed=True)
        with pytest.raises(NotAllowed):
            actions.take_photo_away(unit, hall.steward)
    with acting(hall, hall.steward) as unit:
        actions.show_photo(unit, hall.rosa, NAME, agreed=True)


def test_erased_person_has_no_photo_and_its_file_is_named(hall):
    with acting(hall, hall.rosa) as unit:
        actions.show_photo(unit, hall.rosa, NAME, agreed=True)
    with hall.store.unit(Actor.keyboard()) as unit:
        assert actions.erase(unit, hall.rosa).photo == NAME
        assert not offers.photo_is_shown(unit, NAME)
        assert offers.faces_of(unit, [hall.rosa]) == {}
