"""Agreeing a pay run: by a person with a name, after looking; from then on its numbers never change."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.instants import local
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.pay import offers
from alongside.pay.actions.running import person_acting
from alongside.pay.advice import Advice, Run
from alongside.pay.floor import too_low
from alongside.pay.tables import RUNS
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.refusal import Refusal, SomebodyWasFaster, worded
from alongside.store import Unit


class CannotAgree(Refusal):
    """The run is not ready to be agreed; the sentence says what is in the way."""

    status = 409


def agree(unit: Unit, run: str, version: int) -> Run:
    """Agree a run as it was looked at: ``version`` is that of the draft that was shown.

    Raises:
        SomebodyWasFaster: where the draft was made again since, or is agreed.
        CannotAgree: by the keyboard, before the period is over, as a draft that was made before it was over, or
            while a rate is under the floor.
    """
    unit.need("pay.run")
    unit.lock(RUNS, [run])
    found = offers.run(unit, run)
    if found.agreed or found.version != version:
        raise SomebodyWasFaster("pay run")
    advices = offers.advices_of(unit, run)
    _refuse(unit, found, advices)
    agreed = unit.change(RUNS, found, agreed_at=unit.now, agreed_by=person_acting(unit))
    offers.write(unit, advices)
    for one in advices:
        if one.pays:
            _tell(unit, agreed, one)
    return agreed


def _refuse(unit: Unit, run: Run, advices: list[Advice]) -> None:
    if person_acting(unit) is None:
        raise CannotAgree(worded("pay", "A pay run is agreed by a person with a name. Open it on its page."))
    if enterprise.today(unit) <= run.last_day:
        raise CannotAgree(
            worded("pay", "These days are not over. You can agree the run after {day}.", day=run.last_day)
        )
    if made_early(unit, run):
        raise CannotAgree(worded("pay", "This draft was made before its days were over. Work it out again first."))
    told = {one.person for one in advices if any(matter.stops for matter in one.matters)}
    stopped = len(told | _under_the_floor(unit, run))
    if stopped:
        raise CannotAgree(
            worded(
                "pay",
                "The pay of {n} people is under the least that the law asks for. Agree their rates first, "
                "then work the run out again.",
                n=stopped,
            )
        )


def made_early(unit: Unit, run: Run) -> bool:
    """True if a run was read before its last day was over: hours and rates of its last days are not all in it."""
    return local(run.read_at, enterprise.the_enterprise(unit).zone).date() <= run.last_day


def _under_the_floor(unit: Unit, run: Run) -> set[str]:
    """The people with a rate under the floor as it is known now; a date of birth may have been put right since."""
    born = {one.id: one.date_of_birth for one in people.for_counting(unit)}
    found = (
        (one.person, too_low(one, born.get(one.person), run.first_day))
        for one in placements.placements_in(unit, run.period)
    )
    return {person for person, matter in found if matter is not None and matter.stops}


def _tell(unit: Unit, run: Run, advice: Advice) -> None:
    title = Sentence(key="Your pay advice is here", picture="money")
    line = Sentence(key="It says what you earned until **{day}**.", picture="calendar", days={"day": run.last_day})
    write_to(
        unit,
        advice.person,
        f"pay:advice:{run.id}",
        "pay",
        title,
        [line],
        path=f"/my-pay/{advice.id}",
        private=True,
    )
