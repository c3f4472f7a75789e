"""The certificate a server shows, with its key: two files that fit together, for certain names, until a day."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import attrs
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from alongside.refusal import BadInput
from alongside.web.https.names import is_number

WARN_DAYS = 30
"""So many days before it runs out, people are told."""

_KEY_MARK = b"PRIVATE KEY-----"
_NOT_PEM = "Give it as PEM: a text that begins with -----BEGIN CERTIFICATE-----."


@attrs.frozen(kw_only=True)
class ServerCertificate:
    """A certificate and its key, which fit together. ``names`` as they stand in it, numbers among them."""

    file: Path
    key: Path
    names: tuple[str, ...]
    since: datetime
    until: datetime

    def covers(self, name: str) -> bool:
        """True if browsers take it for this name; ``*.example.org`` covers one label more, and no number."""
        wild = f"*.{name.partition('.')[2]}"
        return name in self.names or (wild in self.names and not is_number(name))

    def ends(self) -> str:
        """The day it runs out, in words."""
        return in_words(self.until)

    def days_left(self, today: date) -> int:
        """Whole days until it runs out; less than nothing when it has."""
        return (self.until.date() - today).days

    @property
    def key_is_open(self) -> bool:
        """True if whoever has an account on this computer could read the key."""
        return bool(stat.S_IMODE(self.key.stat().st_mode) & stat.S_IROTH)


def in_words(moment: datetime) -> str:
    """The day of a moment, as messages say it."""
    return f"{moment.day} {moment:%B %Y}"


def read_server_certificate(file: Path, key: Path, now: datetime) -> ServerCertificate:
    """Read a certificate and its key, and look whether a browser could take them now.

    Raises:
        BadInput: where one cannot be read, is something else, does not fit the other, or is out of date.
    """
    found = _certificate(file)
    _check_pair(found, file, key)
    names = tuple(_names(found))
    if not names:
        raise BadInput("this certificate names no computer", where=str(file), remedy="Browsers take none like it.")
    read = ServerCertificate(
        file=file, key=key, names=names, since=found.not_valid_before_utc, until=found.not_valid_after_utc
    )
    _check_dates(read, now)
    return read


def _check_dates(read: ServerCertificate, now: datetime) -> None:
    if now >= read.until:
        remedy = "Get a new one where it came from; docs/network.md says how."
        raise BadInput(f"this certificate ran out on {read.ends()}", where=str(read.file), remedy=remedy)
    if now < read.since:
        found = f"this certificate is not valid before {in_words(read.since)}"
        raise BadInput(found, where=str(read.file), remedy="Look whether this computer's clock is right.")


def _read(file: Path, what: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        why = {FileNotFoundError: "there is no such file", PermissionError: "this user may not read it"}
        found = f"the {what} cannot be read: {why.get(type(fault), 'it is no file')}"
        raise BadInput(
            found, where=str(file), remedy="Name its file, or let whoever runs Alongside read it."
        ) from fault


def _certificate(file: Path) -> x509.Certificate:
    content = _read(file, "certificate")
    try:
        return x509.load_pem_x509_certificates(content)[0]
    except ValueError as wrong:
        if _KEY_MARK in content:
            remedy = "Give the certificate here and the key beside it: --certificate FILE --key FILE."
            raise BadInput("this holds a key and no certificate", where=str(file), remedy=remedy) from wrong
        raise BadInput("this is no certificate", where=str(file), remedy=_NOT_PEM) from wrong


def _check_pair(found: x509.Certificate, file: Path, key: Path) -> None:
    if _form(_public(key)) != _form(found.public_key()):
        raise BadInput(
            "this key belongs to another certificate", where=str(key), remedy=f"Find the one of {file}."
        )


def _public(file: Path) -> PublicKeyTypes:
    content = _read(file, "key")
    try:
        return load_pem_private_key(content, None).public_key()
    except TypeError as locked:
        remedy = "Write it without one: openssl pkey -in FILE -out NEW"
        raise BadInput(
            "this key has a password, which nobody can type", where=str(file), remedy=remedy
        ) from locked
    except Exception as wrong:  # the library has an error of its own for each kind of key
        remedy = "Give it as PEM: a text that begins with -----BEGIN PRIVATE KEY-----."
        raise BadInput("this is no key of a server", where=str(file), remedy=remedy) from wrong


def _form(key: PublicKeyTypes) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _names(found: x509.Certificate) -> Iterable[str]:
    try:
        named = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return
    yield from (name.lower() for name in named.get_values_for_type(x509.DNSName))
    yield from map(str, named.get_values_for_type(x509.IPAddress))
