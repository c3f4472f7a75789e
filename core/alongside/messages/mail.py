"""Mail: a message as an e-mail, and the way to the mail server that the settings name.

The subject says whose news it is and nothing more: it is read over shoulders and stands on locked screens.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

import attrs

from alongside.display.wording import NBSP
from alongside.messages.mail_settings import MailSettings

PATIENCE = 30.0  # seconds for each answer of the server


class NotSent(Exception):
    """The server would not take the message: it has not gone. ``for_now`` where it may take it later."""

    def __init__(self, *, for_now: bool) -> None:
        self.for_now = for_now
        super().__init__("the mail server would not take a message")


class Unreachable(Exception):
    """The server could not be reached, or would not let us in: nothing was sent."""


@attrs.frozen(kw_only=True)
class Mail:
    """What goes into one e-mail: ``key`` names it for ever, ``text`` and ``html`` say the same.

    ``attached`` holds papers that go with it: the name of each, and the PDF.
    """

    key: str
    to: str
    subject: str
    text: str
    html: str
    lang: str
    at: datetime
    attached: tuple[tuple[str, bytes], ...] = ()


def compose(mail: Mail, sender: str) -> EmailMessage:
    """Return the e-mail; the same message gives the same bytes, so that one sent again is known as the same."""
    composed = EmailMessage(policy=SMTP)
    composed["From"] = sender
    composed["To"] = Address(addr_spec=mail.to)
    composed["Subject"] = mail.subject
    composed["Date"] = format_datetime(mail.at)
    composed["Message-ID"] = f"<{mail.key}@{_domain(sender)}>"
    composed["Auto-Submitted"] = "auto-generated"  # nobody's out-of-office note answers it
    composed.set_content(mail.text.replace(NBSP, " "))
    composed.add_alternative(mail.html, subtype="html")
    composed["Content-Language"] = mail.lang  # last: setting the content takes such headers out
    composed.set_boundary(f"alongside-{mail.key}")  # a random one would make other bytes each time
    for name, content in mail.attached:
        composed.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    if mail.attached:
        composed.set_boundary(f"alongside-with-papers-{mail.key}")
    return composed


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "alongside.invalid"


class Post:
    """An open way to the mail server."""

    def __init__(self, server: smtplib.SMTP) -> None:
        self._server = server

    def send(self, composed: EmailMessage) -> None:
        """Hand one e-mail over.

        Raises:
            NotSent: where the server refused it.
            OSError: where the connection broke; it may have gone.
        """
        if self._server.sock is None:  # the server has ended it after an earlier one
            raise NotSent(for_now=True)
        try:
            self._server.send_message(composed)
        except smtplib.SMTPRecipientsRefused as refused:
            raise NotSent(for_now=all(code < 500 for code, _ in refused.recipients.values())) from None
        except smtplib.SMTPResponseException as refused:
            raise NotSent(for_now=refused.smtp_code < 500) from None
        except smtplib.SMTPNotSupportedError:  # letters in the address that this server does not know
            raise NotSent(for_now=False) from None


@contextmanager
def open_post(settings: MailSettings) -> Iterator[Post]:
    """Connect to the mail server and sign in.

    Raises:
        Unreachable: where that does not work.
    """
    try:
        server = _connect(settings)
    except (OSError, smtplib.SMTPException) as trouble:
        raise Unreachable from trouble
    try:
        yield Post(server)
    finally:
        _leave(server)


def _connect(settings: MailSettings) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=PATIENCE, context=trusted)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=PATIENCE)
    try:
        if settings.security == "starttls":
            server.starttls(context=trusted)
        if settings.user:
            server.login(settings.user, settings.password())
    except BaseException:
        server.close()
        raise
    return server


def _leave(server: smtplib.SMTP) -> None:
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()
