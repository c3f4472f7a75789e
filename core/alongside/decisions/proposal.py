"""Proposals: what members are asked, the choices they have, and what a vote on it needs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from alongside.decisions import ballot as said
from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind
from alongside.decisions.candidacy import LEAST_WORDS, MOST_WORDS, STATEMENT_WORDS
from alongside.decisions.condition import YesShare, check_share
from alongside.decisions.electorate import Who
from alongside.decisions.level import Level
from alongside.decisions.life import MOVES, STANDS, VOTED_ON, NotNow, ProposalState, said_day
from alongside.decisions.quorum import MOST_PEOPLE, OVER_HALF, check_quorum, least
from alongside.decisions.to_spend import check_money
from alongside.decisions.vote_rule import VoteRule, rule_named
from alongside.instants import local
from alongside.refusal import BadInput, worded

LONGEST_READING = 90
LONGEST_TITLE = 200


@attrs.frozen(kw_only=True)
class Option:
    """One choice: ``key`` is what a ballot holds, ``picture`` the same on screen, paper and result.

    ``cost`` is what it would cost, in pence, where the vote is about money. A choice that is a member on record
    has her id as ``person`` and no words: her name is looked up whenever it is shown, so that it is nowhere when
    she is erased. One who has ``withdrawn`` since the vote opened stays in its place, for ballots may name her;
    the count passes her over.
    """

    key: str
    words: str
    easy_words: str
    picture: str
    person: str | None = None
    withdrawn: bool = False
    cost: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a choice that nobody could read."""
        if self.person is None and not (self.words.strip() and self.easy_words.strip()):
            raise BadInput("a choice has no words", remedy="Say each choice in a few words.")


YES = Option(key="yes", words="Yes", easy_words="Yes", picture="yes")
NO = Option(key="no", words="No", easy_words="No", picture="no")
ANSWERS = (
    Option(key=said.YES, words="I agree", easy_words="I agree", picture="yes"),
    Option(
        key=said.STAND_ASIDE, words="Not for me, but go on", easy_words="Not for me, but go on", picture="ring"
    ),
    Option(key=said.OBJECTION, words="I object", easy_words="I say no", picture="raised-hand"),
)
"""What members can say to a proposal that is agreed by consent."""


