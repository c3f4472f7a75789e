"""What the program that casts votes and the test that kills it both know."""

from datetime import UTC, datetime
from importlib import import_module

PARTS = [import_module(f"alongside.{name}").PART for name in ("enterprise", "people", "decisions")]
PERMISSIONS = {part.name: part.permissions for part in PARTS}
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TELLER, SECOND = "tess", "tom"
CHOICES = ("option1", "option2", "option3")
WAYS = {"web": 62, "phone": 14, "take-back": 10, "give": 6, "back": 2, "came": 6}
"""How often each is done."""
