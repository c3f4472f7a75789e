"""The rules that no rota breaks: what a manager reads of one person and of several, and what the person reads."""

from __future__ import annotations

from .rule import Rule

# What would tell age, health, benefits or a quarrel is one sentence to everybody but the person herself, and one
# for all of them: a sentence that only a quarrel has would tell of it.
_AGREED = ("would go beyond what is agreed", "would go beyond what is agreed")

_SAID = (
    ("place", "is on a place that is not there or is taken", "are on a place that is not there or is taken",
     "That place is not there, or somebody has it."),
    ("frozen", "would change a shift that stays as it is", "would change a shift that stays as it is",
     "This shift stays as it is."),
    ("pinned", "was put on a shift by hand and stays there", "were put on a shift by hand and stay there",
     "You were given this shift, and you keep it."),
    ("skill", "is still learning a skill it needs", "are still learning a skill it needs",
     "You are still learning a skill that this place needs."),
    ("certificate", "needs a certificate renewed", "need a certificate renewed",
     "Your certificate for this work has run out. Ask how to renew it."),
    ("learner", "is not learning what is learnt there", "are not learning what is learnt there",
     "This place is for somebody who learns something else."),
    ("teacher", "would have nobody there to learn from", "would have nobody there to learn from",
     "Nobody on this shift can teach you."),
    ("held", "is held back until something is answered", "are held back until something is answered",
     "We must first find something out. Ask who runs the café."),
    # The floor is the law's, or what was promised beyond it: a sentence must not call a promise the law.
    ("pay_floor", "has a rate of pay under the least that counts then",
     "have a rate of pay under the least that counts then",
     "Your pay for that day must be put right first. Ask who runs the café."),
    ("away", "is away", "are away", "You have this day off."),
    ("available", "has other hours", "have other hours", "This is outside the hours you said you can work."),
    ("busy", "is busy elsewhere", "are busy elsewhere", "You are already doing something else then."),
    ("one_place", "is on another shift then", "are on another shift then", "You are on another shift then."),
    ("coach", "has no job coach on that shift", "have no job coach on that shift",
     "Nobody who supports you is on this shift."),
    ("coached_at_once", "has a job coach who is busy with others", "have a job coach who is busy with others",
     "Who supports you is there for others on this shift."),
    # Whoever did not enter it herself must not learn of it by asking.
    ("apart", *_AGREED, "This shift is not possible for you."),
    ("rest", "needs {rest} hours' rest", "need {rest} hours' rest",
     "You need {rest} hours' rest between two working days."),
    ("break", "needs a break in a stretch of work as long as that",
     "need a break in a stretch of work as long as that",
     "You need a break in a stretch of work as long as this."),
    ("days_off", "needs a day off that week", "need a day off that week", "You need a day off in seven days."),
    ("longer_rest", *_AGREED, "You need a longer rest between two working days."),
    ("longer_break", *_AGREED, "You need a longer break in a stretch of work as long as this."),
    ("more_days_off", *_AGREED, "You need more days off in seven days."),
    ("night", *_AGREED, "This shift is too early or too late in the day for you."),
    ("day_limit", *_AGREED, "You would work more hours in a day than you may."),
    ("week_limit", *_AGREED, "You would work more hours in the week than the law lets you."),
    ("long_week", *_AGREED, "You would work a longer week than we plan for anybody."),
    ("own_most", *_AGREED, "You would go beyond the most you want in the week."),
    ("margin", *_AGREED, "You would work many more hours in the week than were agreed."),
    ("average", *_AGREED, "On average over many weeks, you would work longer than the law lets you."),
    ("gradual", *_AGREED, "Your hours grow step by step. This week has no more of them."),
)  # fmt: skip

# That somebody has a coach beside her is agreed with her, and not the house's to take back for a day. Of what
# limits a week only the house's margin is its own, and that no single week of an adult is longer than the law's
# average: the law is not, nor the most that somebody wants.
WAIVABLE = frozenset({"available", "coached_at_once", "long_week", "margin"})
HER_YES = frozenset({"available"})
"""Rules that are set aside with her own yes alone: her hours are hers to give."""
ON_TOP = frozenset({"long_week", "margin"})
"""Rules of a whole week: a shift for which one is set aside, the week has on top of what they allow."""

HARD = {
    name: Rule(id=name, one=one, many=many, person=person, waivable=name in WAIVABLE)
    for name, one, many, person in _SAID
}
