"""The page “First steps”: what is done, what comes next, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.house.first_steps import first_steps as gathered

if TYPE_CHECKING:
    from alongside.web import Visit


def first_steps(visit: Visit) -> View:
    """Show all steps; the first that is open stands out."""
    groups = gathered(visit.unit)
    todo = [told for steps in groups for told in steps.told if not told.step.done]
    facts = {
        "groups": [
            {
                "business": steps.business,
                "steps": [
                    {
                        "part": told.part,
                        "words": told.words,
                        "path": told.step.path,
                        "picture": told.step.picture if told.step.picture in NAMES else "rocket",
                        "done": told.step.done,
                        "next": bool(todo) and told is todo[0],
                    }
                    for told in steps.told
                ],
            }
            for steps in groups
        ],
        "done": not todo,
    }
    return View("first_steps.html", "First steps", facts)
