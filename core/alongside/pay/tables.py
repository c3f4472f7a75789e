"""Where pay is kept: how it is paid, what is agreed of it, who was away, runs, their advices and the ledger."""

from __future__ import annotations

from datetime import date

import attrs
import sqlalchemy as sa

from alongside.money import Pence
from alongside.pay.advice import Advice, Run
from alongside.pay.away import Away
from alongside.pay.line import What
from alongside.pay.pay_period import PaySetting
from alongside.pay.terms import Reference, Terms
from alongside.store import Rows, table
from alongside.store import columns as c

SETTING = table(
    "pay_setting",
    c.key(),
    c.text("every"),
    c.day("first_day", nullable=True),
    c.whole("leave_month"),
    c.whole("leave_day"),
    c.version(),
)
SETTINGS = Rows(PaySetting, SETTING, called="way of paying")

TERM = table(
    "pay_terms",
    c.key(),
    c.person("person"),
    c.business(),
    c.text("holiday"),
    c.json("weekdays"),
    c.version(),
    sa.UniqueConstraint("person", "business", name="pay_terms_person_business_key"),
)
TERMS = Rows(Terms, TERM, called="terms of pay", about="person")

REFERENCE = table(
    "pay_reference",
    c.key(),
    c.person("person"),
    c.text("reference"),
    c.version(),
    sa.UniqueConstraint("person", name="pay_reference_person_key"),
    sa.UniqueConstraint("reference", name="pay_reference_reference_key"),
)
REFERENCES = Rows(Reference, REFERENCE, called="pay reference", about="person")

AWAY = table(
    "pay_away",
    c.key(),
    c.person("person"),
    c.business(nullable=True),
    c.text("because"),
    c.day("first_day"),
    c.day("last_day"),
    c.person("noted_by", nullable=True),
    c.instant("noted_at"),
    c.version(),
    sa.Index("pay_away_person_ix", "person"),
    sa.Index("pay_away_last_day_ix", "last_day"),
)
# Quiet: stewards read the trail, and who was ill is for pay alone.
AWAYS = Rows(Away, AWAY, called="note of days away", about="person", quiet=True)

RUN = table(
    "pay_run",
    c.key(),
    c.day("first_day"),
    c.day("last_day"),
    c.instant("read_at"),
    c.person("made_by", nullable=True),
    c.instant("agreed_at", nullable=True),
    c.person("agreed_by", nullable=True),
    c.version(),
    # The database itself lets no day be paid by two runs that begin alike; the action keeps them end to end.
    sa.UniqueConstraint("first_day", name="pay_run_first_day_key"),
)
RUNS = Rows(Run, RUN, called="pay run", about="agreed_by")

ADVICE = table(
    "pay_advice",
    c.key(),
    c.reference("run", "pay_run"),
    c.person("person"),
    c.text("reference"),
    c.pence("pence"),
    c.whole("minutes"),
    c.whole("earned"),
    c.whole("accrued"),
    c.whole("taken"),
    c.whole("left", nullable=True),
    c.json("lines"),
    c.json("days"),
    c.json("times"),
    c.json("matters"),
    c.version(),
    sa.UniqueConstraint("run", "person", name="pay_advice_run_person_key"),
    sa.Index("pay_advice_person_ix", "person"),
)
# Quiet: the trail says that somebody has an advice, and not what she earns.
ADVICES = Rows(Advice, ADVICE, called="pay advice", about="person", quiet=True)


@attrs.frozen(kw_only=True)
class LedgerRow:
    """One paid time of an agreed run, as the ledger keeps it; whose it is stands in the advice."""

    id: str
    advice: str
    what: What
    day: date
    claim: str | None = None
    placement: str | None = None
    rate: Pence | None = None
    minutes: int = 0
    days: int = 0
    version: int = 1


LEDGER = table(
    "pay_ledger",
    c.key(),
    c.reference("advice", "pay_advice"),
    c.text("what"),
    c.day("day"),
    c.reference("claim", "diary_claim", nullable=True),
    # No reference: a placement may be taken out when the law no longer asks for it.
    c.text("placement", nullable=True),
    c.pence("rate", nullable=True),
    c.whole("minutes"),
    c.whole("days"),
    c.version(),
    sa.Index("pay_ledger_claim_ix", "claim"),
    sa.Index("pay_ledger_day_ix", "day"),
    sa.Index("pay_ledger_advice_ix", "advice"),
)
# Unsaid: it repeats what stands in an advice that was agreed, and that is in the trail.
LEDGER_ROWS = Rows(LedgerRow, LEDGER, called="row of the ledger", unsaid=True)
