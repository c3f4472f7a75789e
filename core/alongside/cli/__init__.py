"""The command line's kit: desks for commands, groups made from descriptions, and how it all ends."""

from alongside.cli.desk import Desk, Opened

__all__ = ["Desk", "Opened"]
