"""The tile of backups: whether there is a copy, of which day, and whether somebody can open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from alongside.display import Said as _
from alongside.display.wording import day
from alongside.house.backups.nightly import copies, is_old
from alongside.house.backups.notes import find_key, notes_of
from alongside.web.glance import Glance, Note

if TYPE_CHECKING:
    from alongside.house.hosting import Hosting
    from alongside.web import Visit


def backups(visit: Visit) -> Glance:
    """Tell how backups stand."""
    house = cast("Hosting", visit.host).house
    notes = notes_of(house.home)
    if find_key(house.home) is None:
        return _waits(_("There is **no key sheet** yet, so no copy is made."))
    if notes.failed:
        return _waits(_("The last copy **could not be made**."))
    if is_old(notes, house.store.clock()):
        return _waits(_("There has been **no new copy** for 2 days."))
    newest = max((one.day for one in copies(house.settings.backups_folder)), default=None)
    if newest is None:
        return _waits(_("There is **no copy** yet."))
    return Glance([Note(_("The last good copy is of **{day}**.", day=day(newest)), "safe")], _LINK, "/backups")


_LINK = _("See the backups")


def _waits(said: _) -> Glance:
    return Glance([Note(said, "safe")], _LINK, "/backups", waits=True)
