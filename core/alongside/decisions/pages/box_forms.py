"""The forms of a locked box: who holds its cards, two cards as they are typed, handing one on, a lost key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions.standing import stand_now
from alongside.decisions.key_share import CARDS
from alongside.decisions.remark import MOST_WORDS
from alongside.display import Said as _
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.web.forms import Day, Fields, Line, LongText, OneOf, Person

if TYPE_CHECKING:
    from alongside.web import Visit

LONGEST_CARD = 150
"""Signs of a card as it is typed, with blanks to spare."""


class Holders(Fields):
    """Who is to hold the three cards."""

    do = "make"
    first = Person(_("Card 1 is for"))
    second = Person(_("Card 2 is for"))
    third = Person(_("Card 3 is for"))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who was chosen, in the order of the cards."""
        return self.first.value, self.second.value, self.third.value


class Again(Holders):
    """Who is to hold the cards of the new key, and when the vote ends that begins again."""

    do = "again"
    closes = Day(_("Last day to vote"), missing=_("Choose the last day to vote."))


class TwoCards(Fields):
    """Two cards, to try them."""

    do = "try"
    first = LongText(
        _("The first card"),
        longest=LONGEST_CARD,
        rows=3,
        hint=_("All its groups, as they stand on the card. You can scan the code."),
        missing=_("Type the first card."),
    )
    second = LongText(_("The second card"), longest=LONGEST_CARD, rows=3, missing=_("Type the second card."))

    @property
    def typed(self) -> tuple[str, str]:
        """Both, as they were typed."""
        return self.first.value, self.second.value


class OpenBox(TwoCards):
    """Two cards to open the box, and what was thrown in the room, for votes by which places are filled."""

    do = "count"
    lot = Line(
        _("What the dice show"),
        hint=_("Throw dice in the room before you count. They decide if votes are equal."),
        needed=False,
    )


class OpenWithout(OpenBox):
    """The same, without damaged votes."""

    do = "count_without"
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


class HandOn(Fields):
    """Which card goes to whom, and why."""

    do = "hand_on"
    number = OneOf(_("Which card?"), [(str(n), _("Card {n}", n=n)) for n in range(1, CARDS + 1)])
    to = Person(_("Who holds it from now on?"))
    why = LongText(_("Why?"), longest=MOST_WORDS, rows=2, missing=_("Write why. Everybody can read it."))


class Lost(Fields):
    """What happened to the cards."""

    do = "lost"
    why = LongText(_("What happened?"), longest=MOST_WORDS, rows=2, missing=_("Write what happened."))


def with_people(visit: Visit, form: Fields) -> Fields:
    """Offer tellers and members who do not stand in the vote: whoever may hold a card."""
    may = {*enterprise.people_with(visit.unit, "teller"), *enterprise.people_with(visit.unit, "member")}
    may.difference_update(stand_now(visit.unit, visit.path["proposal"]))
    names = sorted(people.names_of(visit.unit, sorted(may)).items(), key=lambda one: one[1])
    for field in form:
        if isinstance(field, Person):
            field.offer(names)
    return form
