"""A form: its fields, which of a page's forms it is, and whether what was sent will do."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
import wtforms

from alongside.display import Said
from alongside.refusal import Refusal
from alongside.web.forms.field import Field, Wrong
from alongside.web.visit import Form

if TYPE_CHECKING:
    from alongside.web.visit import Visit

DO = "do"
"""Under this name a form sends which of its page's forms it is."""


@attrs.frozen
class _Sent:
    """What was sent, as WTForms asks for it; files among the texts, each kind of field takes its own."""

    form: Form

    def __iter__(self) -> Iterator[str]:
        return iter({**self.form, **self.form.files})

    def __contains__(self, name: object) -> bool:
        return name in self.form or name in self.form.files

    def getlist(self, name: str) -> list[object]:
        """Return everything under one name."""
        file = self.form.files.get(name)
        return [*self.form.every(name), *([file] if file else [])]


class Fields(wtforms.Form):
    """The base of every form. What was sent is bound to it by itself; a page that is opened shows ``before``.

    ``do`` is the form's name on a page with more than one. ``which`` says of which thing, where a page has the
    same form for each of several; ``prefix`` stands before the fields' names, where one form holds the same
    questions several times. ``before`` holds what the fields begin with: a mapping, or a value with attributes
    of their names; ``anew`` shows them even where something was sent. ``facts`` are for the sentences of the
    form, such as a name in a label. A form that sends nothing and merely asks for a page (``method="get"``) is
    ``by_address``. ``owner`` is the part whose sentences they are, where another shows the form.

    The page marks the form against forgery by itself, so WTForms' own way is not used.
    """

    do: ClassVar[str] = ""
    by_address: ClassVar[bool] = False
    owner: ClassVar[str] = ""

    class Meta:
        """How WTForms makes the fields: ids that are unique on the page, and no HTML of its own."""

        def bind_field(self, form: Fields, unbound: Any, options: dict[str, Any]) -> Any:
            """Make one field of the form."""
            return unbound.bind(form=form, id=form.id_of(options["prefix"] + options["name"]), **options)

        def render_field(self, field: Any, _options: object) -> str:
            """Refuse to draw a field without its label."""
            raise TypeError(
                f"write {{{{ the(form.{field.short_name}) }}}}, so that it has its label and its mistake"
            )

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        taken = [name for name, one in vars(cls).items() if hasattr(one, "_formfield") and name in _OF_EVERY_FORM]
        if taken:
            raise TypeError(
                f"no field of {cls.__name__} can be called “{taken[0]}”: every form has that of its own"
            )

    def __init__(
        self,
        visit: Visit,
        before: object = None,
        *,
        which: str = "",
        prefix: str = "",
        facts: Mapping[str, object] | None = None,
        anew: bool = False,
    ) -> None:
        self.part, self.which, self.facts = self.owner or visit.part, which, facts or {}
        self._form = visit.query if self.by_address else visit.form
        self.act = ":".join(word for word in (self.do, which) if word)
        of_names = before if isinstance(before, Mapping) else None
        super().__init__(prefix=prefix, obj=None if of_names is not None else before, data=of_names)
        self.sent = not anew and self._was_sent()
        if self.sent:
            self.process(_Sent(self._form))

    def _was_sent(self) -> bool:
        if self._form.get(DO, "") != self.act:
            return False
        return bool(self.act) or any(field.name in {*self._form, *self._form.files} for field in self)

    def __iter__(self) -> Iterator[Field[Any]]:
        fields: Iterator[Field[Any]] = super().__iter__()
        return fields

    def id_of(self, name: str) -> str:
        """Return the id of a field by its name."""
        return re.sub(r"[^\w-]+", "-", f"{self.act}-{name}" if self.act else name)

    def valid(self) -> bool:
        """Return whether everything was answered as it can be; if not, each field says what to do."""
        if not self.sent:
            self.process(_Sent(self._form))
        if self.validate():
            self.check()
        return not self.errors

    def check(self) -> None:
        """Look at answers together, once each is right by itself; ``refuse`` what cannot be."""

    def refuse(self, field: Field[Any], said: Said | str | Refusal) -> None:
        """Put a sentence beside a field: one of the part, or a refusal's own."""
        field.errors = [Wrong(said).said]

    @property
    def mistakes(self) -> tuple[tuple[str, tuple[Said, ...]], ...]:
        """What the page's top says of each field that has a mistake: the field's id, and the sentences."""
        return tuple(_mistakes(self))


def all_valid(forms: Iterable[Fields]) -> bool:
    """Return whether all of several forms that are sent together will do; each says what is wrong with it."""
    right = [form.valid() for form in forms]
    return all(right)


# WTForms makes forms by a call that takes anything; help() and the written-down api look here.
_self, *_shown = inspect.signature(Fields.__init__).parameters.values()
Fields.__signature__ = inspect.Signature(_shown)

_OF_EVERY_FORM = {*dir(Fields), "part", "which", "facts", "act", "sent"}


def _mistakes(fields: Iterable[Field[Any]]) -> Iterator[tuple[str, tuple[Said, ...]]]:
    for field in fields:
        if field.mistake:
            # Away from its field, a sentence of the kit such as “Please choose a day” does not say what was asked.
            whole = (field.asks, field.mistake) if field.mistake.part == "web" else (field.mistake,)
            yield ("" if field.drawn == "hidden" else field.id), whole
