"""The section ``[mail]`` of an enterprise's settings: which server takes its mail, and who it is from.

The password never stands in the settings, which are copied and shown around: it is in a variable of the
environment, or in a file that its owner alone can read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import attrs

from alongside.messages.address import is_address
from alongside.refusal import BadInput

WHERE = "settings.toml"
SECURITY = ("starttls", "tls", "none")
_HERE = ("localhost", "127.0.0.1", "::1")
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
KNOWN = ("host", "port", "security", "user", "password_env", "password_file", "sender")


@attrs.frozen(kw_only=True)
class MailSettings:
    """Where mail is handed over: ``security`` is ``starttls``, ``tls``, or ``none`` on this computer alone.

    Raises:
        BadInput: where a part is missing or cannot be.
    """

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password_env: str = ""
    password_file: Path | None = None

    def __attrs_post_init__(self) -> None:
        """Check what would otherwise fail at the first mail, at night."""
        if self.security not in SECURITY:
            raise _wrong("security", self.security, f"Say one of: {', '.join(SECURITY)}.")
        if self.security == "none" and self.host not in _HERE:
            raise _wrong("security", "none", "Without encryption a mail server must be on this computer.")
        if not 1 <= self.port <= 65_535:
            raise _wrong("port", str(self.port), "Give a whole number, such as 587.")
        if not is_address(parseaddr(self.sender)[1]) or not self.sender.isprintable():
            raise _wrong("sender", self.sender, 'Write: sender = "Our Name <post@example.org>"')
        if self.user and bool(self.password_env) == bool(self.password_file):
            raise _wrong("user", self.user, "Beside it say one of password_env and password_file.")

    def password(self) -> str:
        """Return the password, from the environment or from its file.

        Raises:
            BadInput: where it is not there, or others could read its file.
        """
        if self.password_file is None:
            found = os.environ.get(self.password_env, "")
            if not found:
                raise _wrong("password_env", self.password_env, "Set that variable before Alongside is started.")
            return found
        return _read(self.password_file)


def _read(file: Path) -> str:
    try:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise _wrong("password_file", str(file), f"Others can read it. Type: chmod 600 {file}")
        return file.read_text(encoding="utf-8").strip()
    except OSError as missing:
        raise _wrong("password_file", str(file), "There is no such file, or it cannot be read.") from missing


def refuse_a_password(facts: object) -> None:
    """Refuse a password among the settings, before anything else is said about them.

    Raises:
        BadInput: where there is one.
    """
    if isinstance(facts, Mapping) and "password" in facts:
        raise BadInput(
            "the password of the mail server stands among the settings, where too many can read it",
            where=WHERE,
            remedy='Put it into a file of your own and write: password_file = "mail-password"',
        )


def mail_settings(facts: Mapping[str, Any], home: Path) -> MailSettings:
    """Read the section; the name of a password file is seen from the enterprise's folder.

    Raises:
        BadInput: naming what is missing or cannot be.
    """
    for name in ("host", "sender"):
        if not facts.get(name):
            raise BadInput(f"mail.{name} is missing", where=WHERE, remedy=f'Write it under [mail]: {name} = "…"')
    for name in KNOWN:
        if name != "port" and not isinstance(facts.get(name, ""), str):
            raise _wrong(name, str(facts[name]), "Write it between quotation marks.")
    security = facts.get("security", "starttls")
    port = facts.get("port", _PORTS.get(security, 587))
    return MailSettings(
        host=facts["host"],
        port=port if type(port) is int else 0,
        security=security,
        sender=facts["sender"],
        user=facts.get("user", ""),
        password_env=facts.get("password_env", ""),
        password_file=home / facts["password_file"] if facts.get("password_file") else None,
    )


def _wrong(name: str, found: str, remedy: str) -> BadInput:
    return BadInput(f"mail.{name} cannot be “{found}”", where=WHERE, remedy=remedy)
