"""A certificate and its key: read, looked at, and refused in one sentence each."""

import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from alongside.refusal import BadInput
from alongside.web.https.context import context
from alongside.web.https.making import make
from alongside.web.https.server_certificate import read_server_certificate

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    make(tmp_path / "made", ["cafe.test", "192.168.1.20"], NOW)
    return tmp_path / "made"


def read(folder, certificate="server.crt", key="server.key", now=NOW):
    return read_server_certificate(folder / certificate, folder / key, now)


def by_hand(folder, names, key=None, days=90):
    """A certificate as it may come from anywhere, in the same two files."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    nobody = x509.Name([])
    builder = (
        x509.CertificateBuilder()
        .subject_name(nobody)
        .issuer_name(nobody)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=days))
    )
    if names:
        named = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        builder = builder.add_extension(named, critical=True)
    (folder / "server.crt").write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.key").write_bytes(plain)
    return key


def test_pair_that_fits_is_read_with_its_names_and_its_end(folder):
    found = read(folder)
    assert found.names == ("cafe.test", "192.168.1.20")
    assert found.ends() == "27 December 2027"
    assert found.days_left(NOW.date()) == 397
    assert not found.key_is_open
    assert context(found).minimum_version.name == "TLSv1_2"


def refusal(folder, **how):
    with pytest.raises(BadInput) as refused:
        read(folder, **how)
    return refused.value.sentence


def test_file_that_is_not_there_is_refused_by_its_name(folder):
    assert refusal(folder, certificate="none.crt").startswith(
        f"{folder}/none.crt: the certificate cannot be read: there is no such file."
    )
    assert "the key cannot be read: there is no such file" in refusal(folder, key="none.key")
    (folder / "folder").mkdir()
    assert "it is no file" in refusal(folder, key="folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="not run: an administrator may read every file")
def test_file_that_this_user_may_not_read_is_refused(folder):
    (folder / "server.key").chmod(0)
    assert "this user may not read it" in refusal(folder)


def test_key_and_certificate_in_each_others_place_are_named(folder):
    assert "this holds a key and no certificate" in refusal(folder, certificate="server.key", key="server.crt")
    assert "this is no key of a server" in refusal(folder, key="server.crt")


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\xff" * 50, b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_what_is_no_certificate_or_no_key_is_refused(folder, content):
    (folder / "odd").write_bytes(content)
    assert "this is no certificate. Give it as PEM" in refusal(folder, certificate="odd")
    assert "this is no key of a server. Give it as PEM" in refusal(folder, key="odd")


def test_key_of_another_certificate_is_refused(folder, tmp_path):
    make(tmp_path / "other", ["cafe.test"], NOW)
    shutil.copy(tmp_path / "other" / "server.key", folder / "other.key")
    assert refusal(folder, key="other.key").startswith(f"{folder}/other.key: this key belongs to another")
    assert "belongs to another" in refusal(folder, key="authority.key")


def test_key_with_a_password_is_refused_with_the_way_out(folder):
    key = by_hand(folder, ["cafe.test"])
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
    (folder / "server.key").write_bytes(locked)
    assert "has a password, which nobody can type. Write it without one: openssl pkey" in refusal(folder)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (NOW + timedelta(days=397), "ran out on 27 December 2027"),
        (NOW - timedelta(hours=2), "is not valid before 25 November 2026"),
    ],
)
def test_certificate_out_of_its_time_is_refused_with_the_day(folder, now, said):
    assert said in refusal(folder, now=now)
    assert read(folder, now=NOW + timedelta(days=396)).days_left(now.date()) <= 398  # the control


def test_certificate_that_names_nobody_is_refused(folder):
    by_hand(folder, [])
    assert "this certificate names no computer" in refusal(folder)


def test_wild_name_covers_one_label_and_no_number(folder):
    by_hand(folder, ["*.Example.org", "cafe.test"])
    found = read(folder)
    assert [found.covers(name) for name in ("a.example.org", "cafe.test")] == [True, True]
    others = ("example.org", "a.b.example.org", "a.cafe.test", "192.168.1.20", "*")
    assert [found.covers(name) for name in others] == [False] * 5


def test_key_that_everybody_can_read_is_noticed(folder):
    (folder / "server.key").chmod(0o644)
    assert read(folder).key_is_open
    (folder / "server.key").chmod(0o640)
    assert not read(folder).key_is_open


def test_certificate_too_weak_for_the_library_is_refused_in_words(folder):
    by_hand(folder, ["cafe.test"], key=rsa.generate_private_key(65537, 1024))  # noqa: S505 - that is the point
    with pytest.raises(BadInput, match=r"will not serve with this certificate \(EE_KEY_TOO_SMALL\)"):
        context(read(folder))
