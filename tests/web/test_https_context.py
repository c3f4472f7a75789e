"""How HTTPS is spoken: what is sound today, and nothing older, whatever a browser would put up with."""

import ssl
import warnings
from datetime import UTC, datetime

import pytest
from greeting import greeting

from alongside.web.https.context import context
from alongside.web.https.making import make

NOW = datetime.now(UTC)
WEAK = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made") / "made", ["cafe.test"], NOW)


def lenient(made):
    """A server that speaks whatever it is asked."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(made.server.file, made.server.key)
    _speaks(server, "TLSv1", "TLSv1_3", WEAK)
    return server


def _speaks(side, first, last, ciphers):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        side.minimum_version, side.maximum_version = ssl.TLSVersion[first], ssl.TLSVersion[last]
    side.set_ciphers(ciphers)


def spoken(server, made, version, ciphers=WEAK):
    """What a browser of this kind agrees on with the server: version and cipher, or nothing."""
    client = ssl.create_default_context(cafile=made.authority)
    _speaks(client, version, version, ciphers)
    try:
        side = greeting(client, server, "cafe.test")
    except ssl.SSLError:
        return None
    return side.version(), side.cipher()[0]


@pytest.mark.parametrize("version", ["TLSv1", "TLSv1_1"])
def test_old_version_is_not_spoken_though_a_lenient_server_would(made, version):
    assert spoken(context(made.server), made, version) is None
    assert spoken(lenient(made), made, version) is not None


@pytest.mark.parametrize("version", ["TLSv1_2", "TLSv1_3"])
def test_version_of_today_is_spoken(made, version):
    assert spoken(context(made.server), made, version) is not None


@pytest.mark.parametrize(
    "cipher",
    [
        "ECDHE-ECDSA-AES128-SHA",
        "ECDHE-ECDSA-AES256-SHA384",
        "ECDHE-ECDSA-AES128-CCM8",
        "ECDHE-ECDSA-NULL-SHA",
    ],
)
def test_weak_cipher_is_not_spoken_though_a_lenient_server_would(made, cipher):
    ciphers = f"{cipher}:@SECLEVEL=0"
    assert spoken(context(made.server), made, "TLSv1_2", ciphers) is None
    assert spoken(lenient(made), made, "TLSv1_2", ciphers) == ("TLSv1.2", cipher)


@pytest.mark.parametrize(
    "cipher",
    ["ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"],
)
def test_cipher_of_an_old_tablet_is_spoken(made, cipher):
    assert spoken(context(made.server), made, "TLSv1_2", cipher) == ("TLSv1.2", cipher)


def test_every_cipher_has_a_new_key_for_each_connection(made):
    named = {one["name"] for one in context(made.server).get_ciphers()}
    assert {name for name in named if not name.startswith(("ECDHE-", "TLS_"))} == set()
    assert len(named) >= 5
