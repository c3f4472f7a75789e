"""The command by which a vote is given at a keyboard: by the member herself, or noted by a teller who is rung."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from alongside.decisions.commands.letters import ask_for_letters, ask_to_show

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.roll import Helped
    from alongside.store import Unit

_CHECKS = ("rang-back", "voice", "beside")
_KINDS = ("read-aloud", "pointing", "writing", "interpreter")


@click.argument("proposal")
@click.option("--for", "name", default=None, metavar="NAME", help="Who rings a teller; else whoever acts votes.")
@click.option("--checked", type=click.Choice(_CHECKS), default=None, help="How you know who rings.")
@click.option("--listener", default=None, metavar="NAME", help="Who else listens to the call.")
@click.option("--helper", default=None, metavar="NAME", help="Which of her supporters helps whoever votes.")
@click.option("--help-by", type=click.Choice(_KINDS), default=None, help="How she is helped.")
def cast(
    desk: Desk,
    proposal: str,
    name: str | None,
    checked: str | None,
    listener: str | None,
    helper: str | None,
    help_by: str | None,
) -> None:
    """Vote, or note a vote by telephone. Letters are asked for and not shown, as a command stands in histories.

    Say who votes before the command: alongside --as NAME decisions cast PROPOSAL. She shows her own card, or types
    her own password: nobody votes for somebody else. The last vote counts.
    """
    from alongside.decisions import offers
    from alongside.decisions.actions import at_a_keyboard
    from alongside.decisions.commands.phone import note
    from alongside.decisions.commands.showing import day_of
    from alongside.decisions.paper_ballot import read_letters

    _must_fit(name, checked, listener, helper or help_by)
    if name and checked:
        note(desk, proposal, name, checked, listener)
        return
    with desk.unit(writing=False) as unit:
        shown = offers.proposal(unit, offers.find_proposal(unit, proposal).id)
    hers = ask_to_show()
    letters = ask_for_letters(shown, again=True)
    with desk.unit() as unit:
        helped = _helped(unit, shown.id, helper, help_by)
        at_a_keyboard.cast(unit, shown.id, read_letters(letters, shown), hers, helped=helped)
    until = day_of(desk, shown.closes)
    said = f"Sealed: your vote is in the box. You can vote again until {until}; the last one counts."
    desk.answer({"voted": True, "closes": shown.closes.isoformat()}, said)


def _must_fit(name: str | None, checked: str | None, listener: str | None, helped: str | None) -> None:
    from alongside.refusal import BadInput

    if name and not checked:
        raise BadInput("it was not said how you know who rings", remedy="Say --checked and one of its words.")
    if (checked or listener) and not name:
        raise BadInput("it was not said who rings", remedy="Say --for NAME, or leave the call out.")
    if name and helped:
        raise BadInput("help beside the caller is not known to a teller", remedy="Leave --helper out.")


def _helped(unit: Unit, proposal: str, helper: str | None, how: str | None) -> Helped | None:
    from alongside.decisions.actions import helping
    from alongside.decisions.roll import Help, Helped
    from alongside.people import offers as people

    if not (helper or how):
        return None
    who = helping.named(unit, proposal, people.find_person(unit, helper).id).id if helper else None
    return Helped(helper=who, how=Help(how.replace("-", "_")) if how else None)
