"""The store, as a plugin's ``tables.py``, ``offers.py`` and ``actions.py`` use it."""

from alongside.store import Actor, Guarded, Rows, Unit, columns, table

__all__ = ["Actor", "Guarded", "Rows", "Unit", "columns", "table"]
