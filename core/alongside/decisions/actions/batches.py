"""Batches of paper ballots: entered by one person, entered again by another, and matched to the roll."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.decisions.actions import key_cards, keys, sealing
from alongside.decisions.actions.holding import hold_as_teller, must_be_over
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.actions.recording import must_say_why, record
from alongside.decisions.ballot import Ballot
from alongside.decisions.batch import Batch
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.paper_ballot import differing, read_papers
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import Channel, RollLine
from alongside.decisions.tables import BATCHES
from alongside.refusal import BadInput, Refusal, worded
from alongside.store import Unit


class DoesNotAddUp(Refusal):
    """Paper ballots are not as they have to be before a count; the sentence says where to look."""

    status = 409


def enter(unit: Unit, id: str, papers: int, text: str) -> Batch:  # noqa: A002 - what the column is called
    """Enter a new batch, a line for each paper; its ballots are sealed at once and never shown again.

    Raises:
        NotNow: while votes are taken: whoever reads papers then knows what comes out before others have voted.
        BadInput: where lines and papers do not match, or a line is no ballot.
    """
    found = _held(unit, id)
    key_cards.must_take_ballots(unit, found)
    ballots = read_papers(text, papers, found)
    number = max((one.number for one in batches_of(unit, id)), default=0) + 1
    new = Batch(
        id=unit.new_id(),
        proposal=id,
        number=number,
        papers=papers,
        entered_by=acting_person(unit),
        sealed=_sealed(found, ballots),
    )
    return unit.add(BATCHES, new)


def check(unit: Unit, id: str, number: int, text: str) -> Batch:  # noqa: A002 - what the column is called
    """Enter a batch again, by another person. Both entries must be the same, else nothing is kept of the second.

    The two entries for a locked box meet when it is opened, for nobody can read the first one before.

    Raises:
        NotNow: where the same person entered it before, or it was checked already.
        DoesNotAddUp: naming the lines that are not the same.
    """
    found = _held(unit, id)
    batch = _batch(unit, id, number)
    if batch.again is not None:
        raise NotNow(worded("decisions", "Batch {n} was entered twice already.", n=number))
    if batch.entered_by is not None and batch.entered_by == acting_person(unit):
        raise NotNow(
            worded(
                "decisions", "You entered batch {n} yourself. Somebody else enters it the second time.", n=number
            )
        )
    ballots = read_papers(text, batch.papers, found)
    if found.level is not Level.LOCKED:
        private = keys.private_half(str(found.public_key), found.title)
        _must_agree(number, _ballots(number, batch.sealed, private), ballots)
    return unit.change(BATCHES, batch, again=_sealed(found, ballots), checked_by=acting_person(unit))


def take_away(unit: Unit, id: str, number: int, why: str) -> None:  # noqa: A002 - what the column is called
    """Take a batch away that was entered wrongly, with the reason on record; its papers are entered anew."""
    _held(unit, id)
    must_say_why(why)
    unit.remove(BATCHES, _batch(unit, id, number))
    record(unit, id, Done.BATCH_TAKEN_AWAY, words=why)


def opened(unit: Unit, found: Proposal, lines: Sequence[RollLine], private: str) -> list[Ballot]:
    """Return the ballots of all batches, once they are what the roll says.

    Raises:
        DoesNotAddUp: where a batch was not entered twice, the entries differ, or papers and marks do not match.
    """
    every = batches_of(unit, found.id)
    for one in every:
        _must_be_checked(one)
        _must_agree(
            one.number, _ballots(one.number, one.sealed, private), _ballots(one.number, one.again, private)
        )
    must_match(every, lines)
    return [ballot for one in every for ballot in _ballots(one.number, one.sealed, private)]


def must_match(every: Sequence[Batch], lines: Sequence[RollLine]) -> None:
    """Refuse to count where there are more papers than marks on the roll, or fewer."""
    marks = sum(line.channel is Channel.PAPER for line in lines)
    papers = sum(one.papers for one in every)
    if papers != marks:
        raise DoesNotAddUp(
            worded(
                "decisions",
                "The papers do not add up: the roll says that {marks} came, and the batches hold {papers}. "
                "Count the papers by hand, then look at the marks and the batches.",
                marks=marks,
                papers=papers,
            )
        )


def empty(unit: Unit, proposal: str) -> None:
    """Empty the batches of their ballots, after the count; how many papers they had stays."""
    for one in batches_of(unit, proposal):
        unit.change(BATCHES, one, sealed=None, again=None)


def batches_of(unit: Unit, proposal: str) -> list[Batch]:
    """Return the batches of a vote, by number."""
    table = BATCHES.table
    return unit.find(BATCHES, table.c.proposal == proposal, order=(table.c.number,))


def _held(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    found = hold_as_teller(unit, id)
    must_be_over(unit, found)
    return found


def _batch(unit: Unit, id: str, number: int) -> Batch:  # noqa: A002 - what the column is called
    found = next((one for one in batches_of(unit, id) if one.number == number), None)
    if found is None:
        raise BadInput(worded("decisions", "There is no batch {n}. Look at the number on its sheet.", n=number))
    return found


def _sealed(found: Proposal, ballots: Sequence[Ballot]) -> tuple[str, ...]:
    return tuple(sealing.seal(one.text, str(found.public_key), found.how.room) for one in ballots)


def _ballots(number: int, sealed: Sequence[str] | None, private: str) -> list[Ballot]:
    try:
        return [Ballot.of(sealing.unseal(one, private)) for one in sealed or ()]
    except sealing.CannotOpen as damaged:
        # The papers are there still: nothing is lost but the work of entering them.
        raise DoesNotAddUp(
            worded("decisions", "Batch {n} is damaged. Take it away, and enter its papers anew.", n=number)
        ) from damaged


def _must_be_checked(batch: Batch) -> None:
    if batch.again is None:
        raise DoesNotAddUp(
            worded(
                "decisions",
                "Batch {n} was entered once. Somebody else enters it again before the count.",
                n=batch.number,
            )
        )


def _must_agree(number: int, first: Sequence[Ballot], second: Sequence[Ballot]) -> None:
    # What is chosen has to be the same. The words of a reason are as the first one has read them.
    lines = differing([one.keys for one in first], [one.keys for one in second])
    if lines:
        raise DoesNotAddUp(
            worded(
                "decisions",
                "Batch {n}: the two entries are not the same in line {lines}. Look at these papers together.",
                n=number,
                lines=", ".join(map(str, lines)),
            )
        )
