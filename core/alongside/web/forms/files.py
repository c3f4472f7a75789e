"""A file that somebody chooses; the page takes one (``takes_file``), and its form says ``multipart/form-data``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from alongside.display import Said
from alongside.web.forms.field import Asking, Field, Wrong
from alongside.web.forms.field import kit as _
from alongside.web.multipart import Sent


class File(Field[Sent]):
    """A file: its name there and what is in it. ``endings`` are those that a name may have, such as ``.csv``.

    A browser never keeps a file over a mistake, so a form that is shown again says so.
    """

    drawn = "file"
    empty = _("Please choose a file.")
    again = _("Please choose the file again.")

    def __init__(self, asks: Said | str, *, endings: Sequence[str] = (), **more: Unpack[Asking]) -> None:
        super().__init__(asks, **more)
        self.endings = tuple(endings)

    @property
    def mistake(self) -> Said | None:
        """The sentence to show beside the field; a form that is drawn again has lost its file."""
        lost = any(isinstance(one, Sent) for one in self.raw_data or ())
        return super().mistake or (self.again if lost else None)

    def process_formdata(self, sent: Sequence[object]) -> None:
        """Take the file."""
        self.data = next((one for one in sent if isinstance(one, Sent)), None)
        if self.data is None:
            return
        if not self.data.content:
            raise Wrong(_("The file is empty. Please choose another one."))
        if self.endings and not self.data.name.lower().endswith(self.endings):
            raise Wrong(_("Please choose a file that ends in {endings}.", endings=", ".join(self.endings)))
