"""By mail: each message is one e-mail. In a demo it is written into the folder of papers and goes nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.house.came import Came, counted
from alongside.house.messages import troubles
from alongside.house.messages.telling import edition_of
from alongside.house.papers import file_in
from alongside.jobs.faults import noted
from alongside.messages.delivery import claim, gone, put_back, stuck
from alongside.messages.mail import Mail, NotSent, Unreachable, compose, open_post
from alongside.messages.message import Channel
from alongside.refusal import Refusal

if TYPE_CHECKING:
    from email.message import EmailMessage

    from alongside.house.messages.sorting import Parcel
    from alongside.house.messages.telling import Voice
    from alongside.house.opening import House
    from alongside.messages.mail import Post
    from alongside.messages.mail_settings import MailSettings
    from alongside.store import Actor

WHO = "messages"
SENDER = "{name} <post@alongside.example>"
"""Who a demo's mails are from: an address that cannot exist."""


def send(house: House, actor: Actor, speaks: Voice, parcels: Sequence[Parcel]) -> Iterator[Came]:
    """Send the parcels by mail, or say why they wait."""
    if not parcels:
        return
    if house.settings.demo_today:
        yield _into_the_folder(house, actor, speaks, parcels)
    elif house.settings.mail is None:
        words = f"{counted(len(parcels), 'e-mail')} waiting: settings.toml names no mail server under [mail]"
        yield Came(who=WHO, words=words)
    else:
        yield from _by_post(house, house.settings.mail, actor, speaks, parcels)


def mail_of(parcel: Parcel, speaks: Voice) -> Mail:
    """Return what goes into the e-mail of a parcel."""
    edition = edition_of(parcel.person)
    told = speaks.tell(parcel.message, edition)
    title, *lines = speaks.plain(told, edition)
    subject, dear, why = speaks.own(
        edition,
        _("News for you from {enterprise}", enterprise=speaks.enterprise),
        _("Dear {name},", name=parcel.person.name),
        _("You chose to be told things by e-mail. You can choose another way on your own page."),
    )
    return Mail(
        key=parcel.message.id,
        to=parcel.person.email or "",
        subject=subject,
        text="\n\n".join([dear, title, *lines, f"{speaks.enterprise}\n{why}", ""]),
        html=speaks.show("mail.html", edition, told=told, name=parcel.person.name),
        lang=edition.lang,
        at=parcel.message.written_at,
    )


def _into_the_folder(house: House, actor: Actor, speaks: Voice, parcels: Sequence[Parcel]) -> Came:
    sender, written = SENDER.format(name=speaks.enterprise), 0
    for one in parcels:
        content = compose(mail_of(one, speaks), sender).as_bytes()
        with house.store.unit(actor) as unit:
            if claim(unit, one.message.id, Channel.EMAIL):
                gone(unit, one.message.id)
                name = f"mail-{speaks.today}-{one.message.id[:8]}.eml"
                file_in(unit, house.home, name, content, [one.person.id])
                written += 1
    return Came(who=WHO, words=f"{counted(written, 'e-mail')} kept in the folder of papers: a demo sends none")


def _by_post(
    house: House, settings: MailSettings, actor: Actor, speaks: Voice, parcels: Sequence[Parcel]
) -> Iterator[Came]:
    """Send one by one. A server that cannot be reached keeps them waiting; nothing was claimed then."""
    ends: Counter[str] = Counter()
    try:
        with open_post(settings) as post:
            for one in parcels:
                came = _sent(house, post, settings.sender, actor, speaks, one)
                ends[came] += 1
                if came == IN_DOUBT:  # the way is cut: the others wait for the next time
                    break
    except Refusal as missing:
        yield Came(who=WHO, words=missing.sentence, right=False)
    except Unreachable as trouble:
        reference = noted(trouble, "reaching the mail server")
        yield Came(
            who=WHO, words=f"The mail server could not be reached; the log tells more: {reference}", right=False
        )
    for words, many in sorted(ends.items()):
        yield Came(who=WHO, words=f"{counted(many, 'e-mail')} {words}", right=words in {SENT, ELSEWHERE})


SENT, ELSEWHERE = "sent", "sent by somebody else at the same time"
NOT_TAKEN, IN_DOUBT, LATER = (
    "refused by the mail server",
    "in doubt, as the mail server was lost",
    "to be tried again later",
)


def _sent(house: House, post: Post, sender: str, actor: Actor, speaks: Voice, parcel: Parcel) -> str:
    """Claim, send with no unit open, note; return what came of it."""
    message, composed = parcel.message.id, compose(mail_of(parcel, speaks), sender)
    with house.store.unit(actor) as unit:
        if claim(unit, message, Channel.EMAIL) is None:
            return ELSEWHERE
    came = _handed_over(post, composed)
    with house.store.unit(actor) as unit:
        if came == SENT:
            gone(unit, message)
        elif came == LATER:
            put_back(unit, message, troubles.NOT_NOW.key)
        else:
            stuck(unit, message, (troubles.REFUSED if came == NOT_TAKEN else troubles.CUT_OFF).key)
    return came


def _handed_over(post: Post, composed: EmailMessage) -> str:
    try:
        post.send(composed)
    except NotSent as refused:
        return LATER if refused.for_now else NOT_TAKEN
    except OSError:  # smtplib's own errors are among these
        return IN_DOUBT
    return SENT
