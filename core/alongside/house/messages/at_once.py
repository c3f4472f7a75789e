"""A mail that goes at once and is kept nowhere: it holds a link that nobody but its reader may see."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from threading import Thread
from typing import TYPE_CHECKING

from markupsafe import escape

from alongside.display import Said
from alongside.display import Said as _
from alongside.enterprise import offers as enterprise
from alongside.faults import noted
from alongside.house.messages.telling import edition_of
from alongside.messages.mail import Mail, NotSent, Unreachable, compose, open_post
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.house.opening import House
    from alongside.messages.mail_settings import MailSettings
    from alongside.store import Unit


def mail_at_once(
    house: House, unit: Unit, person: str, part: str, subject: Said, sentences: Sequence[Said]
) -> None:
    """Word a mail in the person's edition and hand it over beside the page.

    Beside it, because handing it over takes as long as the mail server likes: whoever asks for a link would
    otherwise learn by the clock whether there is somebody of that address.
    """
    to = people.present(unit, person)
    settings = house.settings.mail
    if settings is None or not to.email:
        return
    edition, words = edition_of(to), enterprise.words(unit)
    (dear,) = house.display.sentences("messages", [_("Dear {name},", name=to.name)], edition=edition, words=words)
    titled, *told = house.display.sentences(part, [subject, *sentences], edition=edition, words=words)
    lines = [dear, *told, enterprise.the_enterprise(unit).name]
    mail = Mail(
        key=secrets.token_hex(16),
        to=to.email,
        subject=titled,
        text="\n\n".join([*lines, ""]),
        html="".join(f"<p>{escape(line)}</p>" for line in lines),
        lang=edition.lang,
        at=unit.now,
    )
    Thread(target=_hand_over, args=(mail, settings), name="a mail at once", daemon=True).start()


def _hand_over(mail: Mail, settings: MailSettings) -> None:
    try:
        with open_post(settings) as post:
            post.send(compose(mail, settings.sender))
    except (NotSent, Unreachable, OSError) as trouble:
        noted(trouble, "a mail that was to go at once")
