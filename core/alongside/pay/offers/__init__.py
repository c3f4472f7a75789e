"""What pay lends inside its unit: runs, advices, what is agreed of pay, and who was away."""

from alongside.pay.offers.absence import away, away_in, away_of, forget_away, note_away, take_back
from alongside.pay.offers.agreed import (
    every_terms,
    forget_agreed,
    keep_reference,
    keep_setting,
    keep_terms,
    reference_of,
    references,
    setting,
    terms_of,
    whose,
)
from alongside.pay.offers.ledger import holiday_of, write
from alongside.pay.offers.reading import facts_of_all
from alongside.pay.offers.runs import (
    advice,
    advices_for,
    advices_of,
    agreed_runs,
    draft,
    forget_draft,
    keep_draft,
    run,
    runs,
    take_out,
    totals,
)

__all__ = [
    "advice",
    "advices_for",
    "advices_of",
    "agreed_runs",
    "away",
    "away_in",
    "away_of",
    "draft",
    "every_terms",
    "facts_of_all",
    "forget_agreed",
    "forget_away",
    "forget_draft",
    "holiday_of",
    "keep_draft",
    "keep_reference",
    "keep_setting",
    "keep_terms",
    "note_away",
    "reference_of",
    "references",
    "run",
    "runs",
    "setting",
    "take_back",
    "take_out",
    "terms_of",
    "totals",
    "whose",
    "write",
]
