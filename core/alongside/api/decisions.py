"""Decisions: what is proposed, open and decided. Nobody votes for anybody from here."""

from alongside.decisions.offers import add_proposal, find_proposal, open_proposals, outcomes, proposal
from alongside.decisions.outcome import Decision, Outcome, Result
from alongside.decisions.proposal import Option, Proposal

__all__ = [
    "Decision",
    "Option",
    "Outcome",
    "Proposal",
    "Result",
    "add_proposal",
    "find_proposal",
    "open_proposals",
    "outcomes",
    "proposal",
]
