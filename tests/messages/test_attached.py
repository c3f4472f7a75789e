"""A paper that goes with a mail: the same bytes each time, and the mail waits where it is not there."""

import email
from email.policy import SMTP

import attrs
from toy_tideline import DAY, EVE, LINES, NIA, NOON, RAY

from alongside.enterprise import offers as enterprise
from alongside.house.papers import file_in
from alongside.messages.mail import Mail, compose
from alongside.messages.message import Channel, Sentence
from alongside.messages.outbox import write_to
from alongside.store import Actor

PDF = b"%PDF-1.7 a paper"
FILE = "tomorrow-2026-11-24.pdf"


def write_with(house, *persons):
    with house.store.unit(Actor.daily_round()) as unit:
        for one in persons:
            title = Sentence(key="The bakery moves")
            write_to(unit, one, "bakery:paper", "bakery", title, LINES, way=Channel.EMAIL, attached=FILE)


def keep(house, named=()):
    with house.store.unit(Actor.daily_round()) as unit:
        file_in(unit, house.home, FILE, PDF, named)


def test_paper_goes_with_the_mail(house, with_mail, server, sent, standing):
    keep(house)
    write_with(house, EVE)
    assert sent() == ["1 e-mail sent"]
    (mail,) = server.received
    (paper,) = mail.iter_attachments()
    assert (paper.get_filename(), paper.get_content(), paper.get_content_type()) == (FILE, PDF, "application/pdf")
    assert "Quay <Street>" in mail.get_body(("plain",)).get_content()
    assert standing() == {EVE: ("gone", "email")}


def test_mail_waits_for_a_paper_that_is_not_there(house, with_mail, server, sent, standing):
    write_with(house, EVE)
    assert (sent(), server.received) == (["1 e-mail to be tried again later"], [])
    assert standing() == {EVE: ("waiting", None)}
    keep(house)
    assert sent() == ["1 e-mail sent"]


def test_mail_with_papers_is_the_same_bytes_each_time():
    mail = Mail(
        key="k",
        to="eve@tideline.example",
        subject="News",
        text="Words",
        html="<p>Words</p>",
        lang="en-GB",
        at=NOON,
        attached=(("a.pdf", PDF), ("b.pdf", PDF)),
    )
    one, other = (compose(mail, "Tideline <post@tideline.example>").as_bytes() for _ in range(2))
    assert one == other
    names = [part.get_filename() for part in email.message_from_bytes(one, policy=SMTP).iter_attachments()]
    assert names == ["a.pdf", "b.pdf"]


def test_copy_that_a_demo_keeps_names_whoever_stands_in_the_paper(house, sent):
    house.settings = attrs.evolve(house.settings, demo_today=DAY)
    keep(house, [RAY, NIA])
    write_with(house, EVE)
    sent()
    with house.reading() as unit:
        (kept,) = enterprise.papers_beginning(unit, "mail-")
    assert set(kept.names) == {EVE, RAY, NIA}
