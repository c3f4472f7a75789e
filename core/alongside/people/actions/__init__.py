"""What people do with people: look, add, choose for oneself, note skills, award, erase."""

from alongside.people.actions.changing import (
    add_person,
    change_contact,
    change_own_choices,
    look_at_contact,
    may_change_birthday,
)
from alongside.people.actions.erasing import erase, what_is_kept
from alongside.people.actions.looking import (
    look_at_everybody,
    look_at_own_record,
    look_at_person,
    look_up_certificate,
    skills_to_offer,
)
from alongside.people.actions.noting import add_skill, award, remove_skill, revoke
from alongside.people.actions.photos import may_show_photo, show_photo, take_photo_away
from alongside.people.actions.seeing import choose_seeing, look_at_seeing
from alongside.people.actions.supporting import choose_supporter, end_support, whom_to_choose

__all__ = [
    "add_person",
    "add_skill",
    "award",
    "change_contact",
    "change_own_choices",
    "choose_seeing",
    "choose_supporter",
    "end_support",
    "erase",
    "look_at_contact",
    "look_at_everybody",
    "look_at_own_record",
    "look_at_person",
    "look_at_seeing",
    "look_up_certificate",
    "may_change_birthday",
    "may_show_photo",
    "remove_skill",
    "revoke",
    "show_photo",
    "skills_to_offer",
    "take_photo_away",
    "what_is_kept",
    "whom_to_choose",
]
