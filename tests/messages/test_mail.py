"""Mail: what goes into one, what the settings may say, and how the server's answers are taken."""

import logging

import attrs
import pytest
from toy_tideline import EVE, NIA, NOMAIL, NOON, settings_for

from alongside.house.messages import troubles
from alongside.house.settings import read_settings
from alongside.messages.address import is_address
from alongside.messages.mail import Mail, Unreachable, compose, open_post
from alongside.messages.mail_settings import mail_settings
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.person import Format
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput
from alongside.store import Actor

A_MAIL = Mail(
    key="abc123",
    to="eve@tideline.example",
    subject="News for you from Café am Quay",
    text="Hello\n\nFriday 5\u00a0June.",
    html="<p>Hello</p>",
    lang="en-GB",
    at=NOON,
)
SENDER = "Café am Quay <post@tideline.example>"


def kept(house):
    with house.reading() as unit:
        return {one.person: one for one in unit.find(MESSAGES)}


def test_same_mail_gives_the_same_bytes():
    assert compose(A_MAIL, SENDER).as_bytes() == compose(A_MAIL, SENDER).as_bytes()


def test_mail_says_its_language_and_asks_for_no_answer():
    composed = compose(A_MAIL, SENDER)
    assert (composed["Content-Language"], composed["Auto-Submitted"]) == ("en-GB", "auto-generated")
    assert composed["Message-ID"] == "<abc123@tideline.example>"
    assert composed.get_body(("plain",)).get_content() == "Hello\n\nFriday 5 June.\n"


@pytest.mark.parametrize("text", ["", "eve", "eve@", "@tideline.example", "eve@x\nBcc: y@z", "eve fenn@x.example"])
def test_what_is_no_address_is_known(text):
    assert not is_address(text)


def test_sections_of_the_settings_are_read_with_their_usual_ports(tmp_path):
    made = mail_settings({"host": "smtp.example.org", "sender": SENDER}, tmp_path)
    assert (made.port, made.security) == (587, "starttls")
    over_tls = mail_settings({"host": "smtp.example.org", "sender": SENDER, "security": "tls"}, tmp_path)
    assert over_tls.port == 465


BASE = {"host": "smtp.example.org", "sender": "post@tideline.example"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"host": ""}, "mail.host is missing"),
        ({"sender": ""}, "mail.sender is missing"),
        ({"sender": "Tideline"}, "mail.sender cannot be “Tideline”"),
        ({"sender": "post@tideline.example\nBcc: x@y.example"}, "mail.sender cannot be"),
        ({"security": "ssl"}, "mail.security cannot be “ssl”. Say one of: starttls, tls, none."),
        ({"security": "none"}, "Without encryption a mail server must be on this computer."),
        ({"port": "587"}, "mail.port cannot be"),
        ({"port": 0}, "mail.port cannot be"),
        ({"port": True}, "mail.port cannot be"),
        ({"host": 3}, "mail.host cannot be “3”. Write it between quotation marks."),
        ({"user": "post"}, "Beside it say one of password_env and password_file."),
        ({"user": "post", "password_env": "A", "password_file": "b"}, "one of password_env and password_file"),
    ],
)
def test_section_that_would_fail_at_night_is_refused_when_it_is_read(tmp_path, changes, said):
    with pytest.raises(BadInput) as refused:
        mail_settings({**BASE, **changes}, tmp_path)
    assert said in refused.value.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[mail]\nhost = "h"\nsender = "a@b.example"\npassword = "secret"', "stands among the settings"),
        ('[mail]\nhost = "h"\nsender = "a@b.example"\ncolour = "red"', "“colour” is no setting"),
        ('mail = "h"', "“mail” is no setting"),
    ],
)
def test_settings_file_refuses_a_password_and_what_it_does_not_know(tmp_path, text, said):
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(BadInput) as refused:
        read_settings(tmp_path)
    assert said in refused.value.sentence
    assert "secret" not in refused.value.sentence


def test_password_comes_from_the_environment_or_from_a_file_of_ones_own(tmp_path, monkeypatch):
    by_name = mail_settings({**BASE, "user": "post", "password_env": "TOY_MAIL_PASSWORD"}, tmp_path)
    with pytest.raises(BadInput, match="Set that variable"):
        by_name.password()
    monkeypatch.setenv("TOY_MAIL_PASSWORD", "open sesame")
    assert by_name.password() == "open sesame"
    in_file = mail_settings({**BASE, "user": "post", "password_file": "mail-password"}, tmp_path)
    with pytest.raises(BadInput, match="There is no such file"):
        in_file.password()
    file = tmp_path / "mail-password"
    file.write_text("open sesame\n")
    file.chmod(0o640)
    with pytest.raises(BadInput, match="Others can read it. Type: chmod 600"):
        in_file.password()
    file.chmod(0o600)
    assert in_file.password() == "open sesame"


