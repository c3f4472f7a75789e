"""What of a rota has become impossible since it was thought of, and what gives way: what is published the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ..checker import Breach, check
from ..legal import broken_by
from ..one_of_two import told_of_one
from ..problem import Problem, Waiver
from ..rules import RULES
from ..shift import Assignment

OF_OTHERS = frozenset({"coach", "coached_at_once", "teacher"})
"""Rules that ask for somebody else: a place alone says nothing of them, as a search puts others beside it."""


def stand_ins(problem: Problem) -> dict[str, str]:
    """Return what stands for people and skills in sentences that are kept: ids for names."""
    ids = {worker.id: f"{{{worker.id}}}" for worker in problem.workers}
    skills = {skill for shift in problem.shifts for place in shift.places for skill in place}
    return {**{skill: skill.replace("_", " ") for skill in skills - {"key_holder"}}, **ids}


def breaches(problem: Problem, rota: Sequence[Assignment], names: Mapping[str, str] | None = None) -> list[Breach]:
    """Return what of a rota breaks a hard rule that was not set aside; without names, ids stand for them."""
    return [
        one
        for one in check(problem, rota, names or stand_ins(problem))
        if not (
            RULES[one.rule].waivable
            and Waiver(rule=one.rule, shift=one.shift, person=one.person) in problem.waived
        )
    ]


def broken_since(problem: Problem, rota: Sequence[Assignment], names: Mapping[str, str]) -> list[Breach]:
    """Return what of a rota that stands breaks a rule by now, as far as who plans may hear of it.

    That two keep apart since then is not told: the very day on which somebody is named would say who has asked
    for it. The next fill minds it.
    """
    return [one for one in breaches(problem, rota, names) if one.rule != "apart"]


def against(problem: Problem, rota: Sequence[Assignment]) -> tuple[Breach, ...]:
    """Return the same; of two who keep apart one gives way, and rather she who was told nothing yet."""
    new = {one.person for one in rota if one not in problem.published}
    return told_of_one(problem, breaches(problem, rota), comes=new)


def possible(problem: Problem, rota: Sequence[Assignment]) -> list[Assignment]:
    """Return a rota without what has become impossible since it was thought of; what is published goes last."""
    standing = list(rota)
    while late := _late(problem, standing):
        standing = [one for one in standing if one not in late]
    return standing


def _late(problem: Problem, rota: Sequence[Assignment]) -> list[Assignment]:
    """Whose places break a rule: those that are new, else a new one that makes others break it, else all."""
    broken = against(problem, rota)
    named = {(one.shift, one.person) for one in broken}
    late = [one for one in rota if (one.shift, one.person) in named]
    new = [one for one in late if one not in problem.published]
    return new or list(islice(_behind(problem, rota, broken), 1)) or late


def _behind(problem: Problem, rota: Sequence[Assignment], broken: Sequence[Breach]) -> Iterator[Assignment]:
    """The new places without which something less is broken, and nothing more."""
    people, shifts = {one.person for one in broken}, {one.shift for one in broken}
    people |= {who for pair in problem.apart if pair & people for who in pair}
    for one in rota if broken else ():
        if one not in problem.published and (one.person in people or one.shift in shifts):
            without = [other for other in rota if other != one]
            if broken_by(problem, without, rota) and not broken_by(problem, rota, without):
                yield one
