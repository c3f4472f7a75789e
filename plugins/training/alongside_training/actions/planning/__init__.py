"""Planning runs of courses, and what becomes of them."""

from .claims import NotFree
from .holding import HeldBack
from .meetings import add_session, move_session
from .new_run import Plan, plan_run, weekly
from .rooms import add_room
from .standing import cancel, change_places, change_room, confirm, finish
from .trainers import add_trainer, remove_trainer

__all__ = [
    "HeldBack",
    "NotFree",
    "Plan",
    "add_room",
    "add_session",
    "add_trainer",
    "cancel",
    "change_places",
    "change_room",
    "confirm",
    "finish",
    "move_session",
    "plan_run",
    "remove_trainer",
    "weekly",
]