def test_password_is_handed_to_the_server_and_shown_nowhere(server, monkeypatch, caplog):
    monkeypatch.setenv("TOY_MAIL_PASSWORD", "open sesame")
    settings = settings_for(server, user="post", password_env="TOY_MAIL_PASSWORD")  # noqa: S106 - a variable's name
    with caplog.at_level(logging.DEBUG), open_post(settings) as post:
        post.send(compose(A_MAIL, SENDER))
    assert server.signed_in == [["post", "open sesame"]]
    assert "sesame" not in repr(settings) + caplog.text


def test_server_that_is_not_there_keeps_everything_waiting(with_mail, server, write, sent, standing, caplog):
    write(EVE)
    with_mail.settings = attrs.evolve(with_mail.settings, mail=attrs.evolve(with_mail.settings.mail, port=1))
    with caplog.at_level(logging.ERROR):
        (words,) = sent()
    assert "The mail server could not be reached" in words
    assert standing() == {EVE: ("waiting", None)}
    assert "reaching the mail server failed with Unreachable" in caplog.text
    assert "Eve" not in caplog.text
    assert "eve@" not in caplog.text


def test_server_that_offers_no_encryption_is_not_used(server):
    with pytest.raises(Unreachable), open_post(attrs.evolve(settings_for(server), security="starttls")):
        pass


@pytest.mark.parametrize("begins", ["RCPT", "MAIL", "DATA", "after data"])
def test_mail_that_is_refused_for_good_is_stuck_and_keeps_no_other_back(with_mail, server, write, sent, begins):
    written = write(EVE)
    server.answers[begins] = "550 no such person here"
    assert sent() == ["1 e-mail refused by the mail server"]
    assert kept(with_mail)[EVE].trouble == troubles.REFUSED.key
    server.answers.clear()
    write(NIA, key="other")
    sent()
    assert kept(with_mail)[EVE].standing.value == "stuck"
    assert written[EVE] not in str([mail["Message-ID"] for mail in server.received[1:]])


@pytest.mark.parametrize("begins", ["RCPT", "MAIL", "after data"])
def test_mail_that_is_refused_for_now_waits_and_goes_later(with_mail, server, write, sent, standing, begins):
    write(EVE)
    server.answers[begins] = "451 come back later"
    assert sent() == ["1 e-mail to be tried again later"]
    assert standing() == {EVE: ("waiting", "email")}
    server.answers.clear()
    assert sent() == ["1 e-mail sent"]
    assert standing() == {EVE: ("gone", "email")}


@pytest.mark.parametrize("begins", ["DATA", "after data"])
def test_mail_in_doubt_is_stuck_and_the_others_wait(with_mail, server, write, sent, standing, others, begins):
    write(EVE, *others)
    server.answers[begins] = None
    assert sent() == ["1 e-mail in doubt, as the mail server was lost"]
    found = kept(with_mail).values()
    assert sorted(one.standing.value for one in found) == ["stuck", "waiting", "waiting"]
    assert [one.trouble for one in found if one.trouble] == [troubles.CUT_OFF.key]
    server.answers.clear()
    sent()
    assert sorted(one.standing.value for one in kept(with_mail).values()) == ["gone", "gone", "stuck"]


def test_server_that_ends_the_talk_after_one_gets_the_rest_later(with_mail, server, write, sent, others):
    write(EVE, *others)
    server.answers["MAIL"] = "421 I am closing"
    sent()
    server.answers.clear()
    sent()
    assert sorted(mail["To"] for mail in server.received) == [
        "eve@tideline.example",
        "nia@tideline.example",
        "noa@tideline.example",
    ]


@pytest.fixture
def others(house):
    """Two more people who are told by mail."""
    with house.store.unit(Actor.keyboard()) as unit:
        for one in (NIA, NOMAIL):
            who = people.present(unit, one)
            unit.change(PEOPLE, who, preferred_format=Format.EMAIL, email=f"{one}@tideline.example")
    return NIA, NOMAIL
