"""What the first questions ask, each a form of its own."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.enterprise.business import LONGEST_NAME
from alongside.house.first_run.places import zone_of
from alongside.house.people_file import cells
from alongside.people.person import LONGEST_NAME as LONGEST_NAME_OF_A_PERSON
from alongside.refusal import BadInput
from alongside.web.forms import Fields, Line, OneOf, Read

OTHER = "other"

_NO_CLOCKS = _("We do not know the clocks of this city. Write a larger one near it.")


class Name(Fields):
    """What the group is called."""

    name = Line(
        _("Name of the group"),
        longest=LONGEST_NAME,
        hint=_("Such as “Harbour Together”. It stands at the top of every page."),
        missing=_("Write the name of your group."),
    )


def _clocks_of(city: str) -> str:
    zone = zone_of(city)
    if zone is None:
        raise BadInput(f"no clocks go by “{city}”", remedy="Write a larger city near it.")
    return zone


class Place(Fields):
    """Whose clocks the group goes by: one of a few cities, or another that is written."""

    zone = OneOf(_("Whose clocks do you use?"), needed=False, depends=True)
    city = Read(_("Another city"), _clocks_of, wrong=_NO_CLOCKS, needed=False)

    def check(self) -> None:
        """See that one of the two was said; what was written counts for more."""
        if self.zone.value == OTHER and not self.city.data:
            self.refuse(self.city, _NO_CLOCKS)
        elif not self.zone.value and not self.city.data:
            self.refuse(self.zone, _("Choose a city, or write yours."))

    @property
    def chosen(self) -> str:
        """The place that was said."""
        return self.city.data or self.zone.value


class Business(Fields):
    """A business that the group runs."""

    name = Line(
        _("Its name"),
        longest=LONGEST_NAME,
        hint=_("Such as “Harbour Café”."),
        missing=_("Write the name of a business."),
    )
    kind = OneOf(_("What kind of business is it?"), missing=_("Choose what kind of business it is."))


class Steward(Fields):
    """Who looks after Alongside first."""

    steward = Line(
        _("Name they use"),
        longest=LONGEST_NAME_OF_A_PERSON,
        missing=_("Write the name of one person."),
        autocomplete="name",
    )
    email = Read(
        _("E-mail address"),
        cells.email,
        wrong=_("{no_email}"),
        needed=False,
        keys="email",
        autocomplete="email",
    )
