"""By mail: what waits for one person is one e-mail. A demo keeps it in its folder of papers, and sends none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.faults import noted
from alongside.house.came import Came, counted
from alongside.house.messages import troubles
from alongside.house.messages.attaching import attached_to, named_in, papers_for
from alongside.house.messages.telling import all_told, edition_of
from alongside.house.papers import file_in
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
    from alongside.messages.message import Message
    from alongside.people.person import Person
    from alongside.store import Actor, Unit

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
        waiting = counted(len(_by_person(parcels)), "e-mail")
        words = f"{waiting} waiting: settings.toml names no mail server under [mail]"
        yield Came(who=WHO, words=words)
    else:
        yield from _by_post(house, house.settings.mail, actor, speaks, parcels)


def mail_of(
    person: Person, messages: Sequence[Message], speaks: Voice, papers: Mapping[str, bytes] | None = None
) -> Mail:
    """Return what goes into one e-mail to a person; it is named by the first of its messages, for ever."""
    edition = edition_of(person)
    told = all_told(speaks, messages, edition)
    subject, dear, why = speaks.own(
        edition,
        _("News for you from {enterprise}", enterprise=speaks.enterprise),
        _("Dear {name},", name=person.name),
        _("You chose to be told things by e-mail. You can choose another way on your own page."),
    )
    sentences = [sentence for one in told for sentence in speaks.plain(one, edition)]
    return Mail(
        key=messages[0].id,
        to=person.email or "",
        subject=subject,
        text="\n\n".join([dear, *sentences, f"{speaks.enterprise}\n{why}", ""]),
        html=speaks.show("mail.html", edition, told=told, name=person.name),
        lang=edition.lang,
        at=messages[0].written_at,
        attached=attached_to(messages, dict(papers or {})),
    )


def _by_person(parcels: Sequence[Parcel]) -> list[list[Parcel]]:
    """The parcels of each person together; people in the order of their oldest."""
    found: dict[str, list[Parcel]] = {}
    for one in parcels:
        found.setdefault(one.person.id, []).append(one)
    return list(found.values())


def _claimed(unit: Unit, parcels: Sequence[Parcel]) -> list[Message]:
    """Take hold of those that wait still."""
    held = [claim(unit, one.message.id, Channel.EMAIL) for one in parcels]
    return [message for message in held if message is not None]


def _into_the_folder(house: House, actor: Actor, speaks: Voice, parcels: Sequence[Parcel]) -> Came:
    sender, written = SENDER.format(name=speaks.enterprise), 0
    for hers in _by_person(parcels):
        person, papers = hers[0].person, papers_for(house, hers)
        if papers is None:
            continue
        with house.store.unit(actor) as unit:
            messages = _claimed(unit, hers)
            if messages:
                content = compose(mail_of(person, messages, speaks, papers), sender).as_bytes()
                name = f"mail-{speaks.today}-{messages[0].id[:8]}.eml"
                file_in(unit, house.home, name, content, [person.id, *named_in(unit, papers)])
                written += 1
            for one in messages:
                gone(unit, one.id)
    return Came(who=WHO, words=f"{counted(written, 'e-mail')} kept in the folder of papers: a demo sends none")


def _by_post(
    house: House, settings: MailSettings, actor: Actor, speaks: Voice, parcels: Sequence[Parcel]
) -> Iterator[Came]:
    """Send one by one. A server that cannot be reached keeps them waiting; nothing was claimed then."""
    ends: Counter[str] = Counter()
    try:
        with open_post(settings) as post:
            for hers in _by_person(parcels):
                came = _sent(house, post, settings.sender, actor, speaks, hers)
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


def _sent(house: House, post: Post, sender: str, actor: Actor, speaks: Voice, hers: Sequence[Parcel]) -> str:
    """Claim what waits for one person, send it with no unit open, note it; return what came of it."""
    papers = papers_for(house, hers)
    if papers is None:
        return LATER
    with house.store.unit(actor) as unit:
        messages = _claimed(unit, hers)
    if not messages:
        return ELSEWHERE
    came = _handed_over(post, compose(mail_of(hers[0].person, messages, speaks, papers), sender))
    with house.store.unit(actor) as unit:
        for one in messages:
            _note(unit, one.id, came)
    return came


def _note(unit: Unit, message: str, came: str) -> None:
    if came == SENT:
        gone(unit, message)
    elif came == LATER:
        put_back(unit, message, troubles.NOT_NOW.key)
    else:
        stuck(unit, message, (troubles.REFUSED if came == NOT_TAKEN else troubles.CUT_OFF).key)


def _handed_over(post: Post, composed: EmailMessage) -> str:
    try:
        post.send(composed)
    except NotSent as refused:
        return LATER if refused.for_now else NOT_TAKEN
    except OSError:  # smtplib's own errors are among these
        return IN_DOUBT
    return SENT
