"""The next course: when something can be learnt, as whoever teaches it says, for whoever has to be told."""

from __future__ import annotations

from datetime import date

import attrs


@attrs.frozen(kw_only=True)
class NextCourse:
    """A course that gives a certificate: what it is called, when it begins, and the page it is joined on."""

    title: str
    first_day: date
    path: str
