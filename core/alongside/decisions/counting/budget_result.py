"""What a rule for budgets found, as every rule tells it."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from alongside.decisions.counting.rule import Result, over
from alongside.decisions.counting.sheets import many
from alongside.decisions.counting.spending import Spending
from alongside.decisions.counting.telling_figures import Told, told


def result(
    rule: str,
    title: str,
    spending: Spending,
    found: Collection[Collection[int]],
    figures: dict[str, object],
    remarks: tuple[str, ...] = (),
) -> Result:
    """Put together a result from every set of projects that may get their money; projects are sorted by id."""
    winners, tied = over(found)
    costs = spending.together(winners)
    told_first = f"{money(spending, costs)} of {money(spending, spending.budget)} is spent." if not tied else ""
    return Result(
        rule=rule,
        contest=spending,
        winners=by_id(spending, winners),
        tied=lambda: sorted(by_id(spending, one) for one in tied),
        figures={
            "budget": plain(spending, spending.budget),
            "costs": {
                spending.name(number): plain(spending, spending.cost(number)) for number in spending.standing
            },
            "votes": {spending.name(number): votes for number, votes in spending.votes.items()},
            "spent": plain(spending, costs),
            "empty_ballots": spending.empty_ballots,
            "ballots_with_repeats": spending.repeated,
            **figures,
        },
        told=lambda width: told(
            Told(
                contest=spending,
                title=title,
                winners=by_id(spending, winners),
                possible=tied,
                figures=spending.strength,
                remarks=tuple(filter(None, (told_first, *remarks))),
                sizes=" · ".join((many(len(spending.candidates), "project"), many(spending.ballots, "ballot"))),
                label=spending.label,
            ),
            width,
        ),
    )


def by_id(spending: Spending, numbers: Collection[int]) -> tuple[int, ...]:
    """Projects in the order of their ids, as text."""
    return tuple(sorted(numbers, key=spending.name))


def plain(spending: Spending, sum_: int | Fraction) -> int | str:
    """A sum in units of the currency: a whole number, or exact as text: ``12.50`` or ``1 1/3``."""
    units = Fraction(sum_, spending.parts)
    if units.denominator == 1:
        return int(units)
    # As many decimals as the smallest part needs: quarters of a pound are told in hundredths.
    digits = next((places for places in range(7) if 10**places % spending.parts == 0), 0)
    if 10**digits % units.denominator == 0:
        whole, rest = divmod(int(units * 10**digits), 10**digits)
        return f"{whole}.{rest:0{digits}d}"
    whole, rest = divmod(units.numerator, units.denominator)
    return f"{whole} {rest}/{units.denominator}" if whole else f"{rest}/{units.denominator}"


def money(spending: Spending, sum_: int | Fraction) -> str:
    """A sum for people: as it is where it is whole, else down to the second decimal."""
    units = Fraction(sum_, spending.parts)
    if units.denominator == 1:
        return f"{int(units):,}"
    hundredths = int(units * 100)
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"
