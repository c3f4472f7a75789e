"""The store: one database for one enterprise, written through units of work.

``Unit`` is the door that parts use; ``Rows`` and ``columns`` say how a part's values are kept.
"""

from alongside.store import columns, trail
from alongside.store.actor import Actor, ActorKind
from alongside.store.columns import table
from alongside.store.rows import Rows
from alongside.store.store import NotCleanYet, Store
from alongside.store.unit import Dispatch, Guarded, Rights, Unit

__all__ = [
    "Actor",
    "ActorKind",
    "Dispatch",
    "Guarded",
    "NotCleanYet",
    "Rights",
    "Rows",
    "Store",
    "Unit",
    "columns",
    "table",
    "trail",
]
