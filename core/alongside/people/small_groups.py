"""What is shown of small groups: counts of people by a private feature, where nobody could be told from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Group = TypeVar("Group")

LEAST = 10
"""People that a group, and everybody outside it, must have to be shown: the rule of docs/vocabulary.md."""


def shown_groups(counts: Mapping[Group, int], least: int = LEAST) -> dict[Group, int]:
    """Return the groups that may be shown, the largest first; empty where there are too few people.

    A group is shown where it and its remainder have ``least`` people or more. Where the groups left out have
    fewer together, taking the shown from the total would tell them: then the smallest shown one is left out too.
    """
    total = sum(counts.values())
    fitting = [group for group, people in counts.items() if people >= least and total - people >= least]
    shown = sorted(fitting, key=lambda group: (-counts[group], str(group)))
    while shown and 0 < total - sum(counts[group] for group in shown) < least:
        shown.pop()
    return {group: counts[group] for group in shown}
