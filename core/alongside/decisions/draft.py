"""A draft of a vote: what a voter has chosen and not sent yet, and who helps her, on the way from page to page."""

from __future__ import annotations

import json
import secrets
from typing import Any

import attrs

from alongside.decisions.ballot import Ballot
from alongside.decisions.roll import Help, Helped


@attrs.frozen(kw_only=True)
class Draft:
    """What is on the way to the vote ``about``: a proposal's id, or the name of a practice vote.

    ``back`` is the proposal that a practice vote was begun from. ``mark`` is another one for each draft: the page
    that says a draft back sends it along. It is drawn by chance, and tells nothing of what was chosen.
    """

    about: str
    ballot: Ballot | None = None
    helped: Helped | None = None
    back: str = ""
    mark: str = attrs.field(factory=lambda: secrets.token_hex(8))

    @property
    def text(self) -> str:
        """The draft as the browser keeps it."""
        helped = self.helped
        facts = {
            "about": self.about,
            "ballot": self.ballot.text if self.ballot else None,
            "helped": [helped.helper, helped.how.value if helped.how else None] if helped else None,
            "back": self.back,
            "mark": self.mark,
        }
        return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, text: str, about: str) -> Draft:
        """Read the draft about a vote; an empty one where the text is none, or is about another vote."""
        try:
            facts = json.loads(text)
            found = cls(
                about=facts["about"],
                ballot=_ballot(facts["ballot"]),
                helped=_helped(facts["helped"]),
                back=facts["back"],
                mark=facts["mark"],
            )
        except (ValueError, LookupError, TypeError):
            return cls(about=about)
        return found if found.about == about else cls(about=about)


def _ballot(text: Any) -> Ballot | None:
    return Ballot.of(str(text)) if text else None


def _helped(facts: Any) -> Helped | None:
    return Helped(helper=facts[0], how=Help(facts[1]) if facts[1] else None) if facts else None
