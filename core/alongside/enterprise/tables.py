"""The tables of the enterprise, beside the values kept in them."""

from __future__ import annotations

import sqlalchemy as sa

from alongside.enterprise.business import Business
from alongside.enterprise.duty import Duty
from alongside.enterprise.enterprise import Enterprise
from alongside.enterprise.paper import Paper
from alongside.enterprise.plugin_row import PluginRow
from alongside.enterprise.promised import Promised
from alongside.enterprise.roles import Grant
from alongside.store import Rows, table
from alongside.store import columns as c

enterprise = table(
    "enterprise_enterprise",
    c.key(),
    c.text("name"),
    c.text("zone"),
    c.text("jurisdiction"),
    c.json("words"),
    c.clock("evening"),
    c.version(),
)
business = table(
    "enterprise_business",
    c.key(),
    c.text("slug"),
    c.text("name"),
    c.text("kind"),
    c.text("picture"),
    c.day("opened"),
    c.day("closed", nullable=True),
    c.version(),
    sa.UniqueConstraint("slug"),
)
plugin = table(
    "enterprise_plugin",
    c.key(),
    c.text("name"),
    c.yes("switched_on"),
    c.instant("since"),
    c.version(),
    sa.UniqueConstraint("name"),
)
grant = table(
    "enterprise_grant",
    c.key(),
    c.person("person"),
    c.text("role"),
    c.business("business", nullable=True),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.version(),
    sa.Index(None, "person"),
)
paper = table(
    "enterprise_paper",
    c.key(),
    c.text("file"),
    c.text("digest"),
    c.instant("made_at"),
    c.json("names"),
    c.yes("to_remove"),
    c.version(),
    sa.UniqueConstraint("file"),
)
duty = table(
    "enterprise_duty",
    c.key(),
    c.text("plugin"),
    c.text("event"),
    c.person("person"),
    c.instant("since"),
    c.instant("done_at", nullable=True),
    c.version(),
    sa.UniqueConstraint("plugin", "event", "person"),
)
promise = table(
    "enterprise_promise",
    c.key(),
    c.text("rule"),
    c.text("amount"),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.whole("age_from"),
    c.text("by"),
    c.text("source"),
    c.instant("made_at"),
    c.version(),
)

ENTERPRISES = Rows(Enterprise, enterprise, called="enterprise")
BUSINESSES = Rows(Business, business, called="business")
PLUGINS = Rows(PluginRow, plugin, called="plugin")
GRANTS = Rows(Grant, grant, called="role", about="person")
PAPERS = Rows(Paper, paper, called="paper")
DUTIES = Rows(Duty, duty, called="duty", about="person")
PROMISES = Rows(Promised, promise, called="promise")
