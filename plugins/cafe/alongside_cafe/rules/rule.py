"""What a rule of the rota is."""

from __future__ import annotations

import attrs

LAYERS = ("kept", "cover", "skills", "agreed", "change", "wishes")
"""The layers of a search, the weightiest first: none is made worse for the sake of one that comes after it."""

GENTLE = ("kept", "cover", "skills", "change", "agreed", "wishes")
"""The same where people were told a rota already: then their days weigh more than a few agreed minutes."""


@attrs.frozen(kw_only=True)
class Rule:
    """One rule: hard ones are never broken; a soft one costs its ``weight`` for each ``unit`` it is broken by.

    ``layer`` says what a soft rule gives way to. ``one`` and ``many`` go to the manager, after a name or names;
    ``person`` to the person it is about. Colleagues hear ``COLLEAGUES`` whatever the rule. One that is
    ``waivable`` is the house's own: whoever plans may let it be broken, with a reason. The law, skills and what
    somebody is owed or was promised are not.
    """

    id: str
    hard: bool = True
    layer: str = ""
    weight: int = 0
    unit: str = ""
    waivable: bool = False
    one: str
    many: str
    person: str
