"""What is noted of a fault that no person was there to see: where it happened, never what it said.

The words of an error may name people (a database spells out the row it refused), so they stay out of the log.
"""

from __future__ import annotations

import logging
import secrets
import traceback

_log = logging.getLogger(__name__)


def noted(fault: BaseException, what: str) -> str:
    """Write to the log where a fault happened; return the reference it stands under."""
    reference = secrets.token_hex(4)
    places = [f"{at.filename}:{at.lineno} in {at.name}" for at in traceback.extract_tb(fault.__traceback__)]
    _log.error("Reference %s: %s failed with %s\n  %s", reference, what, type(fault).__name__, "\n  ".join(places))
    return reference
