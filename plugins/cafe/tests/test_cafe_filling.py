"""From a pattern to claims in people's weeks, on each database."""

from datetime import timedelta

from alongside.api import diary
from alongside.api.values import Period
from alongside_cafe.actions import looking

MONDAY = None


def test_filled_rota_stands_in_each_persons_week(cafe):
    from datetime import date

    monday = date(2026, 11, 30)
    done = cafe.fill()
    with cafe.unit(writing=False) as unit:
        for person in cafe.people.values():
            hers = {(one.starts, one.ends) for one in diary.week_of(unit, person, monday, "Europe/London")}
            on = {(s.starts, s.ends) for s in done.rota.shifts if person in done.rota.on(s)}
            assert hers == on
        assert looking.faults(unit, cafe.business.id, Period(monday, monday + timedelta(days=6))) == []
    assert done.filled == done.rota.places == 20
