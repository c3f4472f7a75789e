"""The stewards' page of messages: what waits, what went, what is stuck, letters to print, the daily round."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from alongside.display import Said as _
from alongside.display import View
from alongside.house.messages.actions import looking, settling
from alongside.house.messages.sending import send
from alongside.jobs.once import last_day, of_day
from alongside.messages.message import Channel
from alongside.refusal import NotFound
from alongside.web import GoTo, PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.house.hosting import Hosting
    from alongside.house.opening import House
    from alongside.web import Visit

CHANNELS: Mapping[Channel, _] = {
    Channel.SCREEN: _("On a screen"),
    Channel.EMAIL: _("By e-mail"),
    Channel.LETTER: _("By letter"),
    Channel.RING: _("Somebody rings"),
}
_LETTER = re.compile(r"letters?-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}\.pdf\Z")


def house_of(visit: Visit) -> House:
    """Return the house, which stands above all parts: it knows the settings and sends what waits."""
    return cast("Hosting", visit.host).house


def messages(visit: Visit) -> View:
    """Show what becomes of what was written to people."""
    board = looking.look(visit.unit)
    settings = house_of(visit).settings
    facts = {
        "board": board,
        "channels": [
            (words, board.waiting.get(one, 0), board.gone.get(one, 0)) for one, words in CHANNELS.items()
        ],
        "stuck": [(one, CHANNELS.get(one.message.channel or Channel.SCREEN)) for one in board.stuck],
        "no_server": not settings.demo_today and settings.mail is None and board.waiting.get(Channel.EMAIL, 0) > 0,
        "may_send": visit.unit.may("messages.send"),
        **_round(visit),
    }
    return View("messages.html", "Messages", facts)


def _round(visit: Visit) -> dict[str, Any]:
    last = last_day(visit.unit)
    tried = of_day(visit.unit, last) if last else {}
    titles = {part.name: part.title for part in visit.host.parts}
    return {
        "last_round": last,
        "went_well": sum(not one.fault for one in tried.values()),
        "failed": [(titles.get(one.name, one.name), one.fault) for one in tried.values() if one.fault],
    }


def send_messages(visit: Visit) -> GoTo | Thinking:
    """Do what a button of the page says: send now, settle a stuck message, or note that letters are printed."""
    visit.unit.need("messages.send")
    for name, do in _BUTTONS.items():
        if name in visit.form:
            return do(visit)
    raise NotFound("button", ", ".join(visit.form) or "without a name")


def _send_now(visit: Visit) -> Thinking:
    house, actor, day = house_of(visit), visit.actor, visit.today

    def think() -> bool:
        return all(came.right for came in list(send(house, day, actor, letters_now=True)))

    def settle(_later: Visit, right: bool) -> GoTo:  # noqa: FBT001 - what was thought
        return GoTo("/messages", _("What waited is sent.") if right else _("Not all of it could be sent."))

    return Thinking(think, settle)


def _again(visit: Visit) -> GoTo:
    for one in visit.form.every("again"):
        settling.send_again(visit.unit, one)
    return GoTo("/messages", _("It waits again, and goes with the next round or when you press “Send now”."))


def _close(visit: Visit) -> GoTo:
    for one in visit.form.every("close"):
        settling.close(visit.unit, one)
    return GoTo("/messages", _("It is closed: nobody sends it again."))


def _printed(visit: Visit) -> GoTo:
    settling.printed(visit.unit, visit.form.every("printed"))
    return GoTo("/messages", _("The letters are off the list."))


_BUTTONS: Mapping[str, Callable[[Visit], GoTo | Thinking]] = {
    "now": _send_now,
    "again": _again,
    "close": _close,
    "printed": _printed,
}


def letter(visit: Visit) -> PdfAnswer:
    """Open one letter, or the file that holds several, to print it."""
    file = visit.path["file"]
    if not _LETTER.match(file) or not looking.letter_is_there(visit.unit, file):
        raise NotFound("letter", file)
    return PdfAnswer((house_of(visit).home / "papers" / file).read_bytes(), file)
