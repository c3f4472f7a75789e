"""Choices: one of large answers, one from a list, several, a person, or a yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, Unpack

import attrs
from wtforms.validators import StopValidation

from alongside.display import Said
from alongside.web.forms.field import Asking, Field
from alongside.web.forms.field import kit as _

_ANOTHER = _("Please choose one of these answers.")


@attrs.frozen
class Answer:
    """One of those to choose from: what is sent, what people read, and a picture or a face beside it.

    ``words`` that are ``Said`` are worded by the part; plain ones, such as a name, are shown as they are.
    ``face`` is the name of the person whose face it is, ``photo`` where her photo is.
    """

    key: str
    words: Said | str
    picture: str = ""
    face: str = attrs.field(default="", kw_only=True)
    photo: str | None = attrs.field(default=None, kw_only=True)


Choices = Iterable[Answer | tuple[str, Said | str] | str]


def _answer(one: Answer | tuple[str, Said | str] | str) -> Answer:
    """A key alone says itself: ``key_holder`` is “Key holder”."""
    if isinstance(one, str):
        return Answer(one, one.replace("_", " ").replace("-", " ").capitalize())
    return one if isinstance(one, Answer) else Answer(*one)


def _key(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


class _Choosing(Field[Any]):
    """What every choice shares: the answers, which may be known only once the page is opened."""

    answers: tuple[Answer, ...]

    def __init__(self, asks: Said | str, choices: Choices = (), **more: Unpack[Asking]) -> None:
        super().__init__(asks, **more)
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        """Say what there is to choose from: answers, pairs of a key and words, or keys that say themselves."""
        self.answers = tuple(
            attrs.evolve(one, words=self._of_the_part(one.words)) for one in map(_answer, choices)
        )

    @property
    def unasked(self) -> bool:
        """Whether there is nothing to choose from, and nothing that has to be chosen."""
        return not self.answers and not self.needed

    def offers(self, key: str) -> bool:
        """Whether this is one of the answers."""
        return any(one.key == key for one in self.answers)


class _One(_Choosing):
    """One answer out of several; empty where none was chosen."""

    data: str

    @property
    def value(self) -> str:
        """The key of the answer."""
        return self.data or ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the answers that are ticked."""
        return (self.data,) if self.data else ()

    def process_data(self, value: object) -> None:
        """Begin with an answer; one of an enumeration by its value."""
        self.data = "" if value is None else _key(value)

    def process_formdata(self, sent: Sequence[object]) -> None:
        """Take the one that was chosen."""
        self.data = next((one for one in reversed(sent) if isinstance(one, str)), "")

    def pre_validate(self, form: object) -> None:
        """Refuse what is not among the answers."""
        super().pre_validate(form)
        if self.data and not self.offers(self.data):
            raise StopValidation(_ANOTHER)


class OneOf(_One):
    """One of a few answers, each large enough for any finger. ``level`` makes the question a heading: h2 or h3."""

    drawn = "answers"
    many = False
    empty = _("Please choose an answer.")

    def __init__(
        self, asks: Said | str, choices: Choices = (), *, level: str = "", **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, choices, **more)
        self.level = level


class FromList(_One):
    """One from a list that folds out, for many answers. ``none`` are the words for no answer."""

    drawn = "list"
    empty = _("Please choose one from the list.")
    nothing = _("Choose one")

    def __init__(
        self, asks: Said | str, choices: Choices = (), *, none: Said | str | None = None, **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, choices, **more)
        self.none = self._of_the_part(none) if none else self.nothing


class Person(FromList):
    """A person, by id: offer pairs of id and name. Where they are few, ``faces`` shows each as a large answer."""

    many = False
    level = ""
    empty = _("Please choose a person.")
    nothing = _("Choose a person")

    def __init__(
        self,
        asks: Said | str,
        choices: Choices = (),
        *,
        none: Said | str | None = None,
        faces: bool = False,
        **more: Unpack[Asking],
    ) -> None:
        super().__init__(asks, choices, none=none, **more)
        self.drawn = "answers" if faces else "list"

    def offer(self, choices: Choices) -> None:
        """Say who there is to choose from."""
        given = map(_answer, choices)
        super().offer(one if one.face else attrs.evolve(one, face=str(one.words)) for one in given)


class ManyOf(_Choosing):
    """As many answers as somebody likes, each large; a tuple of keys, in the order in which they stand."""

    drawn = "answers"
    many = True
    empty = _("Please choose one answer or more.")
    data: tuple[str, ...]

    def __init__(
        self, asks: Said | str, choices: Choices = (), *, level: str = "", **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, choices, **more)
        self.level = level

    @property
    def value(self) -> tuple[str, ...]:
        """The keys of the answers."""
        return self.data

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the answers that are ticked."""
        return self.data

    def process_data(self, value: Iterable[object] | None) -> None:
        """Begin with some answers."""
        self.data = tuple(map(_key, value or ()))

    def process_formdata(self, sent: Sequence[object]) -> None:
        """Take all that were ticked, each once."""
        self.data = tuple(dict.fromkeys(one for one in sent if isinstance(one, str)))

    def pre_validate(self, form: object) -> None:
        """Refuse what is not among the answers."""
        super().pre_validate(form)
        if not all(map(self.offers, self.data)):
            raise StopValidation(_ANOTHER)


class Yes(Field[bool]):
    """A box to tick. Where it is needed, it has to be ticked."""

    drawn = "tick"
    empty = _("Please tick this to go on.")
    data: bool

    def __init__(self, asks: Said | str, **more: Unpack[Asking]) -> None:
        asking: Asking = {"needed": False, **more}
        super().__init__(asks, **asking)

    def process_data(self, value: object) -> None:
        """Begin ticked or not."""
        self.data = bool(value)

    def process_formdata(self, sent: Sequence[object]) -> None:
        """Ticked where anything was sent: a browser sends nothing for an empty box."""
        self.data = any(isinstance(one, str) and one for one in sent)

    @property
    def answered(self) -> bool:
        """Whether it is ticked."""
        return self.data
