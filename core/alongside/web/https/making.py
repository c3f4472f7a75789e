"""Making and renewing a certificate for a network of one's own: four files in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import attrs
from cryptography import x509

from alongside.refusal import BadInput
from alongside.web.https.authority import Keyed, fingerprint, new_authority, new_key, new_server, speaks_for
from alongside.web.https.keeping import certificate_in, key_in, key_text, put_in_place_of, text, write_all
from alongside.web.https.server_certificate import ServerCertificate, in_words, read_server_certificate

SERVER, SERVER_KEY = "server.crt", "server.key"
AUTHORITY, AUTHORITY_KEY = "authority.crt", "authority.key"

_WORTH_RENEWING = timedelta(days=30)
_ANOTHER = "Make another in a new folder; laptops and tablets then have to trust that one."


@attrs.frozen
class Made:
    """What lies in the folder now."""

    server: ServerCertificate
    authority: Path
    authority_until: datetime
    fingerprint: str


def make(folder: Path, names: Sequence[str], now: datetime) -> Made:
    """Make an authority for these names and numbers, and a certificate for a server that has them.

    Raises:
        BadInput: where the folder holds one already, or cannot be written to.
    """
    authority = new_authority(names, now)
    server = new_server(authority, names, now, key=new_key())
    files = {
        AUTHORITY_KEY: key_text(authority.key),
        AUTHORITY: text(authority.certificate),
        SERVER_KEY: key_text(server.key),
        SERVER: text(server.certificate),
    }
    write_all(folder, files)
    return _made(folder, authority.certificate, now)


def renew(folder: Path, names: Sequence[str], now: datetime) -> Made:
    """Make the server's certificate anew, by the same authority and with the same key.

    Without ``names`` it speaks for those it spoke for. The old one stays beside it.

    Raises:
        BadInput: where the folder lacks a file, or the authority may not speak for a name or is running out.
    """
    authority = Keyed(certificate_in(folder / AUTHORITY), key_in(folder / AUTHORITY_KEY))
    old, key = certificate_in(folder / SERVER), key_in(folder / SERVER_KEY)
    wanted = tuple(names) or _names_of(old)
    _check(authority.certificate, wanted, folder / AUTHORITY, now)
    new = new_server(authority, wanted, now, key=key)
    put_in_place_of(folder / SERVER, f"server-until-{old.not_valid_after_utc:%Y-%m-%d}.crt", text(new.certificate))
    return _made(folder, authority.certificate, now)


def _made(folder: Path, authority: x509.Certificate, now: datetime) -> Made:
    server = read_server_certificate(folder / SERVER, folder / SERVER_KEY, now)
    return Made(server, folder / AUTHORITY, authority.not_valid_after_utc, fingerprint(authority))


def _check(authority: x509.Certificate, names: Sequence[str], where: Path, now: datetime) -> None:
    for name in names:
        if not speaks_for(authority, name):
            raise BadInput(f"this authority may not speak for {name}", where=str(where), remedy=_ANOTHER)
    until = authority.not_valid_after_utc
    if until - now < _WORTH_RENEWING:
        raise BadInput(f"this authority runs out on {in_words(until)}", where=str(where), remedy=_ANOTHER)


def _names_of(certificate: x509.Certificate) -> tuple[str, ...]:
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return (
        *named.get_values_for_type(x509.DNSName),
        *map(str, named.get_values_for_type(x509.IPAddress)),
    )
