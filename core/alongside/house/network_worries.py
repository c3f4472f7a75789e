"""What the doctor finds about the way to the network: the certificate that the settings name, and its names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from alongside.house.reaching import names_served
from alongside.refusal import Refusal
from alongside.web.https.names import in_letters
from alongside.web.https.server_certificate import WARN_DAYS, ServerCertificate, read_server_certificate
from alongside.web.serve_settings import ServeSettings


def network_worries(settings: ServeSettings, now: datetime) -> Iterator[tuple[bool | None, str]]:
    """Yield what was found, and whether it is right; ``None`` is worth knowing. Nothing where no way is named."""
    if settings.behind_proxy:
        yield True, f"A reverse proxy is expected, which opens {in_letters(settings.names[0])}."
    if settings.certificate is None or settings.key is None:
        return
    try:
        certificate = read_server_certificate(settings.certificate, settings.key, now)
        names_served(certificate, settings.names)
    except Refusal as refused:
        yield False, f"The network: {refused.sentence}"
        return
    yield _time_left(certificate, now)
    if certificate.key_is_open:
        yield False, f"Everybody on this computer can read {certificate.key}. Type: chmod 600 {certificate.key}"


def _time_left(certificate: ServerCertificate, now: datetime) -> tuple[bool | None, str]:
    days = certificate.days_left(now.date())
    if days > WARN_DAYS:
        return True, f"The certificate for the network runs until {certificate.ends()}."
    left = f"in {days} day{'' if days == 1 else 's'}" if days else "today"
    words = f"The certificate for the network runs out {left}, on {certificate.ends()}."
    return None, f"{words} Renew it, and start Alongside again."
