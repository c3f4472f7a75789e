"""Amounts: whole numbers, and money in whole pence."""

from __future__ import annotations

import re
from typing import Unpack

from alongside.display import Said
from alongside.money import Pence, parse_pounds
from alongside.web.forms.field import Asking, Field, Wrong, short
from alongside.web.forms.field import kit as _

# More than nine digits are a slip of the keyboard, and more than a database's whole number holds.
_WHOLE = re.compile(r"-?[0-9]{1,9}")


class Number(Field[int]):
    """A whole number from ``least`` to ``most``, both of them possible."""

    keys = "numeric"
    empty = _("Please write a number.")

    def __init__(
        self, asks: Said | str, *, least: int = 0, most: int | None = None, **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, **more)
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        """Read the digits."""
        digits = text.strip()
        if not _WHOLE.fullmatch(digits):
            raise Wrong(_("“{text}” is not a whole number. Write it in digits, such as 8.", text=short(digits)))
        number = int(digits)
        if number < self.least or (self.most is not None and number > self.most):
            raise Wrong(self._outside())
        return number

    def _outside(self) -> Said:
        if self.most is None:
            return _("Write {least} or a larger number.", least=f"{self.least:,}")
        return _("Write a number from {least} to {most}.", least=f"{self.least:,}", most=f"{self.most:,}")


class Money(Field[Pence]):
    """An amount in pounds, kept as whole pence: from ``least`` to ``most`` pence."""

    keys = "decimal"
    empty = _("Please write an amount.")

    def __init__(
        self, asks: Said | str, *, least: int = 0, most: int | None = None, **more: Unpack[Asking]
    ) -> None:
        super().__init__(asks, **more)
        self.least, self.most = least, most

    def read(self, text: str) -> Pence:
        """Read pounds and pence."""
        try:
            pence = parse_pounds(text)
        except ValueError as wrong:
            said = _(
                "“{text}” is not an amount of money. Write pounds and pence: 12.71.", text=short(text.strip())
            )
            raise Wrong(said) from wrong
        if pence < self.least or (self.most is not None and pence > self.most):
            raise Wrong(self._outside())
        return pence

    def _outside(self) -> Said:
        if self.most is None:
            return _("Write {least} or more.", least=self.write(Pence(self.least)))
        return _(
            "Write an amount from {least} to {most}.",
            least=self.write(Pence(self.least)),
            most=self.write(Pence(self.most)),
        )

    def write(self, data: Pence) -> str:
        """Say an amount as people type it."""
        return f"{'-' if data < 0 else ''}{abs(data) // 100}.{abs(data) % 100:02d}"
