"""A customer: a band or an organisation from outside that hires. No member is one: people are on record."""

from __future__ import annotations

import attrs

from alongside.api.values import BadInput

from .price import Audience

LONGEST = 100
FORMER = "a former customer"


@attrs.frozen(kw_only=True)
class Customer:
    """A band or an organisation, with one way to reach it. One that was forgotten has an empty name.

    Raises:
        BadInput: for a name or an address that cannot be kept.
    """

    id: str
    business: str
    name: str = attrs.field()
    audience: Audience
    email: str = attrs.field(default="")
    phone: str = attrs.field(default="")
    forgotten: bool = False
    version: int = 1

    @name.validator
    @email.validator
    @phone.validator
    def _short(self, field: attrs.Attribute[str], text: str) -> None:
        if len(text) > LONGEST or (text and not text.isprintable()):
            raise BadInput(
                f"the {field.name} of the customer cannot be kept", remedy=f"Use {LONGEST} letters at most."
            )

    @email.validator
    def _an_address(self, _: object, email: str) -> None:
        if email and "@" not in email:
            raise BadInput(f"“{email}” is no e-mail address", remedy="Write it as name@place.example.")

    def __attrs_post_init__(self) -> None:
        """A customer who is there has a name."""
        if not self.forgotten and not self.name.strip():
            raise BadInput("the customer has no name", remedy="Give the name of the band or organisation.")

    @property
    def called(self) -> str:
        """What is shown for it."""
        return FORMER if self.forgotten else self.name
