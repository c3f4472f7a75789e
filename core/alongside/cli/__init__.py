"""The command line's kit: desks for commands, groups made from descriptions, and how it all ends."""

from alongside.cli.demo import Demo
from alongside.cli.desk import Desk, Opened

__all__ = ["Demo", "Desk", "Opened"]
