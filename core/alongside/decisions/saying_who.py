"""The words of who decides: the same wherever a proposal is read, and for whoever has no vote in it."""

from __future__ import annotations

from alongside.decisions.condition import YesShare, needed
from alongside.decisions.electorate import Who
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import Channel, Help, RollLine
from alongside.decisions.saying import Sentence


def _(key: str, **facts: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key, facts)


def who_decides(proposal: Proposal, business: str, people: int) -> Sentence:
    """Say who decides; ``business`` is the name of the one whose people do, ``people`` how many are on a panel."""
    return {
        Who.MEMBERS: _("Who decides: all members."),
        Who.BUSINESS: _("Who decides: the people who work in {business}.", business=business),
        Who.PANEL: _("Who decides: a panel of {n} members.", n=f"{people}"),
    }[proposal.decides]


def second_condition(proposal: Proposal, on_roll: int) -> Sentence | None:
    """Say how many of all who may vote have to be for it; by share before the roll is frozen, None without one."""
    if proposal.yes_share is None:
        return None
    if on_roll:
        many = f"{needed(proposal.yes_share, on_roll)}"
        return _("At least {n} of all {all} who may vote must be for it.", n=many, all=f"{on_roll}")
    return {
        YesShare.QUARTER: _("At least a quarter of all who may vote must be for it."),
        YesShare.THIRD: _("At least a third of all who may vote must be for it."),
        YesShare.HALF: _("At least half of all who may vote must be for it."),
        YesShare.TWO_THIRDS: _("At least two thirds of all who may vote must be for it."),
    }[proposal.yes_share]


def no_vote(proposal: Proposal, business: str) -> Sentence:
    """Say to somebody who is not on the roll of an open vote why she has none."""
    return {
        Who.MEMBERS: _("You have no vote in this. The roll was frozen when the vote opened."),
        Who.BUSINESS: _(
            "You have no vote in this. Those decide who worked in {business} when the vote opened.",
            business=business,
        ),
        Who.PANEL: _("You have no vote in this. A panel decides, and you are not on it."),
    }[proposal.decides]


def how_voted(line: RollLine, helper: str) -> tuple[Sentence, ...]:
    """Say whether and by which way somebody has voted, and who helped how: for tellers and for herself."""
    if not line.voted:
        return (_("Has a paper ballot, which is not in the box yet.") if line.paper else _("Has not voted yet."),)
    way = {
        Channel.WEB: _("Has voted, on a screen."),
        Channel.PAPER: _("Has voted, on paper."),
        Channel.PHONE: _("Has voted, by telephone."),
        None: _("Has voted."),
    }[line.channel]
    return (way, *_with_help(line, helper))


def _with_help(line: RollLine, helper: str) -> tuple[Sentence, ...]:
    if not line.helped:
        return ()
    named = _("{name} helped.", name=helper) if helper else _("Somebody helped.")
    kinds = {
        Help.READ_ALOUD: _("The help was reading aloud."),
        Help.POINTING: _("The help was pointing."),
        Help.WRITING: _("The help was pressing or writing."),
        Help.INTERPRETER: _("The help was an interpreter."),
    }
    return (named, kinds[line.help]) if line.help else (named,)
