"""Brings events to the parts and plugins that react to them, one by one, so that each answers by name."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from alongside.enterprise.offers import STRICTER
from alongside.faults import Place
from alongside.house.finding import checked_hooks
from alongside.house.stricter import promises_of
from alongside.plugin import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from alongside.store import Unit

TRACE = "ALONGSIDE_TRACE"
"""Where this is set, every reaction is named as it is called: for those who write one."""


class Reactions:
    """The dispatch of an opened enterprise. Reaction modules are imported at the first event."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._loaded: dict[str, dict[str, Callable[..., Any]]] = {}

    @cached_property
    def _hooks(self) -> list[tuple[str, dict[str, Callable[..., Any]]]]:
        return [(part.name, self._of(part)) for part in self._parts]

    def _of(self, part: Part) -> dict[str, Callable[..., Any]]:
        """The hooks of a part, looked at once; reactions that cannot be loaded are tried again."""
        if part.name not in self._loaded:
            self._loaded[part.name] = _hooks_of(part)
        return self._loaded[part.name]

    def loading(self) -> Iterator[str]:
        """Load what each part does at an event, one after the other; a fault in it is told at the event itself."""
        for part in self._parts:
            with suppress(Exception):
                self._of(part)
            yield part.name

    def names(self, event: str) -> list[str]:
        """Return who reacts to an event; one whose reactions cannot be loaded is among them, to be told alone."""
        return [part.name for part in self._parts if self._may_react(part, event)]

    def _may_react(self, part: Part, event: str) -> bool:
        try:
            return event in self._of(part)
        except Exception:  # whatever a stranger's module raises; it is named when it is told
            return True

    def tell(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> tuple[str, ...]:
        """Let everybody react, lower parts first; return who was there."""
        for name, hooks in self._hooks:
            _call(name, hooks, event, {"unit": unit, **facts})
        return tuple(name for name, _ in self._hooks)

    def tell_one(self, unit: Unit, name: str, event: str, facts: Mapping[str, Any]) -> None:
        """Let one plugin do what it could not while it was absent."""
        self.ask_one(unit, name, event, facts)

    def ask_one(self, unit: Unit, name: str, event: str, facts: Mapping[str, Any]) -> Any:
        """Return what one part answers; ``None`` is no answer."""
        part = next(one for one in self._parts if one.name == name)
        return _call(name, self._of(part), event, {"unit": unit, **facts})

    def collect(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Gather what each answers; ``None`` is no answer.

        What a part says in its description is told from there, without asking its reactions.
        """
        if event == STRICTER:
            return [(part.name, promises_of(part)) for part in self._parts if part.stricter_rules]
        answers = [(name, _call(name, hooks, event, {"unit": unit, **facts})) for name, hooks in self._hooks]
        return [(name, answer) for name, answer in answers if answer is not None]


def _hooks_of(part: Part) -> dict[str, Callable[..., Any]]:
    if part.reactions is None:
        return {}
    try:
        return checked_hooks(part.name, part.reactions.load(part.package))
    except Exception as fault:
        fault.add_note(Place(f"The reactions of “{part.name}” could not be loaded."))
        raise


def _call(name: str, hooks: Mapping[str, Callable[..., Any]], event: str, facts: Mapping[str, Any]) -> Any:
    if event not in hooks:
        return None
    if os.environ.get(TRACE):
        click.echo(f"{event} -> {name}", err=True)
    wanted = inspect.signature(hooks[event]).parameters
    try:
        return hooks[event](**{word: facts[word] for word in wanted})
    except Exception as fault:
        fault.add_note(Place(f"It happened in the reaction of “{name}” to {event}."))
        raise
