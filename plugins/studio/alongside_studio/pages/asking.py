"""The forms by which a studio is set up: rooms and kit, hours, what can be booked, prices."""

from __future__ import annotations

from calendar import day_name

from alongside.api.display import Said as _
from alongside.api.values import BadInput
from alongside.api.web import Day, Fields, FromList, Line, ManyOf, Money, Number, Read, TimeOfDay

from ..actions.setting_up import MOST_OF_A_POOL
from ..bookable import GRIDS, LONGEST_NAME, Who
from ..kit import LONGEST_TURNAROUND
from ..price import MOST_AN_HOUR, Audience

PICTURES = (
    "microphone",
    "music",
    "guitar",
    "drum",
    "headphones",
    "piano",
    "sofa",
    "camera",
    "film",
    "tools",
    "key",
)


class Piece(Fields):
    """A room, or a thing, or several equal ones."""

    do = "piece"
    name = Line(_("What do people call it?"), longest=LONGEST_NAME)
    kind = FromList(_("What is it?"), [("room", _("A room")), ("thing", _("A thing"))])
    picture = FromList(_("Picture"), PICTURES)
    count = Number(_("How many equal ones?"), least=1, most=MOST_OF_A_POOL)
    turnaround = Number(_("How many minutes to tidy up after each use?"), most=LONGEST_TURNAROUND)
    access = Line(
        _("What can people count on there?"),
        hint=_("Such as step-free, quiet. Put a comma between them."),
        needed=False,
    )


class Hours(Fields):
    """From when until when the studio is open on some days of every week."""

    do = "hours"
    days = ManyOf(_("On which days?"), [(str(n), day_name[n]) for n in range(7)])
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"), hint=_("00:00 is midnight."))


class Other(Fields):
    """A day that is different from others of its kind."""

    do = "other"
    day = Day(_("Which day?"))
    reason = Line(_("Why?"))
    since = TimeOfDay(_("Open from (if it is open)"), needed=False, depends=True)
    until = TimeOfDay(_("Open until"), needed=False, depends=True)


def minutes_of(hours: str) -> int:
    """Read hours, written 2 or 1.5, as minutes.

    Raises:
        BadInput: where they are no number.
    """
    try:
        return round(float(hours) * 60)
    except (ValueError, OverflowError) as wrong:
        raise BadInput(f"“{hours}” is no number of hours", remedy="Write one such as 2 or 1.5.") from wrong


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g}"


class Offer(Fields):
    """Something that can be booked."""

    do = "bookable"
    name = Line(_("What do people call it?"), longest=LONGEST_NAME, hint=_("Such as: Rehearse in Room 1."))
    picture = FromList(_("Picture"), PICTURES)
    needs = ManyOf(_("What does it need?"))
    how_many = Number(_("How many of the equal things?"), least=1, most=MOST_OF_A_POOL)
    least = Read(_("How many hours at least?"), minutes_of, wrong=_("{no_hours}"), writer=_hours, keys="decimal")
    most = Read(_("How many hours at most?"), minutes_of, wrong=_("{no_hours}"), writer=_hours, keys="decimal")
    grid = FromList(_("It can start every"), [(str(n), _("{n} minutes", n=n)) for n in GRIDS])
    who = ManyOf(
        _("Who books it, and who pays?"),
        [
            (Who.MEMBERS.value, _("Members book it themselves")),
            ("approval", _("A manager has to say yes")),
            ("free", _("The group pays for its members")),
        ],
        needed=False,
        depends=True,
    )


class Price(Fields):
    """What an hour costs, from a day on."""

    do = "price"
    bookable = FromList(_("For what?"))
    audience = FromList(_("For whom?"), [one.value for one in Audience])
    amount = Money(_("Pounds an hour"), most=MOST_AN_HOUR)
    day = Day(_("From which day?"), hint=_("The price before ends on the day before."))
