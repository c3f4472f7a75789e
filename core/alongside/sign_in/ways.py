"""The ways in that a person has, as her own page shows them."""

from __future__ import annotations

import attrs

from alongside.sign_in.passkey import Passkey


@attrs.frozen(kw_only=True)
class Ways:
    """``spare_codes`` is how many codes on paper are left."""

    password: bool
    second_step: bool
    spare_codes: int
    passkeys: tuple[Passkey, ...]
