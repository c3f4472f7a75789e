"""A program that sends one mail and is killed at a chosen place; or does it wrongly, as the control.

``claimed`` sends as the product does. ``noted_after`` claims nothing and notes after sending; ``noted_before``
notes that it went before it sends. ``PLACE`` is where it is killed: after the server took it, or before.
"""

import os
import signal
import sys
from datetime import UTC, datetime

from alongside.messages import mail as mail_kit
from alongside.messages.delivery import claim, gone
from alongside.messages.mail import Mail, Post, compose, open_post
from alongside.messages.mail_settings import MailSettings
from alongside.messages.message import Channel, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.store import Actor, Store

address, port, how, place = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
settings = MailSettings(host="127.0.0.1", port=port, security="none", sender="Tideline <post@tideline.example>")
noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
store, actor = Store(address, clock=lambda: noon), Actor.daily_round()


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


class KilledPost(Post):
    """The way to the server, in whose middle the power goes."""

    def send(self, composed):
        if place == "before":
            killed()
        super().send(composed)
        if place == "after":
            killed()


mail_kit.Post = KilledPost


def composed(message):
    content = Mail(
        key=message.id, to="eve@tideline.example", subject="News", text="News", html="<p>News</p>", lang="en-GB",
        at=noon,
    )  # fmt: skip
    return compose(content, settings.sender)


with store.unit(actor, writing=False) as unit:
    waiting = unit.find(MESSAGES, MESSAGE.c.standing == Standing.WAITING.value)
with open_post(settings) as post:
    for one in waiting:
        if how == "claimed":
            with store.unit(actor) as unit:
                claim(unit, one.id, Channel.EMAIL)
        if how == "noted_before":
            with store.unit(actor) as unit:
                unit.change(MESSAGES, one, standing=Standing.GONE)
        post.send(composed(one))
        with store.unit(actor) as unit:
            if how == "claimed":
                gone(unit, one.id)
            elif how == "noted_after":
                unit.change(MESSAGES, one, standing=Standing.GONE)
