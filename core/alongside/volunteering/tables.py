"""Where roles, expenses, thanks and the yearly income are kept."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.store import Rows, table
from alongside.store import columns as c
from alongside.volunteering.expense import Expense
from alongside.volunteering.role import NamedThanks, VolunteerRole
from alongside.volunteering.tier import Income

ROLE = table(
    "volunteering_role",
    c.key(),
    c.text("placement"),
    c.person("person"),
    c.text("words"),
    c.day("said_on"),
    c.version(),
    sa.UniqueConstraint("placement"),
)
ROLES = Rows(VolunteerRole, ROLE, called="volunteer’s role", about="person")

EXPENSE = table(
    "volunteering_expense",
    c.key(),
    c.person("person"),
    c.text("placement"),
    c.business(),
    c.day("day"),
    c.text("cost"),
    c.text("words"),
    c.pence("amount"),
    c.yes("receipt"),
    c.instant("asked_at"),
    c.text("state"),
    c.person("answered_by", nullable=True),
    c.text("answer"),
    c.day("paid_on", nullable=True),
    c.version(),
    sa.Index("volunteering_expense_person_ix", "person"),
    sa.Index("volunteering_expense_business_ix", "business"),
)
EXPENSES = Rows(Expense, EXPENSE, called="expense", about="person")

THANK = table(
    "volunteering_thanks", c.key(), c.person("person"), c.day("since"), c.version(), sa.UniqueConstraint("person")
)
THANKS = Rows(NamedThanks, THANK, called="thanks by name", about="person")

INCOME = table(
    "volunteering_income",
    c.key(),
    c.whole("year"),
    sa.Column("pence", sa.BigInteger, nullable=False),
    c.yes("charity"),
    c.version(),
)
INCOMES = Rows(Income, INCOME, called="yearly income")
