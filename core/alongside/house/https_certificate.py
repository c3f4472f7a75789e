"""``alongside https-certificate``: makes a certificate for a network of one's own, and says what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.refusal import BadInput
from alongside.web.https.making import AUTHORITY_KEY, Made, make, renew
from alongside.web.https.names import computer_name, in_letters, own_number
from alongside.web.https.server_certificate import in_words
from alongside.web.listening import own_number as number_now

if TYPE_CHECKING:
    from alongside.cli import Desk


def make_certificate(
    desk: Desk, folder: Path, names: Sequence[str], numbers: Sequence[str], *, again: bool
) -> None:
    """Make it, or ``again`` the next one by the same authority, and say what lies in the folder now.

    Raises:
        BadInput: where no name is given or one cannot be, or the folder does not fit.
    """
    wanted = [computer_name(name) for name in names] + [str(own_number(number)) for number in numbers]
    now = datetime.now(UTC)
    if again:
        _answer(desk, renew(folder, wanted, now))
    elif not wanted:
        raise BadInput("it is not said for which computer", remedy=_what_to_say())
    else:
        _answer(desk, make(folder, wanted, now))


def _what_to_say() -> str:
    number = number_now()
    here = f", or the address that this one has now: --address {number}" if number else ""
    return f"Say the name by which the others find it, such as --name cafe.local{here}."


def _answer(desk: Desk, made: Made) -> None:
    server = made.server
    facts = {
        "names": server.names,
        "certificate": server.file,
        "key": server.key,
        "until": server.until.date(),
        "authority": made.authority,
        "authority_until": made.authority_until.date(),
        "fingerprint": made.fingerprint,
    }
    desk.answer(facts, "\n".join(_lines(made)))


def _lines(made: Made) -> Sequence[str]:
    server, authority = made.server, made.authority
    names = ", ".join(map(in_letters, server.names))
    return (
        f"{server.file} speaks for {names} until {server.ends()}. Its key: {server.key}",
        f"{authority} is what each laptop and tablet has to trust, once, until {in_words(made.authority_until)}.",
        f"Its fingerprint, to compare before you trust it (SHA-256): {made.fingerprint}",
        f"{authority.with_name(AUTHORITY_KEY)} makes the next one. Keep it on a stick, away from this computer.",
        f"Now: alongside --home FOLDER serve --lan --certificate {server.file} --key {server.key}",
        "How a device comes to trust it: docs/network.md",
    )
