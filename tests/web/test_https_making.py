"""A certificate for a network of one's own: what is made, whom it can speak for, and nothing overwritten."""

import shutil
import ssl
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from greeting import greeting

from alongside.refusal import BadInput
from alongside.web.https import keeping
from alongside.web.https.authority import Keyed, new_key, new_server
from alongside.web.https.keeping import certificate_in, key_in, key_text
from alongside.web.https.making import make, renew
from alongside.web.https.server_certificate import read_server_certificate

NOW = datetime.now(UTC)
NAMES = ["cafe.test", "192.168.1.20", "fd00::20"]
FILES = ["authority.crt", "authority.key", "server.crt", "server.key"]


@pytest.fixture
def folder(tmp_path):
    make(tmp_path / "made", NAMES, NOW)
    return tmp_path / "made"


def greet(folder, name, certificate=None, key=None):
    """What a client that trusts the authority says to the server under a name: "" or why not."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate or folder / "server.crt", key or folder / "server.key")
    client = ssl.create_default_context(cafile=folder / "authority.crt")
    try:
        greeting(client, server, name)
    except ssl.SSLCertVerificationError as refused:
        return refused.verify_message
    return ""


def test_four_files_are_made_and_keys_are_for_their_owner_alone(folder):
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == {"authority.crt": 0o644, "authority.key": 0o600, "server.crt": 0o644, "server.key": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", NAMES)
def test_who_trusts_the_authority_trusts_the_server_under_each_name(folder, name):
    assert greet(folder, name) == ""


@pytest.mark.parametrize("name", ["bank.example", "192.168.1.21", "localhost", "127.0.0.1"])
def test_under_another_name_the_server_is_not_trusted(folder, name):
    assert "mismatch" in greet(folder, name)


def test_who_does_not_trust_the_authority_does_not_trust_the_server(folder, tmp_path):
    make(tmp_path / "other", NAMES, NOW)
    certificate, key = tmp_path / "other" / "server.crt", tmp_path / "other" / "server.key"
    assert greet(folder, "cafe.test", certificate, key) != ""


# --- whoever steals the authority's key


def forged(folder, names):
    """What a thief of the authority's key could make."""
    authority = Keyed(certificate_in(folder / "authority.crt"), key_in(folder / "authority.key"))
    made = new_server(authority, names, NOW, key=new_key())
    (folder / "forged.crt").write_bytes(made.certificate.public_bytes(Encoding.PEM))
    (folder / "forged.key").write_bytes(key_text(made.key))
    return folder / "forged.crt", folder / "forged.key"


@pytest.mark.parametrize("name", ["bank.example", "xcafe.test", "test", "8.8.8.8", "192.168.1.1", "2001:db8::1"])
def test_stolen_authority_can_speak_for_no_other_name_or_number(folder, name):
    assert "subtree violation" in greet(folder, name, *forged(folder, [name]))


@pytest.mark.parametrize("name", NAMES)
def test_control_a_certificate_made_in_the_same_way_for_its_own_name_is_trusted(folder, name):
    assert greet(folder, name, *forged(folder, [name])) == ""


@pytest.mark.parametrize(("given", "other"), [(["cafe.test"], "192.168.1.1"), (["192.168.1.20"], "bank.example")])
def test_kind_of_name_that_was_not_given_is_shut_out_whole(tmp_path, given, other):
    make(tmp_path / "made", given, NOW)
    assert "subtree violation" in greet(tmp_path / "made", other, *forged(tmp_path / "made", [other]))
    assert greet(tmp_path / "made", given[0]) == ""


def test_stolen_server_key_makes_no_further_certificates(folder):
    server = Keyed(certificate_in(folder / "server.crt"), key_in(folder / "server.key"))
    made = new_server(server, ["cafe.test"], NOW, key=new_key())
    chain = made.certificate.public_bytes(Encoding.PEM) + (folder / "server.crt").read_bytes()
    (folder / "chain.crt").write_bytes(chain)
    (folder / "chain.key").write_bytes(key_text(made.key))
    assert greet(folder, "cafe.test", folder / "chain.crt", folder / "chain.key") != ""


