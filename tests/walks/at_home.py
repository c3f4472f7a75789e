"""An enterprise that is no demo, served from here beside a mail server: the ways in by mail and by password."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import timedelta
from queue import Queue
from threading import Thread

import pyotp
import uvicorn

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import House
from alongside.house.settings import Settings
from alongside.messages.mail_settings import MailSettings
from alongside.sign_in.actions import passwords
from alongside.sign_in.password import digest_of
from alongside.sign_in.second_step import SECONDS
from alongside.store import Actor
from alongside.testing.demo import noon
from alongside.testing.pages.serving import free_port
from alongside.web.reached import Reached

from ..messages.toy_mail_server import MailServer
from .place import Place


class AtHome(Place):
    """An enterprise that is no demo, and mails; ``post`` is what its mail server was handed."""

    def __init__(self, house, address, post):
        super().__init__(house, address)
        self.post = post

    def comes_in_with(self, words):
        """Whoever walks has a password and a second step; return what her app knows."""
        with self.house.store.unit(Actor.person(self.person, self.name)) as unit:
            passwords.choose_password(unit, words, digest_of(words))
            step = passwords.begin_second_step(unit)
            # The code of the half minute before: the one of now is still to be used.
            passwords.agree_on_second_step(
                unit, pyotp.TOTP(step.secret).at(unit.now - timedelta(seconds=SECONDS)), ""
            )
        return step.secret

    @property
    def email(self):
        """The address of whoever walks."""
        return self.asked("SELECT email FROM people_person WHERE id = :person")

    def link_in_the_mail(self):
        """The link in the next mail, which is for whoever walks."""
        mail = self.post.get(timeout=20)
        assert mail["to"] == self.email
        return re.search(r"http://\S+/come-in/link/\S+", mail.get_body(("plain",)).get_content())[0]


class Post(Queue):
    """What a mail server was handed; whoever asks for a mail waits until there is one."""

    append = Queue.put


@contextmanager
def home_place(home, clock=noon):
    """An enterprise in a folder as if it were no demo, its pages served from here, and a mail server beside it."""
    port = free_port()
    with MailServer() as server:
        server.received = Post()
        mail = MailSettings(
            host="127.0.0.1", port=server.port, security="none", sender="Us <post@tideline.example>"
        )
        house = House(Settings(home, mail=mail), core_parts(), find_plugins(), clock=clock)
        app = pages(house, reached=Reached.on_this_computer(port))
        serving = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none"))
        thread = Thread(target=serving.run, daemon=True)
        thread.start()
        while not serving.started:
            thread.join(0.02)
        try:
            yield AtHome(house, f"http://127.0.0.1:{port}", server.received)
        finally:
            serving.should_exit = True
            thread.join(10)
            house.close()
