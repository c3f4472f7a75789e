"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "proposals": _("What you proposed"),
    "votes": _("Votes that you could take part in"),
    "panels": _("Panels that you are on"),
    "helped_in": _("Votes in which you helped somebody"),
    "open_votes": _("Open votes in which you chose"),
    "objections": _("Where you objected in an open vote"),
    "objections_answered": _("Objections that you looked at"),
    "reason": _("Your reason"),
    "paper_batches": _("Paper ballots that you entered"),
    "key_cards": _("Key cards that you hold or held"),
    "teller_notes": _("What you did as a teller"),
    "questions": _("What you asked"),
    "answers": _("What you answered"),
    "candidacies": _("Where you stood for election"),
    "questions_to_candidates": _("What you asked those who stood"),
    "answers_as_candidate": _("What you answered when you stood"),
    "recordings": _("Where you can be heard"),
    "seconds": _("Seconds"),
    "question": _("What you were asked"),
    "outcome_statements": _("Decisions that you wrote down"),
    "looks_back": _("Where you said how it went"),
    "easy_words": _("In easy words"),
    "state": _("Did you stand, or were you asked"),
    "voted": _("You voted"),
    "channel": _("How"),
    "chosen": _("What you chose"),
    "number": _("Number"),
    "seat": _("You have the seat for lived experience"),
    "what": _("What was done"),
    "paper_ballot": _("You had a paper ballot"),
    "helped": _("Somebody helped"),
    "helped_by": _("Who helped"),
    "decided": _("What was decided"),
    "next": _("What happens next"),
    "happened": _("Was it done"),
    "not_clear": _("You said that it was not clear"),
}
