"""What somebody learns who looks up a certificate by its serial: whose it is, and whether it holds."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.people.certificate import Certificate


class Standing(Enum):
    """Whether a certificate can be relied on, on the day it is looked up."""

    HOLDS = "holds"
    NOT_YET = "not_yet"  # its first day is still to come
    RUN_OUT = "run_out"
    REVOKED = "revoked"  # why is nobody's business but its holder's


@attrs.frozen
class LookedUp:
    """A certificate with its holder's name, as it stands on ``day``."""

    certificate: Certificate
    name: str
    day: date

    @property
    def standing(self) -> Standing:
        """Whether it can be relied on."""
        return standing(self.certificate, self.day)


def standing(certificate: Certificate, day: date) -> Standing:
    """Return whether a certificate can be relied on, on a day."""
    if certificate.revoked_on is not None and certificate.revoked_on <= day:
        return Standing.REVOKED
    if certificate.holds(day):
        return Standing.HOLDS
    return Standing.NOT_YET if day < certificate.first_day else Standing.RUN_OUT
