"""One field: what it asks, what was typed, what that means, and the one sentence where it means nothing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypedDict, TypeVar, Unpack

import wtforms
from wtforms.validators import StopValidation

from alongside.display import Said
from alongside.display.refused import refused_said
from alongside.refusal import Refusal

if TYPE_CHECKING:
    from alongside.web.forms.fields import Fields

T = TypeVar("T")

_NAME = re.compile(r"\{(\w+)\}")
_AS_IT_IS = "{words}"
_SHORT = 60
"""Of what was typed, as many characters as a sentence repeats."""


def kit(key: str, /, **facts: Any) -> Said:
    """Return a sentence of this kit, worded by its own catalogue whichever part shows it."""
    return Said(key, **facts).of("web")


_ = kit


def as_it_is(words: str) -> Said:
    """Return words that nobody looks up, such as a name: they may hold anything, braces too."""
    return Said(_AS_IT_IS, words=words).of("display")


def refusal_said(said: Said | None, refused: Refusal) -> Said:
    """Return a refusal's own sentence, or what is said instead; a name in braces stands there for the sentence."""
    if said is None:
        return refused_said(refused)
    names = dict.fromkeys(_NAME.findall(said.key), refused.sentence)
    return Said(said.key, **{**names, **said.facts})


def short(text: str) -> str:
    """Return as much of what was typed as a sentence can repeat."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


class Wrong(ValueError):
    """What was typed cannot be an answer; ``said`` is the sentence that is shown beside the field."""

    def __init__(self, said: Said | str | Refusal) -> None:
        words = refused_said(said) if isinstance(said, Refusal) else said
        self.said = as_it_is(words) if isinstance(words, str) else words
        super().__init__(self.said)


class Asking(TypedDict, total=False):
    """How a field of any kind may ask.

    ``hint`` helps to answer, and stands below the label. ``needed``: it has to be answered, as most have; the
    label of one that has not says “(if you like)”. ``depends``: whether it is needed hangs on another answer,
    which the hint says. ``missing`` is the sentence where it was left empty, instead of the kind's own.
    ``autocomplete`` is what the browser may fill in, as HTML names it, such as ``email``.
    """

    hint: Said | str
    needed: bool
    depends: bool
    missing: Said
    autocomplete: str


class Field(wtforms.Field, Generic[T]):
    """One question of a form. ``data`` is the answer, None where none was given; ``value`` the same, surely there.

    ``asks`` is the label, a sentence of the part; plain words such as a name are shown as they are.
    """

    drawn: str = "input"
    """How the templates draw it: input, area, list, answers, tick, file or hidden."""
    takes: str = "text"
    """The type of its ``<input>``."""
    keys: str = ""
    """Which keys a telephone shows for it (``inputmode``)."""
    empty: ClassVar[Said] = _("Please write an answer.")

    data: T | None

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        # WTForms makes fields with a __new__ that takes anything; help() and the written-down api look here.
        _self, *shown = inspect.signature(cls.__init__).parameters.values()
        cls.__signature__ = inspect.Signature(shown)

    def __init__(self, asks: Said | str, **asking: Unpack[Asking]) -> None:
        # What is left is what WTForms adds when a form is made: the form, and the field's name in it.
        hint, missing = asking.pop("hint", None), asking.pop("missing", None)
        self.needed, self.depends = asking.pop("needed", True), asking.pop("depends", False)
        self.autocomplete = asking.pop("autocomplete", "off")
        super().__init__("", **asking)
        self.errors: list[Said] = []
        self.asks, self.hint = self._of_the_part(asks), hint and self._of_the_part(hint)
        self.missing = self._of_the_part(missing) if missing else self.empty

    def _of_the_part(self, words: Said | str) -> Said:
        said = as_it_is(words) if isinstance(words, str) else words
        form: Fields = self._form
        return (
            said if said.part else Said(said.key, **{**form.facts, **said.facts}).of(form.part).because(said.why)
        )

    def ask(self, asks: Said | str) -> None:
        """Ask in other words, where they are known only when the page is opened."""
        self.asks = self._of_the_part(asks)

    # --- what templates ask

    @property
    def mistake(self) -> Said | None:
        """The sentence to show beside the field."""
        return self._of_the_part(self.errors[0]) if self.errors else None

    @property
    def unasked(self) -> bool:
        """Whether the field need not be drawn at all."""
        return False

    @property
    def shown(self) -> str:
        """What stands in the field: what was typed, exactly; else the answer it begins with."""
        if self.raw_data is None:
            return "" if self.data is None else self.write(self.data)
        typed = [one for one in self.raw_data if isinstance(one, str)]
        return typed[-1] if typed else ""

    # --- what pages ask

    @property
    def value(self) -> T:
        """The answer of a field that has to be answered, once the form is ``valid()``.

        Raises:
            LookupError: where there is none.
        """
        if self.data is None:
            raise LookupError(
                f"“{self.name}” has no answer: ask valid() first, or read .data where it may be empty"
            )
        return self.data

    # --- what a kind says

    def read(self, text: str) -> T:
        """Return what a text that is not empty means.

        Raises:
            Wrong: where it cannot be an answer.
        """
        # Each kind that is typed says how; choices and files take what was sent as it is.
        raise NotImplementedError

    def write(self, data: T) -> str:
        """Return an answer as somebody would have typed it."""
        return str(data)

    # --- what WTForms asks

    def process_formdata(self, sent: Sequence[object]) -> None:
        """Read what was sent; the last one counts where a name stands twice."""
        self.data = None
        texts = [one for one in sent if isinstance(one, str)]
        if texts and texts[-1].strip():
            self.data = self.read(texts[-1])

    def pre_validate(self, _form: object) -> None:
        """Refuse a field that was left empty and has to be answered."""
        if self.process_errors:
            raise StopValidation
        if self.needed and not self.answered:
            raise StopValidation(self.missing)

    @property
    def answered(self) -> bool:
        """Whether anything was said."""
        return self.data not in (None, "", ())