@attrs.frozen(kw_only=True)
class Proposal:
    """What members are asked to decide.

    ``easy_title`` and ``easy_why`` say the same in Easy Read. ``opens`` is None until the vote is opened,
    ``closes`` the instant up to which ballots are taken. ``quorum`` is the least number taking part, of the
    roll frozen at opening; until then 0 where it is more than half of it.
    ``review`` is the day to look at the decision again. ``public_key`` seals ballots.
    ``rule`` is the name of a vote rule, ``seats`` how many places it fills. Members read for ``reading_days``
    from ``talked_since`` on before the vote can open. ``level`` is who can learn what somebody chose.
    ``help_limit`` is how many people one helper may help with it, None for as many as ask. ``statement_words`` is
    the most words of what somebody says who stands. ``budget`` is what there is to spend, in pence, where the vote
    is about money. ``easy_behind`` is true where the text was said anew since its Easy Read was written.
    ``ended_early`` is why tellers ended the vote before its last day; None where they did not.
    ``decides`` is who has a vote in it: of a ``business`` its people, of a panel those whose rows name it.
    ``yes_share`` is the share of the roll that has to be for it, None where the quorum is the only condition.

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
    rule: str = "majority"
    seats: int = 1
    reading_days: int = 0
    talked_since: datetime | None = None
    level: Level = Level.PRIVATE
    help_limit: int | None = None
    statement_words: int = STATEMENT_WORDS
    budget: int | None = None
    easy_behind: bool = False
    ended_early: str | None = None
    decides: Who = Who.MEMBERS
    business: str | None = None
    yes_share: YesShare | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what a vote needs: a title, choices that are all different, places to fill, and a quorum."""
        if not self.title.strip() or not self.easy_title.strip():
            raise BadInput("the proposal has no title", remedy="Ask the question in one sentence.")
        if max(len(self.title), len(self.easy_title)) > LONGEST_TITLE:
            raise BadInput(f"the title is over {LONGEST_TITLE} characters", remedy="Say it in one sentence.")
        self._check_options()
        if self.quorum != OVER_HALF or self.state in {ProposalState.OPEN, *VOTED_ON}:
            check_quorum(self.quorum)
        if not 0 <= self.reading_days <= LONGEST_READING:
            found = f"{self.reading_days} days to read is not a number from 0 to {LONGEST_READING}"
            raise BadInput(found, remedy="Say how many days members have to read and ask.")
        self._check_help_limit()
        if not LEAST_WORDS <= self.statement_words <= MOST_WORDS:
            found = f"{self.statement_words} words is not a number from {LEAST_WORDS} to {MOST_WORDS}"
            raise BadInput(found, remedy="Say how many words each who stands may write.")
        check_money(self.how, self.budget, [option.cost for option in self.options])
        check_share(self.yes_share, self.how)

    def _check_help_limit(self) -> None:
        if self.help_limit is not None and not 1 <= self.help_limit <= MOST_PEOPLE:
            found = f"{self.help_limit} people to help is not a number from 1 to {MOST_PEOPLE:,}"
            raise BadInput(found, remedy="Say how many people one helper may help, or leave it open.")

    def _check_options(self) -> None:
        rule = self.how
        # Candidates put themselves forward after the proposal is made; they are counted at opening.
        fewest = 0 if rule.ballot is BallotKind.RANKS else 2
        if not fewest <= len(self.options) <= rule.most:
            found = f"the proposal has {len(self.options)} choices"
            raise BadInput(found, remedy=f"Give from 2 to {rule.most}.")
        if rule.ballot is BallotKind.CONSENT and self.options != ANSWERS:
            found = "a proposal that is agreed by consent has answers of its own"
            raise BadInput(found, remedy="Leave the choices out.")
        keys = {option.key for option in self.options}
        words = {option.person or option.words.casefold() for option in self.options}
        if min(len(keys), len(words)) < len(self.options) or ABSTAIN in keys:
            raise BadInput("two choices of the proposal are the same", remedy="Say each in words of its own.")
        if not 1 <= self.seats <= (rule.most if rule.fills_places else 1):
            found = f"{self.seats} places cannot be filled by the rule “{rule.name}”"
            raise BadInput(found, remedy="Give 1, or a rule that fills more." if not rule.fills_places else "")

    @property
    def how(self) -> VoteRule:
        """The rule by which the vote is held."""
        return rule_named(self.rule)

    @property
    def elects(self) -> bool:
        """True if people stand in it, or may."""
        return self.how.ballot is BallotKind.RANKS or any(option.person for option in self.options)

    def is_stood_in_by(self, person: str) -> bool:
        """True if a person stands in it, and has not withdrawn."""
        return any(option.person == person and not option.withdrawn for option in self.options)

    @property
    def leaves_a_choice(self) -> bool:
        """False where no more people stand than there are places, so that everybody would have one."""
        return not self.elects or len(self.options) > self.seats

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the options, in the order of the paper."""
        return tuple(option.key for option in self.options)

    @property
    def withdrawn(self) -> frozenset[str]:
        """The keys of those who have withdrawn since the vote opened."""
        return frozenset(option.key for option in self.options if option.withdrawn)

    @property
    def names(self) -> dict[str, str]:
        """What each option is called where votes are counted, by its key: its words.

        Of several with the same words, those that stand later have their place on the paper beside them.
        """
        found: dict[str, str] = {}
        for place, option in enumerate(self.options, 1):
            # In a file of a budget commas stand between projects, so they are in no name of one.
            words = option.words.replace(",", " ") if self.how.spends else option.words
            name = " ".join(words.split())
            while name in found.values():
                name = f"{name} ({place})"
            found[option.key] = name
        return found

    @property
    def costs(self) -> dict[str, int]:
        """What each option costs, by its key, of those that cost anything to begin with."""
        return {option.key: option.cost for option in self.options if option.cost is not None}

    def option(self, key: str) -> Option:
        """Return the option with this key."""
        return next(option for option in self.options if option.key == key)

    # --- what may happen to it now

    def must_be(self, *states: ProposalState) -> None:
        """Refuse with ``NotNow`` unless the proposal stands in one of the states."""
        if self.state not in states:
            raise NotNow(attrs.evolve(STANDS[self.state], facts={"title": self.title}))

    def must_move(self, to: ProposalState) -> None:
        """Refuse a move that is not in the table of moves."""
        if to not in MOVES[self.state]:
            raise NotNow(attrs.evolve(STANDS[self.state], facts={"title": self.title}))

    def must_take(self, ballot: Ballot, now: datetime) -> None:
        """Refuse a ballot that is too late, or that does not say what is asked for."""
        self.must_take_votes(now)
        if ballot.objects and not ballot.reason and self.how.ballot is BallotKind.CONSENT:
            raise BadInput(
                worded("decisions", "An objection needs a reason. Write why you object, in a sentence or two.")
            )
        if len(ballot.reason) > said.LONGEST_REASON:
            raise BadInput(
                worded(
                    "decisions",
                    "Your reason has {n} letters. Say it in {most} or fewer.",
                    n=len(ballot.reason),
                    most=said.LONGEST_REASON,
                )
            )
        if not ballot.fits(self.how.ballot, self.keys):
            raise BadInput(
                worded("decisions", "No choice was made. Choose one of the answers, then send your vote.")
            )

    def must_take_votes(self, now: datetime) -> None:
        """Refuse where no votes are taken: before the opening, and from the close on."""
        self.must_be(ProposalState.OPEN)
        if now >= self.closes:
            raise NotNow(
                worded("decisions", "The vote on “{title}” has ended; no more votes are taken.", title=self.title)
            )

    def opens_from(self, zone: str) -> date | None:
        """Return the first day on which the vote may open; None before the reading has begun."""
        if self.talked_since is None:
            return None
        return local(self.talked_since, zone).date() + timedelta(days=self.reading_days)

    def must_open(self, now: datetime, on_roll: int, zone: str) -> None:
        """Refuse to open a vote that could not be held, or that members have not had their time to read."""
        self.must_move(ProposalState.OPEN)
        self._must_be_read(local(now, zone).date(), zone)
        self.must_close_after(now)
        if len(self.options) - len(self.withdrawn) < 2:
            found = f"{len(self.options) - len(self.withdrawn)} choices stand, and a vote needs 2"
            raise BadInput(found, remedy="Wait until more people stand, or propose it again.")
        if least(self.quorum, on_roll) > on_roll:
            found = f"{least(self.quorum, on_roll)} people must take part, but {on_roll} have a vote"
            raise BadInput(found, remedy="Propose it again with a smaller quorum.")

    def _must_be_read(self, today: date, zone: str) -> None:
        first = self.opens_from(zone)
        if self.reading_days and first is None:
            days = f"{self.reading_days} day{'' if self.reading_days == 1 else 's'}"
            first_read = worded(
                "decisions",
                "Members have {days} to read “{title}” first. Begin the talk about it.",
                days=days,
                title=self.title,
            )
            raise NotNow(first_read)
        if first and today < first:
            still_read = worded(
                "decisions",
                "Members are still reading “{title}”. The vote may open on {first}.",
                title=self.title,
                first=said_day(first),
            )
            raise NotNow(still_read)

    def must_close_after(self, now: datetime) -> None:
        """Refuse a vote that would be over before it began."""
        if self.closes <= now:
            raise BadInput("the vote would end before it begins", remedy="Give a later closing day.")
