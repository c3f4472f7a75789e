"""Proposals: what members are asked, the choices they have, and the states a proposal goes through."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import attrs

from alongside.refusal import BadInput, Refusal

ABSTAIN = "abstain"
"""The choice of taking part and choosing none; it counts towards the quorum, never in the share."""

MOST_OPTIONS = 9
MOST_PEOPLE = 1_000_000


class ProposalState(Enum):
    """Where a proposal stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class NotNow(Refusal):
    """What was asked for does not go with where the proposal stands, such as a vote after the close."""

    status = 409


@attrs.frozen(kw_only=True)
class Option:
    """One choice: ``key`` is what a ballot holds, ``picture`` the same on screen, paper and result."""

    key: str
    words: str
    easy_words: str
    picture: str

    def __attrs_post_init__(self) -> None:
        """Refuse a choice that nobody could read."""
        if not self.words.strip() or not self.easy_words.strip():
            raise BadInput("a choice has no words", remedy="Say each choice in a few words.")


YES = Option(key="yes", words="Yes", easy_words="Yes", picture="done")
NO = Option(key="no", words="No", easy_words="No", picture="ring")


@attrs.frozen(kw_only=True)
class Proposal:
    """What members are asked to decide.

    ``easy_title`` and ``easy_why`` say the same in Easy Read. ``opens`` is None until the vote is opened,
    ``closes`` the instant up to which ballots are taken. ``quorum`` is the least number taking part, of the
    roll frozen at opening. ``review`` is the day to look at the decision again. ``public_key`` seals ballots.

    Raises:
        BadInput: for a proposal that could not be voted on.
    """

    id: str
    title: str
    easy_title: str
    why: str
    easy_why: str
    options: tuple[Option, ...]
    proposer: str | None
    state: ProposalState = ProposalState.DRAFT
    opens: datetime | None = None
    closes: datetime
    quorum: int
    review: date | None = None
    public_key: str | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what a vote needs: a title, two choices at least, all different, and a quorum."""
        if not self.title.strip() or not self.easy_title.strip():
            raise BadInput("the proposal has no title", remedy="Ask the question in one sentence.")
        if not 2 <= len(self.options) <= MOST_OPTIONS:
            found = f"the proposal has {len(self.options)} choices"
            raise BadInput(found, remedy=f"Give from 2 to {MOST_OPTIONS}.")
        keys = {option.key for option in self.options}
        if len(keys) < len(self.options) or ABSTAIN in keys:
            raise BadInput("two choices of the proposal are the same", remedy="Say each in words of its own.")
        if not 1 <= self.quorum <= MOST_PEOPLE:
            found = f"the quorum {self.quorum} is not a number from 1 to {MOST_PEOPLE:,}"
            raise BadInput(found, remedy="Say how many must take part.")

    @property
    def choices(self) -> tuple[str, ...]:
        """What a ballot may hold."""
        return (*(option.key for option in self.options), ABSTAIN)

    def option(self, key: str) -> Option:
        """Return the option with this key."""
        return next(option for option in self.options if option.key == key)

    def must_be(self, *states: ProposalState) -> None:
        """Refuse with ``NotNow`` unless the proposal stands in one of the states."""
        if self.state not in states:
            raise NotNow(f"“{self.title}” {_STANDS[self.state]}.")

    def must_take(self, choice: str, now: datetime) -> None:
        """Refuse a ballot that is too late, or that holds none of the choices."""
        self.must_be(ProposalState.OPEN)
        if now >= self.closes:
            raise NotNow(f"The vote on “{self.title}” has ended; no more votes are taken.")
        if choice not in self.choices:
            raise BadInput("no choice was made", remedy="Choose one of the answers, then send your vote.")

    def must_open(self, now: datetime, on_roll: int) -> None:
        """Refuse to open a vote that could not be held."""
        self.must_be(ProposalState.DRAFT)
        self.must_close_after(now)
        if self.quorum > on_roll:
            found = f"{self.quorum} people must take part, but {on_roll} have a vote"
            raise BadInput(found, remedy="Propose it again with a smaller quorum.")

    def must_close_after(self, now: datetime) -> None:
        """Refuse a vote that would be over before it began."""
        if self.closes <= now:
            raise BadInput("the vote would end before it begins", remedy="Give a later closing day.")


_STANDS = {
    ProposalState.DRAFT: "is not open for votes yet",
    ProposalState.OPEN: "is open for votes already",
    ProposalState.CLOSED: "is closed: its votes were counted",
    ProposalState.WITHDRAWN: "was withdrawn",
}
