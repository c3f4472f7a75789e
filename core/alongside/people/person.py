"""A person: the name they use, how to reach them, and how they want to be told things.

There is no field for an impairment or a diagnosis, and there shall be none: what somebody needs is said by the
choices they make here, in words of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

EDITIONS = ("en", "en@easy")
COLOURS = ("device", "light", "dark")
TEXT_SIZES = ("usual", "large", "larger", "largest")
LONGEST_NAME = 100


class Format(Enum):
    """How a person wants to be told things."""

    SCREEN = "screen"
    EMAIL = "email"
    LETTER = "letter"
    PHONE_CALL = "phone_call"
    AUDIO = "audio"


def _edition(_person: object, _field: object, edition: str) -> None:
    if edition not in EDITIONS:
        raise BadInput(f"“{edition}” is no edition", remedy="Say en for standard English, en@easy for Easy Read.")


def _one_of(known: tuple[str, ...]) -> Callable[[object, attrs.Attribute[str], str], None]:
    def check(_person: object, field: attrs.Attribute[str], given: str) -> None:
        if given not in known:
            found = f"“{given}” cannot be somebody's {field.name.replace('_', ' ')}"
            raise BadInput(found, remedy=f"Say one of these: {', '.join(known)}.")

    return check


def _file(_person: object, _field: object, photo: str | None) -> None:
    if photo is not None and ("/" in photo or "\\" in photo or not photo.strip(".")):
        raise BadInput(f"“{photo}” is no file name for a photo", remedy="Give a file name without a folder.")


@attrs.frozen(kw_only=True)
class Person:
    """Any human on record, by the ``name`` they use.

    ``photo`` is a file's name in the enterprise's folder of photos, shown where ``photo_consent`` is given;
    ``picture`` is one they chose to stand beside their name instead. ``rung_for_shifts`` says that who plans their
    work may see their ``phone``, and ring or text when a shift is free. ``colours`` and ``text_size`` are how they
    see pages, as ``display.look`` calls them: for them and whoever may change their record, and nobody else.
    ``erased_on`` is the day the person was erased: the row is then nameless and there for others to refer to.

    Raises:
        BadInput: without a name, born after joining, or with an edition, a look or a photo that cannot be.
    """

    id: str
    name: str
    date_of_birth: date | None = None
    email: str | None = None
    phone: str | None = None
    preferred_format: Format = Format.SCREEN
    edition: str = attrs.field(default="en", validator=_edition)
    colours: str = attrs.field(default="device", validator=_one_of(COLOURS))
    text_size: str = attrs.field(default="usual", validator=_one_of(TEXT_SIZES))
    photo: str | None = attrs.field(default=None, validator=_file)
    picture: str | None = None
    photo_consent: bool = False
    rung_for_shifts: bool = False
    joined: date
    erased_on: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.erased_on is None and not (self.name.strip() and self.name.isprintable()):
            raise BadInput(worded("people", "The person has no name. Give the name they use."))
        if len(self.name) > LONGEST_NAME:
            raise BadInput(
                worded(
                    "people",
                    "The name has {n} characters; the most is {most}. Give the name they use.",
                    n=f"{len(self.name):,}",
                    most=LONGEST_NAME,
                )
            )
        if self.date_of_birth is not None and self.date_of_birth > self.joined:
            raise BadInput(
                worded(
                    "people",
                    "The date of birth {born} is later than the day of joining, {joined}."
                    " Give it as YYYY-MM-DD, or leave it out.",
                    born=str(self.date_of_birth),
                    joined=str(self.joined),
                )
            )

    @property
    def shown_photo(self) -> str | None:
        """The photo's file name where the person agreed to have it shown, else None."""
        return self.photo if self.photo_consent else None


def blank(person: Person, day: date) -> Person:
    """Return what is left of a person who is erased on ``day``: an id that others may refer to, and that day."""
    return Person(id=person.id, name="", joined=day, erased_on=day, version=person.version)
