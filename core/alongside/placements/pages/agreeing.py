"""The pages on which work is agreed with somebody on record, and on which it is given its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.hours_plan import fitting_a_week, steps_after
from alongside.placements.pages.my_work import coach_facts
from alongside.placements.pay_floor import BackDated, PayTooLow
from alongside.placements.placement import AlreadyThere, PlacementType, check_rate, minutes_of
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, Money, OneOf, Person, Read, Yes

if TYPE_CHECKING:
    from alongside.web import Visit


# --- agreeing


def _of_a_week(hours: str) -> int:
    return fitting_a_week(minutes_of(hours))


class Agree(Fields):
    """What is agreed, with whom and where."""

    person = Person(
        _("Who works?"),
        hint=_("Is somebody missing? A steward puts people on record first."),
        missing=_("Choose who works."),
    )
    business = OneOf(_("Where?"), missing=_("Choose the business."))
    kind = OneOf(
        _("What kind of work is it?"),
        [one.value for one in PlacementType],
        missing=_("Choose what is agreed."),
    )
    first_day = Day(_("First day"), missing=_("Write the first day, such as 2026-11-23."))
    hours = Read(
        _("Hours a week"),
        _of_a_week,
        wrong=_("{no_hours}"),
        keys="decimal",
        hint=_("Such as 12 or 12.5."),
        missing=_("Write the hours of a week, such as 12 or 12.5."),
    )
    rate = Money(
        _("Pounds an hour"),
        hint=_("A paid job needs it, and it is held to the least that the law asks for. Volunteering has none."),
        needed=False,
        depends=True,
    )

    def check(self) -> None:
        """Say beside the rate where it does not go with the kind of work."""
        kind = PlacementType(self.kind.value)
        try:
            check_rate(kind, self.rate.data)
        except BadInput as refused:
            unpaid = kind is PlacementType.VOLUNTEERING
            beside = _("{no_pay}", no_pay=refused.sentence) if unpaid else _("{no_rate}", no_rate=refused.sentence)
            self.refuse(self.rate, beside)


def new(visit: Visit) -> View:
    """Ask what is agreed; a business that was named in the address is chosen already."""
    return _asking(_agree(visit))


def send_new(visit: Visit) -> GoTo | View:
    """Agree the work, or say beside each field what is wrong."""
    form = _agree(visit)
    if not form.valid():
        return _asking(form)
    businesses = {one.slug: one for one in actions.may_agree_in(visit.unit)}
    name = people.names_of(visit.unit, [form.person.value])[form.person.value]
    try:
        agreed = actions.start_placement(
            visit.unit,
            person=form.person.value,
            business=businesses[form.business.value].id,
            kind=PlacementType(form.kind.value),
            first_day=form.first_day.value,
            agreed_minutes=form.hours.value,
            rate=form.rate.data,
        )
    except (PayTooLow, BadInput) as refused:
        _refuse(form, refused, name)
        return _asking(form)
    said = _(
        "{name} works in {business} from {day} on.",
        name=name,
        business=businesses[form.business.value].name,
        day=day_words(agreed.first_day, year=True),
    )
    return GoTo(f"/placements/{agreed.id}", said)


def _refuse(form: Agree, refused: PayTooLow | BadInput, name: str) -> None:
    """Put the refusal's own sentence beside its field; Easy Read words it by the facts."""
    if isinstance(refused, PayTooLow):
        form.refuse(form.rate, refused)
    elif isinstance(refused, BackDated):
        form.refuse(form.first_day, refused)
    elif isinstance(refused, AlreadyThere):
        form.refuse(form.first_day, _("{already_there}", already_there=refused.sentence, name=name))
    else:
        form.refuse(form.rate, _("{no_floor}", no_floor=refused.sentence, name=name))


def _agree(visit: Visit) -> Agree:
    businesses = [(one.slug, one.name) for one in actions.may_agree_in(visit.unit)]
    # Where there is only one to choose from, nobody has to choose it.
    chosen = businesses[0][0] if len(businesses) == 1 else visit.query.get("business", "")
    form = Agree(visit, {"business": chosen, "first_day": visit.today})
    form.business.offer(businesses)
    form.person.offer((one.id, one.name) for one in people.everybody(visit.unit))
    return form


def _asking(form: Agree) -> View:
    return View("placement_new.html", "Agree work", {"form": form})


# --- ending


class End(Fields):
    """The last day of some work."""

    last_day = Day(_("Last day"), missing=_("Write the last day, such as 2026-12-31."))


class Beside(Fields):
    """Whether a job coach works each shift with somebody."""

    do = "coach"
    beside = Yes(_("A job coach works each shift with {name}"))


def one(visit: Visit) -> View:
    """Show what was agreed with one person in one business."""
    return _agreed(visit, None)


def send_end(visit: Visit) -> GoTo | View:
    """Give the work its last day, or say what is wrong with that day; or agree whether a job coach is there."""
    if visit.form.get("do") == Beside.do:
        return _send_beside(visit)
    form = End(visit)
    if not form.valid():
        return _agreed(visit, form)
    last_day = form.last_day.value
    try:
        ended = actions.end_placement(visit.unit, visit.path["placement"], last_day)
    except (PayTooLow, BadInput) as refused:
        too_low = isinstance(refused, PayTooLow)
        form.refuse(form.last_day, refused if too_low else _("{other_day}", other_day=refused.sentence))
        return _agreed(visit, form)
    return GoTo(f"/placements/{ended.id}", _("The last day is {day}.", day=day_words(last_day, year=True)))


def _send_beside(visit: Visit) -> GoTo:
    wished = bool(visit.form.get("beside"))
    agreed = actions.agree_coach(visit.unit, visit.path["placement"], beside=wished)
    said = _("The rota puts a job coach beside them.") if wished else _("They may work without a job coach.")
    return GoTo(f"/placements/{agreed.id}", said)


def _agreed(visit: Visit, form: End | None) -> View:
    found = actions.look_at_placement(visit.unit, visit.path["placement"])
    job = offers.job_of(visit.unit, found)
    after = job.after(found)
    begun = [one for one in after if one.first_day <= visit.today]
    names = people.names_of(visit.unit, {found.person, found.supporter or found.person})
    facts = {
        "placement": found,
        "minutes": found.minutes_on(visit.today),
        "name": names[found.person],
        "supporter": names[found.supporter] if found.supporter else "",
        "business": enterprise.business(visit.unit, found.business),
        "today": visit.today,
        "form": form or End(visit, {"last_day": found.last_day if begun else job.last_day}),
        "goes_on": after[0] if after else None,
        "beside": Beside(visit, {"beside": found.coach_beside}, facts={"name": names[found.person]}),
        "may_change": visit.unit.may("placements.change", found.business),
        "review": actions.due_for(visit.unit, job, visit.today),
        "told": actions.adjustments_told(visit.unit, found.person),
        "said": offers.ending_of(visit.unit, [one.id for one in job.placements]),
        "coming": steps_after(found.plan, visit.today),
        "wishes": [one for one in offers.wishes_for(visit.unit, found) if one.waits],
        "coach": coach_facts(visit.unit, found.person, found.id),
        "longer": offers.opt_out_of(visit.unit, found.person, visit.today),
        "most": offers.most_minutes(visit.unit, [found.person]).get(found.person),
    }
    return View("placement.html", _("{name}", name=names[found.person]), facts)
