"""The machine's settings of one enterprise: where its database is, and whether the folder is a demo.

What people choose (quorum, notice, opening hours) is not here: those are audited rows of the part concerned.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from alongside.messages.mail_settings import KNOWN as MAIL
from alongside.messages.mail_settings import MailSettings, mail_settings, refuse_a_password
from alongside.refusal import BadInput
from alongside.web.serve_settings import KNOWN as SERVE
from alongside.web.serve_settings import ServeSettings, serve_settings

FILE = "settings.toml"
_KNOWN = {
    "database": {"url"},
    "demo": {"today", "seed", "look_as"},
    "backups": {"folder", "daily", "weekly"},
    "mail": set(MAIL),
    "serve": set(SERVE),
}

_MOST_COPIES = 400


@attrs.frozen
class Settings:
    """What ``settings.toml`` in an enterprise's folder says.

    ``database`` is empty for ``alongside.db`` in the folder. ``demo_today`` is the day it always is in a
    demo, ``None`` in a real enterprise. ``look_as`` holds the ids of those whom a demo offers to look around as.
    ``backups`` says where nightly copies are kept and how many.
    ``mail`` is ``None`` where no mail server is named. ``serve`` says how other computers come to the pages.
    """

    home: Path
    database: str = ""
    demo_today: date | None = None
    look_as: Mapping[str, str] = attrs.field(factory=dict)
    backups: Mapping[str, Any] = attrs.field(factory=dict)
    mail: MailSettings | None = None
    serve: ServeSettings = attrs.field(factory=ServeSettings)

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.database or f"sqlite:///{self.home / 'alongside.db'}"

    @property
    def backups_folder(self) -> Path:
        """Where nightly copies are kept: in the folder itself, or in one beside it or on another disk."""
        return self.home / str(self.backups.get("folder", "backups"))

    @property
    def copies_kept(self) -> tuple[int, int]:
        """How many days and how many weeks a nightly copy is kept of."""
        return self.backups.get("daily", 7), self.backups.get("weekly", 4)


def read_settings(home: Path) -> Settings:
    """Read the settings of an enterprise's folder.

    Raises:
        BadInput: where the folder holds no enterprise, or its settings cannot be read.
    """
    file = home / FILE
    if not file.is_file():
        remedy = (
            f"Name its folder by --home FOLDER or ALONGSIDE_HOME, or make one to look at: alongside demo {home}"
        )
        raise BadInput(f"there is no enterprise in {home}", remedy=remedy)
    try:
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        remedy = "Write it as TOML, or take it from a copy that was whole."
        raise BadInput(f"this is not a settings file ({wrong})", where=str(file), remedy=remedy) from wrong
    refuse_a_password(facts.get("mail", {}))
    _check(facts, file)
    demo = facts.get("demo", {})
    return Settings(
        home,
        facts.get("database", {}).get("url", ""),
        demo.get("today"),
        demo.get("look_as", {}),
        facts.get("backups", {}),
        mail_settings(facts["mail"], home) if "mail" in facts else None,
        serve_settings(facts.get("serve", {}), home),
    )


def _check(facts: dict[str, Any], file: Path) -> None:
    for section, values in facts.items():
        known = _KNOWN.get(section)
        whole = known is not None and isinstance(values, dict)
        unknown = sorted(set(values) - known) if known is not None and whole else [section]
        if unknown:
            remedy = f"Known are: {', '.join(f'{s}.{n}' for s, names in _KNOWN.items() for n in sorted(names))}."
            raise BadInput(f"“{unknown[0]}” is no setting", where=str(file), remedy=remedy)
    today = facts.get("demo", {}).get("today")
    # A TOML date with a time is a date to Python too.
    if today is not None and type(today) is not date:
        raise BadInput(f"demo.today is “{today}”, not a day", where=str(file), remedy="Write: today = 2026-11-23")
    looks = facts.get("demo", {}).get("look_as", {})
    if not isinstance(looks, dict) or not all(isinstance(person, str) for person in looks.values()):
        raise BadInput("demo.look_as is no list of people", where=str(file), remedy="Leave it out.")
    url = facts.get("database", {}).get("url", "")
    if url and not _is_address(url):
        remedy = "Write postgresql://name@computer/database, or leave it out."
        raise BadInput("database.url is no address of a database", where=str(file), remedy=remedy)
    _check_backups(facts.get("backups", {}), file)


def _check_backups(facts: dict[str, Any], file: Path) -> None:
    if not isinstance(facts.get("folder", ""), str):
        raise BadInput("backups.folder is no folder", where=str(file), remedy='Write: folder = "/media/stick"')
    for name in ("daily", "weekly"):
        number = facts.get(name, 1)
        if type(number) is not int or not 0 <= number <= _MOST_COPIES or (name == "daily" and number == 0):
            raise BadInput(f"backups.{name} is “{number}”", where=str(file), remedy="Write a number such as 7.")


def _is_address(url: object) -> bool:
    try:
        made = make_url(str(url))
    except (ArgumentError, ValueError):
        return False
    return made.drivername in {"postgresql", "postgresql+psycopg", "sqlite"} and bool(made.database)


def write_settings(
    home: Path, *, database: str = "", demo_today: date | None = None, look_as: Mapping[str, str] | None = None
) -> None:
    """Write the settings of a new enterprise. No erasing reaches this file: ``look_as`` holds ids, never names."""
    home.mkdir(parents=True, exist_ok=True)
    lines = []
    if database:
        lines += ["[database]", f'url = "{database}"']
    if demo_today:
        lines += ["[demo]", f"today = {demo_today.isoformat()}"]
        if look_as:
            lines += ["", "[demo.look_as]", *(f'{role} = "{person}"' for role, person in look_as.items())]
    (home / FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")


def with_database(text: str, url: str) -> str:
    """Return the text of a settings file with another database; an empty ``url`` means the one in the folder.

    Everything else stays as it was written.
    """
    kept, inside = [], False
    for line in text.splitlines():
        if line.lstrip().startswith("["):
            inside = line.split("#")[0].strip() == "[database]"
        if not inside:
            kept.append(line)
    own = ["[database]", f'url = "{url}"', ""] if url else []
    return "\n".join([*own, *kept, ""])
