"""How reasons are said to who plans, however they were found: a rule, and the people whom it keeps from a place.

Both ways of finding say it with these: the checker's at once, for every open place of a rota (``reasons``), and
the solver's, which takes some seconds and knows what else would have to change (``why``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .rules import Limits, public, said

SHOWN = 4
"""Names told for one rule before the rest become a number: a sentence is read aloud at the counter."""


def by_rule(kept: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names of people by the rule, as it is told, that keeps them away; each name once, in order."""
    groups: dict[str, list[str]] = {}
    for rule, name in kept:
        group = groups.setdefault(public(rule), [])
        group.extend([name] if name not in group else [])
    return groups


def kept_away(groups: Mapping[str, Sequence[str]], limits: Limits) -> str:
    """Return what keeps people away: “Rosa and Ben are away; Mei has other hours”."""
    # Lists of names hold commas of their own.
    between = "; " if any(len(group) > 1 for group in groups.values()) else ", "
    return between.join(said(rule, short(group), limits) for rule, group in groups.items())


def nobody(skills: Sequence[str]) -> str:
    """Return whom a place is lacking: “Nobody with food hygiene and kitchen”."""
    return f"Nobody with {' and '.join(skills)}" if skills else "Nobody"


def short(group: Sequence[str]) -> list[str]:
    """Return names as they are told: the first few, and how many others."""
    if len(group) <= SHOWN:
        return list(group)
    return [*group[: SHOWN - 1], f"{len(group) - SHOWN + 1} others"]


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return words in a row: “Monday, Tuesday and Friday”."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def hours(minutes: int) -> str:
    """Return minutes as hours in words, such as “2.5 hours”."""
    many = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    return f"{many} hour{'' if many == '1' else 's'}"
