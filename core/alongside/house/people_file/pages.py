"""The pages by which people are put on record: one by hand, or many from a list, by the same check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.refused import refused_said
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.house.people_file import cells
from alongside.house.people_file.command import HEADERS, row_of
from alongside.house.people_file.joining import COLUMNS, Fault, Plan
from alongside.house.people_file.putting import look_through, put_on_record
from alongside.house.people_file.sheet import Line as Row
from alongside.house.people_file.sheet import Sheet, read_sheet
from alongside.people.person import EDITIONS, LONGEST_NAME, Format
from alongside.plugin import LARGEST_FORM
from alongside.refusal import BadInput, Refusal
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, File, FromList, Line, LongText, ManyOf, Money, OneOf, Read
from alongside.web.multipart import Sent

if TYPE_CHECKING:
    from alongside.web import Visit

_ROLES = (Role.MEMBER, Role.SUPPORTER, Role.TRUSTEE, Role.STEWARD)
_AS_IT_STANDS = {column: column for column in COLUMNS}
_EASY = "easy read"

# --- one person, by hand


class ByHand(Fields):
    """What is asked of one person; the row of a list would hold the same, and is checked in the same way."""

    name = Line(
        _("Name they use"),
        longest=LONGEST_NAME,
        missing=_("Nothing stands here. Give the name they use."),
    )
    date_of_birth = Day(_("Date of birth"), needed=False)
    email = Read(_("E-mail address"), cells.email, wrong=_("{no_email}"), needed=False, keys="email")
    phone = Read(_("Telephone"), cells.phone, wrong=_("{no_phone}"), needed=False, keys="tel")
    format = OneOf(_("In which way?"), [one.value for one in Format])
    edition = OneOf(_("How much do we write?"), EDITIONS)
    roles = ManyOf(_("You can tick more than one."), needed=False, depends=True)
    business = FromList(_("Where?"), none=_("No work"), needed=False, depends=True)
    start_date = Day(_("First day"), needed=False)
    hours_per_week = Line(_("Hours a week"), keys="decimal", needed=False)
    rate = Money(_("Pounds an hour"), hint=_("Such as 12.71."), needed=False)


def by_hand(visit: Visit) -> View:
    """Ask about one person."""
    return _asking_by_hand(visit, _by_hand(visit))


def send_by_hand(visit: Visit) -> GoTo | View:
    """Put her on record as a row of a file would, or say beside each field what is wrong."""
    form = _by_hand(visit)
    if not form.valid():
        return _asking_by_hand(visit, form)
    plan, written = put_on_record(visit.unit, Sheet((Row(1, _cells(form)),), _AS_IT_STANDS))
    for fault in plan.faults:
        form.refuse(form[fault.column], _said(fault))
    if plan.faults:
        return _asking_by_hand(visit, form)
    said = _("{name} is on record. You can add the next person.", name=plan.people[0].name)
    return GoTo("/people/new" if written else "/people", said)


def _said(fault: Fault) -> _:
    """What is wrong, as a page says it: with its “Why?” where it goes against a rule."""
    return refused_said(fault.against or Refusal(fault.sentence[:1].upper() + fault.sentence[1:]))


def _by_hand(visit: Visit) -> ByHand:
    begins = {"roles": [Role.MEMBER], "format": Format.SCREEN, "edition": EDITIONS[0]}
    form, places = ByHand(visit, begins), enterprise.businesses(visit.unit)
    form.roles.offer([one.value for one in _ROLES] + [f"{Role.MANAGER.value}:{one.slug}" for one in places])
    form.business.offer((one.slug, one.name) for one in places)
    return form


def _cells(form: ByHand) -> dict[str, str]:
    """What was typed, as the row of a list."""
    typed = {field.name: " ".join(field.shown.split()) for field in form if field.name in COLUMNS}
    easy = f"{_EASY} " if form.edition.value == "en@easy" else ""
    return {
        **{column: text for column, text in typed.items() if text},
        "roles": ";".join(form.roles.value),
        "format": easy + form.format.value.replace("_", " "),
    }


def _asking_by_hand(visit: Visit, form: ByHand) -> View:
    places = {f"{Role.MANAGER.value}:{one.slug}": one.name for one in enterprise.businesses(visit.unit)}
    return View("person_new.html", "Add a person", {"form": form, "managed": places})


# --- many, from a list


class Bring(Fields):
    """A list: a file, or its text."""

    file = File(_("File"), needed=False)
    text = LongText(_("Or its text"), longest=LARGEST_FORM, rows=8, needed=False)

    def check(self) -> None:
        """See that there is one of the two."""
        if self.file.data is None and not self.text.value:
            self.refuse(self.file, _("Choose a file, or write the list below."))


def from_file(visit: Visit) -> View:
    """Ask for a file, or for its text."""
    return _asking(Bring(visit), None)


def send_file(visit: Visit) -> GoTo | View:
    """Show what the list would do and what is wrong with it; put all on record once that was seen and wanted."""
    form = Bring(visit)
    if not form.valid():
        return _asking(form, None)
    # A file that was chosen counts for more than the text beside it.
    sent = form.file.data or Sent(_LIST, form.text.value.encode())
    # What stood in the file can be put right on the page, so it need not be chosen again.
    again = Bring(visit, {"text": _shown(sent.content)}, anew=True)
    try:
        sheet = read_sheet(sent.content, sent.name)
    except BadInput as wrong:
        again.refuse(again.file if form.file.data else again.text, wrong)
        return _asking(again, None)
    if visit.form.get("then") != "write":
        return _asking(again, look_through(visit.unit, sheet))
    plan, written = put_on_record(visit.unit, sheet)
    if plan.faults:
        return _asking(again, plan)
    return GoTo("/people", _people_said(len(written)))


_LIST = "the list"


def _people_said(number: int) -> _:
    if number == 1:
        return _("One person is on record now.")
    return _("{number} people are on record now.", number=f"{number:,}")


def _shown(content: bytes) -> str:
    """The text to be put right on the page; none where it is no text."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _asking(form: Bring, plan: Plan | None) -> View:
    facts = {
        "form": form,
        "text": form.text.shown,
        "columns": ",".join(COLUMNS),
        "plan": plan,
        "faults": [(one, _said(one)) for one in plan.faults] if plan else [],
        "headers": HEADERS,
        "rows": _rows(plan),
    }
    return View("people_file.html", "Bring in a list", facts)


def _rows(plan: Plan | None) -> Sequence[tuple[str, ...]]:
    return (
        [(name, told, roles, work) for _row, name, told, roles, work in map(row_of, plan.people)] if plan else []
    )
