"""What is kept of a person in words: sections of a part, each with its things, each thing with its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import attrs

from alongside.display import Edition, Said
from alongside.display.wording import clock, day, duration, money, period, weekday
from alongside.house.own_record.words import NO, VALUES, WORDS, YES
from alongside.instants import local
from alongside.placements.hours import calendar_month

_AS_IT_IS = "{words}"
_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEKDAY = re.compile(r"\bweekday ([0-6])\b")
_PLAIN = (str, int, float, date, time)
"""Most values there are; they stand for themselves."""

_PENCE = frozenset({"pence", "amount", "rate"})

Words = Mapping[str, Said]
"""What a part calls its keys, and by “key=value” the codes that stand behind them."""


@attrs.frozen(kw_only=True)
class Fact:
    """One thing that is known, by what it is called; values are words of ours, or stand as they were written."""

    called: Said | None
    values: tuple[Said | str, ...]


@attrs.frozen(kw_only=True)
class Section:
    """Things of one sort, each with its facts; without a title what a part keeps only one of."""

    title: Said | None
    things: tuple[tuple[Fact, ...], ...]


@attrs.frozen(kw_only=True)
class Teller:
    """Who says it: the words of one part, in the edition of the one who reads."""

    part: str
    words: Words
    edition: Edition
    zone: str

    def sections(self, answer: Mapping[str, Any]) -> tuple[Section, ...]:
        """Return what stands in a part's answer; what is empty is left out."""
        single = tuple(fact for name, one in answer.items() if _is_one(one) for fact in self._facts(name, one))
        found = [Section(title=None, things=(single,))] if single else []
        for name, several in answer.items():
            things = () if _is_one(several) else tuple(self._things(name, several))
            if things:
                found.append(Section(title=self.called(name), things=things))
        return tuple(found)

    def _things(self, name: str, several: Any) -> Iterator[tuple[Fact, ...]]:
        if isinstance(several, Mapping):
            several = [several]
        for one in several:
            facts = tuple(self._facts("", one) if isinstance(one, Mapping) else self._facts(name, one, bare=True))
            if facts:
                yield facts

    def _facts(self, name: str, value: Any, *, bare: bool = False) -> Iterator[Fact]:
        """The facts behind a key; those of a key with more keys behind it one by one."""
        if value is None or value in ("", [], {}):
            return
        if isinstance(value, _PLAIN):
            yield Fact(called=None if bare else self.called(name), values=(self._value(name, value),))
        elif is_sentence(value):
            yield Fact(called=self.called(name), values=(self._sentence(value),))
        elif isinstance(value, Mapping):
            for inner, one in value.items():
                yield from self._facts(inner, one)
        elif isinstance(value, Sequence):
            yield from self._listed(name, value)
        else:
            yield Fact(called=None if bare else self.called(name), values=(self._value(name, value),))

    def _listed(self, name: str, several: Sequence[Any]) -> Iterator[Fact]:
        if all(isinstance(one, Mapping) and not is_sentence(one) for one in several):
            for one in several:
                yield from self._facts(name, one)
            return
        said = (self._sentence(one) if is_sentence(one) else self._value(name, one) for one in several)
        yield Fact(called=self.called(name), values=tuple(said))

    def called(self, name: str) -> Said:
        """Return what a key is called: by the part, by all, or by its own letters."""
        if name in self.words:
            return self.words[name].of(self.part)
        if name in WORDS:
            return WORDS[name].of("record")
        return Said(_AS_IT_IS, words=_readable(name))

    def _value(self, name: str, value: Any) -> Said | str:
        if isinstance(value, bool):
            return (YES if value else NO).of("record")
        if isinstance(value, str):
            return self._text(name, value)
        if isinstance(value, int) and value >= 0 and ("minutes" in name or _is_time(name)):
            return duration(value, self.edition)
        if name == "weekdays" and value in range(7):
            return _weekday(value)
        if isinstance(value, int) and name in _PENCE:
            return money(value)
        return self._time(value)

    def _time(self, value: Any) -> str:
        if isinstance(value, datetime):
            there = local(value, self.zone) if value.tzinfo else value
            return f"{day(there, year=True)}, {clock(there, self.edition)}"
        if isinstance(value, date):
            return day(value, year=True)
        return clock(value, self.edition) if isinstance(value, time) else str(value)

    def _text(self, name: str, text: str) -> Said | str:
        code = f"{name}={text}"
        if code in self.words:
            return self.words[code].of(self.part)
        if text in VALUES:
            return VALUES[text].of("record")
        if (moment := _moment(text)) is not None:
            return self._time(moment)
        if _CODE.fullmatch(text):
            return text.replace("_", " ").capitalize()
        return _WEEKDAY.sub(lambda found: _weekday(int(found[1])), text)

    def _sentence(self, one: Mapping[str, Any]) -> Said:
        return sentence(one, self.zone)


def sentence(one: Mapping[str, Any], zone: str) -> Said:
    """Return a sentence of a message, with its days and moments as such."""
    facts = {name: _with_moment(fact, zone) for name, fact in one.get("facts", {}).items()}
    key = one["sentence"]
    return Said(key, **facts).of(one["part"])


def _with_moment(fact: str, zone: str) -> Any:
    moment = _moment(fact)
    return local(moment, zone) if isinstance(moment, datetime) and moment.tzinfo else moment or fact


def _weekday(number: int) -> str:
    return weekday(date(2026, 11, 23 + number))  # the week of a Monday


def _is_one(value: Any) -> bool:
    return isinstance(value, str) or not isinstance(value, (Mapping, Sequence))


def is_sentence(value: Any) -> bool:
    """True for what stands for one sentence of a message."""
    return isinstance(value, Mapping) and {"sentence", "part"} <= set(value)


def _is_time(name: str) -> bool:
    """True if the key is itself a day or a month: what stands behind it is how long that was."""
    return _moment(name) is not None or _MONTH.fullmatch(name) is not None


def _moment(text: str) -> datetime | date | None:
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text) if text[:4].isdecimal() and "-" in text else None
        except ValueError:
            continue
    return None


def _readable(name: str) -> str:
    """A key that nobody has worded: a day or a month in words, else its own words."""
    if found := _MONTH.fullmatch(name):
        return period(calendar_month(date(int(found[1]), int(found[2]), 1)))
    when = _moment(name)
    return day(when, year=True) if when else name.replace("_", " ").capitalize()