# --- files


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_folder_with_a_certificate_is_left_as_it_is(folder):
    before = contents(folder)
    with pytest.raises(BadInput, match="holds a certificate already. Renew it with --renew"):
        make(folder, NAMES, NOW)
    assert contents(folder) == before


@pytest.mark.parametrize("left", FILES)
def test_one_file_that_is_there_already_is_enough_and_nothing_else_stays(tmp_path, left):
    (tmp_path / left).write_text("mine")
    with pytest.raises(BadInput, match="holds a certificate already"):
        make(tmp_path, NAMES, NOW)
    assert contents(tmp_path) == {left: b"mine"}


def test_place_where_nothing_can_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="nothing can be written there"):
        make(tmp_path / "file" / "folder", NAMES, NOW)


def test_disk_that_fills_up_in_between_leaves_nothing(tmp_path, monkeypatch):
    written = keeping._write_new

    def full(file, content):
        if file.name == "server.crt":
            raise OSError(28, "No space left on device")
        written(file, content)

    monkeypatch.setattr(keeping, "_write_new", full)
    with pytest.raises(BadInput, match="nothing can be written there"):
        make(tmp_path / "made", NAMES, NOW)
    assert list((tmp_path / "made").iterdir()) == []


# --- renewing


def test_renewed_certificate_runs_longer_by_the_same_authority_and_the_old_one_stays(folder):
    before, later = contents(folder), NOW + timedelta(days=380)
    made = renew(folder, [], later)
    assert made.server.names == tuple(NAMES)
    assert made.server.days_left(later.date()) == 397
    after = contents(folder)
    old = f"server-until-{NOW + timedelta(days=397):%Y-%m-%d}.crt"
    assert after[old] == before["server.crt"]
    assert {name for name in before if before[name] == after[name]} == {*FILES} - {"server.crt"}
    assert set(after) == {*FILES, old}


def test_renewed_certificate_is_trusted_where_the_authority_was(folder, tmp_path):
    shutil.copy(folder / "authority.crt", tmp_path / "trusted.crt")
    renew(folder, ["cafe.test"], NOW)
    assert greet(folder, "cafe.test") == ""
    assert "mismatch" in greet(folder, "192.168.1.20")
    assert (tmp_path / "trusted.crt").read_bytes() == (folder / "authority.crt").read_bytes()


@pytest.mark.parametrize("name", ["bank.example", "192.168.1.21", "sub.cafe.test"])
def test_name_that_the_authority_was_not_made_for_is_refused_and_nothing_changes(folder, name):
    before = contents(folder)
    with pytest.raises(BadInput, match=f"may not speak for {name}. Make another in a new folder"):
        renew(folder, ["cafe.test", name], NOW)
    assert contents(folder) == before


def test_authority_that_runs_out_renews_nothing_more_and_no_certificate_outlives_it(folder):
    end = NOW + timedelta(days=3650)
    assert (
        renew(folder, [], end - timedelta(days=100)).server.until
        == certificate_in(folder / "authority.crt").not_valid_after_utc
    )
    with pytest.raises(BadInput, match="this authority runs out on"):
        renew(folder, [], end - timedelta(days=29))


@pytest.mark.parametrize("missing", FILES)
def test_file_that_is_missing_is_named_when_renewing(folder, missing):
    (folder / missing).unlink()
    with pytest.raises(BadInput, match=f"{missing}: this file is needed"):
        renew(folder, [], NOW)
    (folder / missing).write_text("something else")
    with pytest.raises(BadInput, match=f"{missing}: this file is needed"):
        renew(folder, [], NOW)


def test_disk_that_fills_up_while_renewing_leaves_the_old_certificate(folder, monkeypatch):
    before = contents(folder)
    monkeypatch.setattr(keeping, "_write_new", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(BadInput, match="nothing can be written"):
        renew(folder, [], NOW)
    assert contents(folder) == before
    assert read_server_certificate(folder / "server.crt", folder / "server.key", NOW).names == tuple(NAMES)
