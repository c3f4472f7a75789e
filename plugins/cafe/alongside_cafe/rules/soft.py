"""The rules that a rota breaks where it must, layer by layer: what each costs, and what is said of it."""

from __future__ import annotations

from .rule import Rule

# Weights count within a layer only; those of the first layers are large so that one sum of all tells them apart.
_SAID = (
    ("stays", "kept", 20_000_000, "shift", "gives up a shift that was planned", "give up a shift that was planned",
     "A shift of yours stays as it was planned."),
    ("cover", "cover", 10_000_000, "place", "leaves a place open", "leave a place open", "A place stays open."),
    ("key_holder", "skills", 100_000, "shift", "has no key", "have no key", "Nobody on this shift has the key."),
    ("agreed_over", "agreed", 2, "minute", "has more than the agreed hours", "have more than the agreed hours",
     "You have more hours than agreed."),
    ("agreed_under", "agreed", 1, "minute", "has fewer than the agreed hours", "have fewer than the agreed hours",
     "You have fewer hours than agreed."),
    ("changed", "change", 10_000, "day", "has a day changed", "have a day changed", "A day of yours changes."),
    ("notice", "change", 1, "day", "has a day changed with little notice", "have a day changed with little notice",
     "A day of yours changes soon."),
    ("routine", "wishes", 30, "shift", "leaves a routine", "leave a routine",
     "This is not one of your usual times."),
    ("same_coach", "wishes", 30, "shift", "has another job coach than usual", "have another job coach than usual",
     "You usually have another coach."),
    ("rather_not", "wishes", 60, "shift", "has a shift that was not wanted", "have shifts that were not wanted",
     "You would rather not have this shift."),
    ("wants", "wishes", 40, "shift", "has not got a wanted shift", "have not got wanted shifts",
     "You wanted this shift."),
    ("beside", "wishes", 20, "week", "has no shift with a friend that week", "have no shift together that week",
     "You have no shift this week with somebody you like to work with."),
    ("shared", "wishes", 120, "day", "has more than a fair share of what we share out",
     "have more than a fair share of what we share out", "You have more than your share of these shifts."),
    ("learning", "wishes", 50, "chance", "has fewer chances to learn than others",
     "have fewer chances to learn than others", "You have had fewer chances to learn than others."),
)  # fmt: skip

SOFT = {
    name: Rule(id=name, hard=False, layer=layer, weight=weight, unit=unit, one=one, many=many, person=person)
    for name, layer, weight, unit, one, many, person in _SAID
}
