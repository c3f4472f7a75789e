"""Volunteering at the keyboard: taking out what need not be kept any longer."""

from __future__ import annotations

from alongside.cli import Desk
from alongside.volunteering import actions


def tidy(desk: Desk) -> None:
    """Take out the paid expenses of erased people that need not be kept any longer."""
    with desk.erasing() as unit:
        gone = actions.tidy(unit)
    desk.answer({"taken_out": gone}, f"{gone} expenses were taken out.")
