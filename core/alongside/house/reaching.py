"""By which way the pages are served: to this computer alone, to the network by HTTPS, or to a proxy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import attrs

from alongside.refusal import BadInput
from alongside.web.https.names import is_number
from alongside.web.https.server_certificate import ServerCertificate, read_server_certificate
from alongside.web.listening import Listening, at_home, on_every_network
from alongside.web.reached import LOOPBACK, Reached
from alongside.web.serve_settings import ServeSettings

PORT, HTTPS_PORT = 8080, 8443

_NO_CERTIFICATE = (
    "Make one for your own network: alongside https-certificate FOLDER --name cafe.local; then say "
    "--certificate FOLDER/server.crt --key FOLDER/server.key."
)


@attrs.frozen(kw_only=True)
class Asked:
    """What was typed after ``alongside serve``."""

    port: int | None = None
    lan: bool = False
    certificate: Path | None = None
    key: Path | None = None


@attrs.frozen(kw_only=True)
class Way:
    """How browsers reach the pages, and where the server listens; ``names`` in the order people are told."""

    reached: Reached
    listening: Listening
    names: tuple[str, ...] = ()
    certificate: ServerCertificate | None = None


def way(settings: ServeSettings, asked: Asked, now: datetime) -> Way:
    """Take hold of the port, by the way that was asked for and that the settings allow.

    Raises:
        BadInput: where both do not go together, the certificate is none, or the port is taken.
    """
    if asked.lan:
        return _to_the_network(settings, asked, now)
    if asked.certificate or asked.key:
        raise BadInput("a certificate is for the network", remedy="Say --lan too, or leave it out.")
    listening = at_home(PORT if asked.port is None else asked.port)
    if settings.behind_proxy:
        return Way(reached=Reached.through_a_proxy(settings.names), listening=listening, names=settings.names)
    return Way(reached=Reached.on_this_computer(listening.port), listening=listening)


def _to_the_network(settings: ServeSettings, asked: Asked, now: datetime) -> Way:
    if settings.behind_proxy:
        remedy = "Leave out --lan, or serve.behind_proxy in settings.toml."
        raise BadInput("the settings say that a proxy serves the network", remedy=remedy)
    certificate = _certificate(settings, asked, now)
    names = names_served(certificate, settings.names)
    newer = any(is_number(name) and ":" in name for name in names)
    listening = on_every_network(HTTPS_PORT if asked.port is None else asked.port, newer_too=newer)
    reached = Reached.on_the_network(names, listening.port)
    return Way(reached=reached, listening=listening, names=names, certificate=certificate)


def _certificate(settings: ServeSettings, asked: Asked, now: datetime) -> ServerCertificate:
    if bool(asked.certificate) != bool(asked.key):
        missing = "key" if asked.certificate else "certificate"
        raise BadInput(f"--{missing} is missing", remedy="A certificate and its key go together.")
    file, key = asked.certificate or settings.certificate, asked.key or settings.key
    if file is None or key is None:
        raise BadInput("the network is served by HTTPS alone, which needs a certificate", remedy=_NO_CERTIFICATE)
    return read_server_certificate(file, key, now)


def names_served(certificate: ServerCertificate, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that pages are opened by: those wanted, else all that stand in the certificate.

    Raises:
        BadInput: where the certificate does not speak for one, or speaks for none that is whole.
    """
    for name in wanted:
        if not certificate.covers(name):
            remedy = "Get one that does, or change serve.names in settings.toml."
            raise BadInput(
                f"this certificate does not speak for {name}", where=str(certificate.file), remedy=remedy
            )
    names = wanted or tuple(name for name in certificate.names if "*" not in name and name not in LOOPBACK)
    if not names:
        remedy = f'It speaks for {certificate.names[0]}. Write under [serve]: names = ["…"]'
        raise BadInput("settings.toml does not say by which name it is opened", remedy=remedy)
    return names
