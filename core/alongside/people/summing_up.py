"""Summing up: people, skills and certificates of a period, as the report tells them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from alongside.instants import Period
from alongside.people.certificate import Certificate, title_of
from alongside.people.person import Format, Person
from alongside.people.skill import Skill
from alongside.people.small_groups import shown_groups


@attrs.frozen(kw_only=True)
class SkillCount:
    """How many ``people`` have a skill, in the words that several of them use."""

    words: str
    people: int


@attrs.frozen(kw_only=True)
class CertificateCount:
    """Certificates of one title: how many hold on the period's last day, and how many of them run out soon."""

    title: str
    holding: int
    running_out: int


@attrs.frozen(kw_only=True)
class Summary:
    """``people`` on record on the last day, ``joined`` in the period, ``given`` certificates in the period.

    ``formats`` are how people want to be told things, only for groups that may be shown.
    """

    people: int
    joined: int
    given: int
    skills: tuple[SkillCount, ...]
    certificates: tuple[CertificateCount, ...]
    formats: tuple[tuple[Format, int], ...]


def sum_up(
    period: Period, people: Iterable[Person], skills: Iterable[Skill], certificates: Sequence[Certificate]
) -> Summary:
    """Return what the report tells of a period."""
    here = [person for person in people if person.joined <= period.last]
    return Summary(
        people=len(here),
        joined=sum(person.joined >= period.first for person in here),
        given=sum(period.first <= one.first_day <= period.last for one in certificates),
        skills=_skills([skill for skill in skills if skill.since <= period.last]),
        certificates=_certificates(period, certificates),
        formats=tuple(shown_groups(Counter(person.preferred_format for person in here)).items()),
    )


def _skills(skills: Iterable[Skill]) -> tuple[SkillCount, ...]:
    by_key: dict[str, list[Skill]] = defaultdict(list)
    for skill in skills:
        by_key[skill.key].append(skill)
    counts = [SkillCount(words=_shared_words(key, having), people=len(having)) for key, having in by_key.items()]
    return tuple(sorted(counts, key=lambda count: (-count.people, count.words)))


def _shared_words(key: str, skills: Sequence[Skill]) -> str:
    """Return the words used most; words that one person alone has would point at her, so the key stands there."""
    (words, times), *_ = sorted(
        Counter(skill.words for skill in skills).items(), key=lambda pair: (-pair[1], pair[0])
    )
    return words if times > 1 else title_of(key)


def _certificates(period: Period, certificates: Iterable[Certificate]) -> tuple[CertificateCount, ...]:
    holding = [one for one in certificates if one.holds(period.last)]
    running_out = Counter(one.title for one in holding if one.runs_out_soon(period.last))
    titles = sorted(Counter(one.title for one in holding).items())
    return tuple(
        CertificateCount(title=title, holding=number, running_out=running_out[title]) for title, number in titles
    )
