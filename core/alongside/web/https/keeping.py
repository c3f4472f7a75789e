"""The files of a certificate of one's own: written whole, never over another, keys for their owner alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from alongside.refusal import BadInput


def text(certificate: x509.Certificate) -> bytes:
    """A certificate as it stands in its file."""
    return certificate.public_bytes(Encoding.PEM)


def key_text(key: ec.EllipticCurvePrivateKey) -> bytes:
    """A key as it stands in its file, without a password: a server that starts by itself has nobody to ask."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def certificate_in(file: Path) -> x509.Certificate:
    """Read one that was made here.

    Raises:
        BadInput: where it is not there, or something else is.
    """
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (OSError, ValueError) as missing:
        raise _not_ours(file) from missing


def key_in(file: Path) -> ec.EllipticCurvePrivateKey:
    """Read a key that was made here.

    Raises:
        BadInput: where it is not there, or something else is.
    """
    try:
        key = load_pem_private_key(file.read_bytes(), None)
    except (OSError, ValueError, TypeError) as missing:
        raise _not_ours(file) from missing
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise _not_ours(file)
    return key


def _not_ours(file: Path) -> BadInput:
    remedy = "It was made with the others of this folder. Put it back, or make new ones in another folder."
    return BadInput("this file is needed and cannot be read", where=str(file), remedy=remedy)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all of them into the folder, or none.

    Raises:
        BadInput: where one is there already, or nothing can be written.
    """
    done: list[Path] = []
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in files.items():
            _write_new(folder / name, content)
            done.append(folder / name)
    except OSError as fault:
        for file in done:
            file.unlink(missing_ok=True)
        raise _refused(folder, fault) from fault


def put_in_place_of(file: Path, kept_as: str, content: bytes) -> None:
    """Change what a file holds, in one step; what it held is kept beside it.

    Raises:
        BadInput: where nothing can be written.
    """
    beside, new = file.with_name(kept_as), file.with_suffix(".new")
    try:
        new.unlink(missing_ok=True)
        _write_new(new, content)
        if not beside.exists():
            beside.hardlink_to(file)
        new.replace(file)
    except OSError as fault:
        raise _refused(file.parent, fault) from fault


def _refused(folder: Path, fault: OSError) -> BadInput:
    if isinstance(fault, FileExistsError) and folder.is_dir():
        remedy = "Renew it with --renew, or name another folder."
        return BadInput("this folder holds a certificate already", where=str(folder), remedy=remedy)
    return BadInput("nothing can be written there", where=str(folder), remedy="Name another folder.")


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that was not there; a key can be read by its owner alone, from its first moment."""
    mode = 0o600 if file.suffix == ".key" else 0o644
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
