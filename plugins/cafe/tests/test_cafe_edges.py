"""What people see of the rota, and what the café does when something happens elsewhere."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import attrs
import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes
from PIL import Image

from alongside.api import enterprise, people
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, Period, at
from alongside.api.web import Form, GoTo, Visit
from alongside.display.missing import missing_texts
from alongside.people.offers import show_photo
from alongside.placements.actions import attending
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_cafe import chapter, pages, reactions
from alongside_cafe.actions import looking, planning
from alongside_cafe.availability import DayHours
from alongside_cafe.offers import rotas
from alongside_cafe.pages import availability
from alongside_cafe.rota import KeptGap, first_names
from alongside_cafe.summary import Summary, summary
from alongside_cafe.tables import GAPS

MONDAY = date(2026, 11, 30)
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def engine_name():
    """One database is enough for what is shown; filling is tested on both."""
    return "sqlite"


class House:
    """What the pages ask of the house: the photos of people."""

    def __init__(self, kept=None):
        self.photos, self.kept, self.asked = self, kept or {}, []

    def handed_over(self, addresses):
        self.asked += addresses
        return {one: self.kept[one] for one in addresses if one in self.kept}


def visit(cafe, unit, who="Rosa Delgado", **facts):
    return Visit(
        host=House(),
        unit=unit,
        visitor=Visitor(Actor.person(cafe.people[who], who), who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        **facts,
    )


def shown(view, edition=Edition.STANDARD):
    return DISPLAY.render("cafe", view, edition=edition)


def all_away(cafe, day):
    """Everybody is away on one day, so nothing of it can be filled."""
    with cafe.unit() as unit:
        for person in cafe.people.values():
            kept = planning.availability(unit, cafe.business.id, person)
            planning.set_availability(unit, cafe.business.id, person, kept.hours, {day})


def test_rota_page_names_people_open_places_and_reasons_in_both_editions(cafe):
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    with cafe.unit(writing=False) as unit:
        view = pages.rota(visit(cafe, unit, query=Form((("week", "2026-12-03"),))))
    standard, easy = shown(view), shown(view, Edition.EASY)
    assert standard.count('<th scope="row">') == 1 + len(cafe.people)
    assert "16 of 20 places are filled." in standard
    assert "are away." in standard
    assert 'href="/cafe/tideline-cafe/rota?week=2026-11-23"' in standard
    assert "<strong>You</strong> work here" in easy
    assert easy_read_faults(easy) == []


def test_rota_in_easy_read_says_once_a_day_whom_to_ask_about_open_places(cafe):
    with cafe.unit() as unit:
        enterprise.give_role(unit, cafe.people["Mei Tanaka"], "manager", cafe.business.id)
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    with cafe.unit(writing=False) as unit:
        easy = shown(pages.rota(visit(cafe, unit, query=Form((("week", "2026-12-03"),)))), Edition.EASY)
    assert easy_read_faults(easy) == []
    assert easy.count("A place is open.") == 2
    assert easy.count("You can ask Mei.") == 1


def test_rota_page_refuses_a_week_that_is_no_day(cafe):
    with cafe.unit(writing=False) as unit, pytest.raises(BadInput, match="Write it as 2026-11-30"):
        pages.rota(visit(cafe, unit, query=Form((("week", "soon"),))))


def test_colleague_reads_no_reason_of_others(cafe):
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.unit(writing=False) as unit:
        for_manager = set(looking.week(unit, cafe.business.id, MONDAY).why.values())
    with cafe.store.unit(Actor.person(cafe.people["Mei Tanaka"], "Mei Tanaka"), writing=False) as unit:
        for_colleague = set(looking.week(unit, cafe.business.id, MONDAY).why.values())
    assert any("away" in one for one in for_manager)
    assert for_colleague == {"Nobody is free for this place yet.", "The key is still missing."}


def test_hours_that_were_sent_are_kept_and_shown_again(cafe):
    form = Form((("days", "1"), ("days", "3"), ("since", "09:30"), ("until", "14:00")))
    with cafe.unit() as unit:
        assert isinstance(availability.send_availability(visit(cafe, unit, form=form)), GoTo)
        view = availability.availability(visit(cafe, unit))
    form = view.facts["form"]
    assert (form.days.chosen, form.since.shown, form.until.shown) == (("1", "3"), "09:30", "14:00")
    assert easy_read_faults(shown(view, Edition.EASY)) == []


def test_single_day_is_written_down_kept_beside_the_hours_and_taken_back(cafe):
    def send(*pairs):
        with cafe.unit() as unit:
            return availability.send_availability(visit(cafe, unit, form=Form(pairs)))

    def seen():
        with cafe.unit(writing=False) as unit:
            return availability.availability(visit(cafe, unit))

    send(("days", "1"), ("since", "09:30"), ("until", "14:00"))
    assert isinstance(send(("do", "day"), ("day", "2026-12-01")), GoTo)
    assert isinstance(send(("do", "day"), ("day", "2026-12-08")), GoTo)
    view = seen()
    assert [one.day for one in view.facts["days"]] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert view.facts["form"].days.chosen == ("1",)
    for edition in Edition:
        assert 'name="day-free" value="2026-12-08"' in shown(view, edition)
    assert easy_read_faults(shown(view, Edition.EASY)) == []
    assert isinstance(send(("day-free", "2026-12-01")), GoTo)
    send(("days", "1"), ("days", "2"), ("since", "09:30"), ("until", "14:00"))
    assert [one.day for one in seen().facts["days"]] == [date(2026, 12, 8)]
    past = send(("do", "day"), ("day", "2026-11-02"))
    assert [name for name, _said in mistakes_of(past)] == ["day-day"]
    with pytest.raises(BadInput, match="No button"):
        send(("day-free", "soon"))


def test_day_with_other_hours_is_said_counts_in_the_place_of_its_weekday_and_is_taken_back(cafe):
    saturday = date(2026, 12, 5)

    def send(*pairs):
        with cafe.unit() as unit:
            return availability.send_availability(visit(cafe, unit, form=Form(pairs)))

    def kept():
        with cafe.unit(writing=False) as unit:
            me = visit(cafe, unit).actor.id
            return planning.availability(unit, cafe.business.id, me).on_days

    def sends_hours(day, since, until, *more):
        return send(("do", "hours"), ("day", str(day)), ("since", since), ("until", until), *more)

    send(("days", "1"), ("since", "09:30"), ("until", "14:00"))
    assert isinstance(send(("do", "day"), ("day", str(saturday))), GoTo)
    with cafe.unit(writing=False) as unit:
        assert "Keep the other hours" not in shown(availability.availability(visit(cafe, unit)))
    assert isinstance(sends_hours(saturday, "10:00", "14:00"), GoTo)
    assert isinstance(sends_hours(saturday, "11:00", "15:00"), GoTo)
    assert kept() == (DayHours(saturday, time(11), time(15)),), "what was said last counts"
    sends_hours(saturday, "17:00", "19:00", ("add", "yes"))
    assert kept() == (DayHours(saturday, time(11), time(15)), DayHours(saturday, time(17), time(19)))
    send(("days", "1"), ("days", "2"), ("since", "09:30"), ("until", "14:00"))
    with cafe.unit(writing=False) as unit:
        view = availability.availability(visit(cafe, unit))
    assert "11:00 to 15:00, 17:00 to 19:00" in shown(view)
    assert "Keep the other hours of this day as well" in shown(view)
    assert "Other hours on <strong>Saturday" in shown(view, Edition.EASY)
    assert easy_read_faults(shown(view, Edition.EASY)) == []
    wrong = sends_hours(saturday, "15:00", "11:00")
    assert [name for name, _said in mistakes_of(wrong)] == ["hours-until"]
    past = sends_hours(date(2026, 11, 2), "10:00", "14:00")
    assert [name for name, _said in mistakes_of(past)] == ["hours-day"]
    assert isinstance(send(("day-free", str(saturday))), GoTo)
    assert kept() == ()


@pytest.mark.parametrize(
    ("pairs", "field"),
    [
        ((("since", "09:00"), ("until", "14:00")), "days"),
        ((("days", "1"), ("since", "14:00"), ("until", "09:00")), "until"),
        ((("days", "1"), ("since", "nine"), ("until", "14:00")), "since"),
    ],
)
def test_hours_that_cannot_be_are_asked_for_again_with_what_to_do(cafe, pairs, field):
    with cafe.unit() as unit:
        view = availability.send_availability(visit(cafe, unit, form=Form(pairs)))
    assert [name for name, _said in mistakes_of(view)] == [field]
    assert f'id="{field}-mistake"' in shown(view)


def test_wall_rota_can_be_heard_and_shows_a_sheet_for_each_open_day(cafe):
    cafe.fill()
    with cafe.unit(writing=False) as unit:
        paper = pages.wall(visit(cafe, unit, path={"week": "2026-11-30"}))
        assert (
            set(cafe.people.values())
            >= unit.named
            >= set(looking.week(unit, cafe.business.id, MONDAY).rota.people)
        )
    report = validate_pdf_bytes(paper.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    with pikepdf.open(BytesIO(paper.content)) as sheets:
        assert len(sheets.pages) == 5
    assert paper.name == "wall-rota-tideline-cafe-2026-11-30.pdf"


def test_wall_rota_shows_photos_of_those_who_agreed(cafe):
    cafe.fill()
    photo = BytesIO()
    Image.new("RGB", (40, 40), "green").save(photo, "JPEG")
    name = f"{'ab' * 16}.jpg"
    with cafe.unit() as unit:
        who = looking.week(unit, cafe.business.id, MONDAY).rota.people[0]
        show_photo(unit, who, name)
    house = House({f"/photos/{name}": photo.getvalue()})
    with cafe.unit(writing=False) as unit:
        seen = attrs.evolve(visit(cafe, unit, path={"week": "2026-11-30"}), host=house)
        paper = pages.wall(seen)
    assert house.asked == [f"/photos/{name}"]
    with pikepdf.open(BytesIO(paper.content)) as sheets:
        images = [one for page in sheets.pages for one in page.get_images().values()]
    assert images
    assert validate_pdf_bytes(paper.content, profile=ValidationProfile.PDF_UA_1).is_compliant


def test_wall_rota_of_an_empty_week_says_to_fill_it(cafe):
    with cafe.unit(writing=False) as unit, pytest.raises(BadInput, match="Fill the rota first"):
        pages.wall(visit(cafe, unit, path={"week": "2026-11-30"}))


def test_chapter_and_figure_tell_what_was_filled_and_why_not(cafe):
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    cafe.store.clock = lambda: datetime(2027, 1, 4, tzinfo=UTC)
    with cafe.unit(writing=False) as unit:
        view = chapter.write(unit, Period.quarter(MONDAY))
        (figure,) = chapter.figures(unit, Period.quarter(MONDAY))
        assert chapter.figures(unit, Period.quarter(MONDAY).before) == ()
    standard, easy = shown(view), shown(view, Edition.EASY)
    assert (view.facts["now"].filled, view.facts["now"].places, figure.now) == (16, 20, 80)
    assert "people who could have done the work were away" in standard
    assert easy_read_faults(easy) == []
    # All were agreed on the Friday before: Monday's shift three days before, Wednesday's five.
    assert view.facts["notice"].shifts == 16
    assert "shifts were agreed <strong>" in standard
    assert "The café moved and cancelled none." in standard
    assert "People saw their shifts about" in easy


def test_chapter_tells_reasons_apart_but_not_who_is_held_back_or_kept_apart():
    told = Summary(places=9, reasons=(("held", 4), ("away", 2), ("apart", 2), ("week_limit", 1)))
    assert chapter.reasons_told(told) == [("away", 2), ("", 7)]
    assert chapter.reasons_told(Summary(places=9, reasons=(("skill", 2),))) == [("skill", 2)]


def test_learners_places_are_no_cover_and_are_told_as_chances(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        kept = rotas(unit, Period(MONDAY, MONDAY + timedelta(days=6)))
        shift, beside = kept[0].shifts[0], len(kept[0].shifts[0].places)
        with_till = attrs.evolve(shift, learning=("till",))
        learner = attrs.evolve(kept[0].assignments[0], id="learner", shift=shift.id, place=beside)
        once = attrs.evolve(
            kept[0], shifts=(with_till, *kept[0].shifts[1:]), assignments=(*kept[0].assignments, learner)
        )
        before = summary(kept, datetime(2027, 1, 4, tzinfo=UTC))
        after = summary([once], datetime(2027, 1, 4, tzinfo=UTC))
    assert (after.filled, after.open, after.learning) == (before.filled, before.open, 1)
    assert after.minutes == before.minutes + shift.shift.minutes


def test_hours_that_people_were_there_stand_beside_the_hours_that_were_planned(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        (kept,) = rotas(unit, Period(MONDAY, MONDAY + timedelta(days=6)))
    stayed, absent, *_ = kept.assignments
    noted = {stayed.claim: (stayed.person, 350), absent.claim: (absent.person, 0), "other": ("x", 600)}
    told = summary([kept], datetime(2027, 1, 4, tzinfo=UTC), noted)
    planned = sum(kept.by_id[one.shift].shift.minutes for one in (stayed, absent))
    assert (told.taken, told.noted, told.attended, told.of_noted) == (len(kept.assignments), 2, 350, planned)
    assert summary([kept], datetime(2027, 1, 4, tzinfo=UTC)).noted == 0


def test_chapter_shows_both_once_somebody_has_noted_who_was_there(standing):
    standing.at(datetime(2026, 12, 8, 12, tzinfo=UTC))
    rota = standing.rota()
    monday = [one for one in rota.assignments if rota.by_id[one.shift].day == MONDAY]
    with standing.unit() as unit:
        assert "Nobody has noted yet who was there." in shown(chapter.write(unit, Period.quarter(MONDAY)))
        notes = {one.claim: attending.Note(time=rota.by_id[one.shift].shift.during) for one in monday}
        notes[monday[0].claim] = attending.Note(time=None)
        attending.confirm(unit, standing.cafe.business.id, MONDAY, notes)
    with standing.unit() as unit:
        view = chapter.write(unit, Period.quarter(MONDAY))
        html = shown(view).replace("\N{NO-BREAK SPACE}", " ")
    hours = 6 * len(monday)
    assert f"for <strong>{len(monday)} places</strong> who was there" in html
    assert f"<strong>{hours - 6} hours</strong> of the {hours} hours that were planned on them." in html
    easy = shown(view, Edition.EASY).replace("\N{NO-BREAK SPACE}", " ")
    assert f"We know of <strong>{hours - 6} hours</strong> that people worked." in easy
    assert easy_read_faults(easy) == []


def test_shifts_without_a_key_are_counted(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        (kept,) = rotas(unit, Period(MONDAY, MONDAY + timedelta(days=6)))
    first = kept.shifts[0]
    no_key = KeptGap(id="k", business=first.business, shift=first.id, place=None, manager="", colleagues="")
    told = summary([attrs.evolve(kept, gaps=(no_key,))], datetime(2027, 1, 4, tzinfo=UTC))
    assert told.keyless == 1


def test_erased_person_leaves_shifts_to_come_and_keeps_a_nameless_past(cafe):
    first = cafe.fill()
    cafe.store.clock = lambda: datetime(2026, 12, 2, 20, tzinfo=UTC)
    begun = [shift.id for shift in first.rota.shifts if shift.day <= date(2026, 12, 2)]
    # Rotas as good as each other share the days differently: take somebody who works after that day.
    rosa = next(one.person for one in first.rota.assignments if one.shift not in begun)
    with cafe.unit() as unit:
        reactions.person_erased(unit, rosa)
        stands = looking.week(unit, cafe.business.id, MONDAY).rota
        assert planning.availability(unit, cafe.business.id, rosa) is None
    hers = [one for one in first.rota.assignments if one.person == rosa]
    assert any(one.shift not in begun for one in hers)
    assert [one for one in stands.assignments if one.person == rosa] == [one for one in hers if one.shift in begun]
    assert len(stands.gaps) - len(first.rota.gaps) == sum(one.shift not in begun for one in hers)


def test_whoever_was_erased_is_a_member_on_the_rota_that_was_worked_and_no_letter_of_it():
    names = {"gone": people.A_MEMBER, "rosa": "Rosa Delgado", "ann": "Ann Asher", "other": "Ann Brook"}
    assert first_names(names) == {"gone": "a member", "rosa": "Rosa", "ann": "Ann Asher", "other": "Ann Brook"}


def test_name_in_a_reason_goes_with_the_person(cafe):
    all_away(cafe, date(2026, 12, 2))
    done = cafe.fill()
    names = ("Rosa", "Ben", "Mei", "Sam", "Leah", "Dan")
    kept = " ".join(gap.manager for gap in done.rota.gaps)
    assert not any(name in kept for name in names)
    with cafe.unit(writing=False) as unit:
        told = " ".join(looking.week(unit, cafe.business.id, MONDAY).why.values())
    assert any(name in told for name in names)


def test_person_is_handed_her_hours_and_shifts(cafe):
    done = cafe.fill()
    ben = cafe.people["Ben Hartley"]
    with cafe.unit(writing=False) as unit:
        told = reactions.person_exported(unit, ben)
    assert len(told["shifts"]) == sum(one.person == ben for one in done.rota.assignments)
    assert told["availability"][0]["hours"][0] == "weekday 0: 07:00-18:00"
    assert told["availability"][0]["on_days"] == []


def test_why_not_speaks_up_for_a_time_that_breaks_a_rule_and_for_no_other(cafe):
    rosa = cafe.people["Rosa Delgado"]
    day = date(2026, 12, 2)
    with cafe.unit() as unit:
        planning.set_availability(
            unit, cafe.business.id, rosa, planning.availability(unit, cafe.business.id, rosa).hours, {day}
        )
        for other, objection in ((day, "Rosa Delgado is away."), (date(2026, 12, 3), None)):
            starts, ends = at(other, time(9), LONDON), at(other, time(12), LONDON)
            assert reactions.why_not(unit, rosa, starts, ends) == objection


def test_manager_is_asked_before_the_steward(cafe):
    with cafe.unit() as unit:
        assert looking.whom_to_ask(unit, cafe.business.id) == ""
        enterprise.give_role(unit, cafe.people["Ben Hartley"], "steward")
        assert looking.whom_to_ask(unit, cafe.business.id) == "Ben Hartley"
        enterprise.give_role(unit, cafe.people["Mei Tanaka"], "manager", cafe.business.id)
        assert looking.whom_to_ask(unit, cafe.business.id) == "Mei Tanaka"


def test_every_text_of_the_café_has_its_easy_read_wording():
    assert [one.keys for one in missing_texts({"cafe": "alongside_cafe"})] == [()]


@pytest.mark.parametrize(
    ("kept_away_by", "law"),
    [("rest", "uk.daily-rest"), ("days_off", "uk.weekly-rest"), ("longer_rest", None), ("week_limit", None)],
)
def test_gap_leads_to_the_rule_behind_it_for_who_plans_and_never_to_one_that_tells_an_age(cafe, kept_away_by, law):
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.unit() as unit:
        gap, *_others = unit.find(GAPS)
        unit.change(GAPS, gap, rule=kept_away_by)
        planner = looking.week(unit, cafe.business.id, MONDAY)
    assert planner.laws.get(gap.id) == law
    with cafe.store.unit(Actor.person(cafe.people["Rosa Delgado"], "Rosa Delgado"), writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).laws == {}
