"""The command line, as a plugin's ``commands.py`` uses it."""

from alongside.cli import Desk
from alongside.cli.demo import Demo
from alongside.cli.options import DAY, MONEY, WALL_TIME

__all__ = ["DAY", "MONEY", "WALL_TIME", "Demo", "Desk"]
