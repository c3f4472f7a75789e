"""What is asked for once in a unit: it is not stale after the unit itself has changed anything."""

import pytest


class Asking:
    """Counts how often it is asked, and answers with the colours of all cups."""

    def __init__(self, unit, rows):
        self.unit, self.rows, self.times = unit, rows, 0

    def __call__(self):
        self.times += 1
        return tuple(one.colour for one in self.unit.find(self.rows))

    def colours(self):
        return self.unit.once("colours", self)


@pytest.mark.parametrize("writing", [False, True])
def test_unit_that_only_reads_asks_once(cups, cup_rows, keyboard, writing):
    with cups.unit(keyboard, writing=writing) as unit:
        asking = Asking(unit, cup_rows)
        assert asking.colours() == asking.colours() == ()
        assert asking.times == 1


def test_unit_that_has_written_asks_anew(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        asking = Asking(unit, cup_rows)
        assert asking.colours() == ()
        there = unit.add(cup_rows, cup)
        assert asking.colours() == ("green",)
        there = unit.change(cup_rows, there, colour="blue")
        assert asking.colours() == ("blue",)
        unit.remove(cup_rows, there)
        assert asking.colours() == ()


def test_unit_that_holds_a_row_asks_anew_as_another_may_have_changed_it_until_then(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        asking = Asking(unit, cup_rows)
        asking.colours()
        unit.lock(cup_rows, [cup.id])
        asking.colours()
        assert asking.times == 2


def test_what_was_asked_for_in_a_part_that_was_undone_is_asked_for_anew(cups, cup_rows, cup, keyboard):
    with cups.unit(keyboard) as unit:
        asking = Asking(unit, cup_rows)
        with pytest.raises(ZeroDivisionError), unit.apart():
            unit.add(cup_rows, cup)
            assert asking.colours() == ("green",)
            1 / 0  # noqa: B018 - anything that raises
        assert asking.colours() == ()
