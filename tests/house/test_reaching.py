"""The way the pages are served: who may come is decided before anybody listens, and is said plainly."""

import json
import re
from datetime import UTC, datetime, timedelta

import click
import pytest
import segno

from alongside.cli import Desk
from alongside.house.entrance import Entrance
from alongside.house.network_worries import network_worries
from alongside.house.reaching import Asked, way
from alongside.house.serving import serve
from alongside.house.telling_the_way import as_qr_code, told
from alongside.refusal import BadInput
from alongside.web.https.making import make
from alongside.web.listening import at_home
from alongside.web.reached import Reached
from alongside.web.serve_settings import ServeSettings

NOW = datetime.now(UTC)
PLAIN = ServeSettings()
PROXY = ServeSettings(names=("alongside.example.org",), behind_proxy=True)


@pytest.fixture
def folder(tmp_path):
    make(tmp_path / "made", ["xn--caf-dma.test", "192.0.2.77", "127.0.0.2"], NOW)
    return tmp_path / "made"


@pytest.fixture
def files(folder):
    return {"certificate": folder / "server.crt", "key": folder / "server.key"}


@pytest.fixture
def go():
    """A function that finds the way and lets go of the port afterwards."""
    held = []

    def found(settings, now=NOW, **asked):
        held.append(way(settings, Asked(**{"port": 0, **asked}), now))
        return held[-1]

    yield found
    for one in held:
        one.listening.close()


def refusal(settings, **asked):
    with pytest.raises(BadInput) as refused:
        way(settings, Asked(**{"port": 0, **asked}), NOW)
    return refused.value.sentence


def test_without_a_word_this_computer_alone_is_served(go):
    found = go(PLAIN)
    assert found.listening.at_home
    assert found.reached == Reached.on_this_computer(found.listening.port)


def test_pages_are_not_served_where_a_backup_would_hold_the_keys_of_votes(own_demo, opened, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_KEYS", str(own_demo / "keys"))
    house = opened(own_demo)
    with pytest.raises(BadInput, match="ALONGSIDE_KEYS: the keys of votes would lie"):
        serve(Desk(lambda: house), Asked())
    assert not (own_demo / "keys").exists()


def test_with_lan_and_a_certificate_the_network_is_served_by_the_names_in_it(go, files):
    found = go(PLAIN, lan=True, **files)
    assert not found.listening.at_home
    assert found.reached == Reached.on_the_network(found.names, found.listening.port)
    assert found.names == ("xn--caf-dma.test", "192.0.2.77", "127.0.0.2")


def test_settings_name_the_certificate_and_the_names_and_options_go_first(go, files, folder, tmp_path):
    settings = ServeSettings(names=("192.0.2.77",), **files)
    assert go(settings, lan=True).names == ("192.0.2.77",)
    elsewhere = {"certificate": tmp_path / "none.crt", "key": tmp_path / "none.key"}
    assert go(ServeSettings(**elsewhere), lan=True, **files).certificate.file == folder / "server.crt"
    assert go(settings).listening.at_home  # a certificate alone opens nothing


def test_lan_without_a_certificate_is_refused_with_what_to_do():
    said = refusal(PLAIN, lan=True)
    assert said.startswith("The network is served by HTTPS alone, which needs a certificate. Make one")
    assert "alongside https-certificate FOLDER --name cafe.local" in said


def test_half_a_pair_and_a_pair_without_lan_are_refused(files):
    assert "--key is missing" in refusal(PLAIN, lan=True, certificate=files["certificate"])
    assert "--certificate is missing" in refusal(PLAIN, lan=True, key=files["key"])
    assert "A certificate is for the network. Say --lan too" in refusal(PLAIN, **files)
    assert "cannot be read" in refusal(PLAIN, lan=True, certificate=files["certificate"], key=files["key"].parent)


def test_name_that_the_certificate_does_not_speak_for_is_refused(files):
    settings = ServeSettings(names=("cafe.example",))
    assert "does not speak for cafe.example" in refusal(settings, lan=True, **files)


def test_behind_a_proxy_this_computer_alone_is_served_and_lan_is_refused(go, files):
    found = go(PROXY)
    assert found.listening.at_home
    assert found.reached == Reached.through_a_proxy(["alongside.example.org"])
    assert "a proxy serves the network" in refusal(PROXY, lan=True, **files)


def test_port_that_is_taken_is_refused_on_the_network_too(files):
    taken = at_home(0)
    taken.sockets[0].listen()
    said = refusal(PLAIN, lan=True, port=taken.port, **files)
    taken.close()
    assert said.startswith(f"Port {taken.port} of this computer cannot be had")


# --- what is said


def said(found, entrance=Entrance(), now=NOW):  # noqa: B008 - a frozen value
    return click.unstyle("\n".join(told(found, entrance, now)))


def test_in_a_demo_it_is_said_that_nobody_else_can_connect(go):
    found = go(PLAIN)
    assert said(found).splitlines() == [
        f"Open http://127.0.0.1:{found.listening.port} in a browser on this computer. Ctrl-C ends it.",
        "It is a demo: whoever opens it can look around as anyone. No other computer can connect.",
    ]


def test_on_the_network_it_is_said_who_can_connect_where_and_until_when(go, files):
    found = go(PLAIN, lan=True, **files)
    words, port = said(found), found.listening.port
    assert f"Open https://café.test:{port} or https://192.0.2.77:{port} or https://127.0.0.2:{port} on" in words
    assert "Every device on this computer's networks can connect." in words
    assert "whoever opens it can look around as anyone" in words
    assert re.search(r"\nThe certificate runs until \d+ \w+ \d{4}\.\Z", words)
    assert "192.0.2.77 is not an address of this computer now" in words
    assert "127.0.0.2 is not" not in words


def test_last_month_of_a_certificate_and_an_open_key_are_said(go, files):
    files["key"].chmod(0o644)
    words = said(go(PLAIN, lan=True, **files), now=NOW + timedelta(days=370))
    assert "Renew it soon: The certificate runs until" in words
    assert f"Type: chmod 600 {files['key']}" in words


def test_code_holds_the_address_and_never_the_key(go, files):
    entrance, found = Entrance(path="/come-in/link/x", says="It lets Nia in."), go(PLAIN, lan=True, **files)
    address = f"https://xn--caf-dma.test:{found.listening.port}"
    words = list(told(found, entrance, NOW))
    assert as_qr_code(address) in words
    assert f"To come in, open {address}{entrance.path}" in words


def read_code(text):
    """The dark squares of a code that was drawn with half blocks."""
    rows = []
    for line in click.unstyle(text).splitlines():
        rows.append([mark in "▀█" for mark in line])
        rows.append([mark in "▄█" for mark in line])
    return rows


def test_code_in_the_terminal_is_the_code_dark_on_light():
    address = "https://cafe.local:8443"
    drawn, meant = read_code(as_qr_code(address)), list(segno.make(address, error="m").matrix_iter(border=2))
    assert drawn[: len(meant)] == [[bool(one) for one in row] for row in meant]
    assert not any(map(any, drawn[len(meant) :]))
    assert all(line.startswith("\x1b[30m\x1b[107m") for line in as_qr_code(address).splitlines())


def test_behind_a_proxy_both_addresses_are_said(go):
    found = go(PROXY)
    words = said(found)
    assert f"Waiting for the reverse proxy at http://127.0.0.1:{found.listening.port}." in words
    assert "Open https://alongside.example.org in a browser." in words
    assert "Whoever the proxy lets through can connect" in words


# --- the doctor


def test_doctor_says_nothing_where_no_network_is_named():
    assert list(network_worries(PLAIN, NOW)) == []


def test_doctor_warns_in_the_last_thirty_days_and_calls_it_wrong_afterwards(files):
    settings = ServeSettings(**files)

    def after(days):
        return next(iter(network_worries(settings, NOW + timedelta(days=days))))

    assert after(0)[0] is True
    assert after(366)[0] is True
    assert after(367)[0] is None
    assert "runs out in 30 days, on" in after(367)[1]
    assert "in 1 day, on" in after(396)[1]
    assert (after(397)[0], "this certificate ran out on" in after(397)[1]) == (False, True)


def test_doctor_names_what_does_not_fit(files, tmp_path):
    wrong = ServeSettings(names=("cafe.example",), **files)
    assert [found[0] for found in network_worries(wrong, NOW)] == [False]
    missing = ServeSettings(certificate=tmp_path / "none.crt", key=files["key"])
    assert "there is no such file" in next(network_worries(missing, NOW))[1]
    files["key"].chmod(0o604)
    assert (False, f"Type: chmod 600 {files['key']}") in [
        (state, words[-len(f"Type: chmod 600 {files['key']}") :])
        for state, words in network_worries(ServeSettings(**files), NOW)
    ]


def test_doctor_names_the_proxy_that_is_expected():
    assert list(network_worries(PROXY, NOW)) == [
        (True, "A reverse proxy is expected, which opens alongside.example.org.")
    ]


# --- the commands, as people type them


def test_certificate_is_made_and_renewed_by_the_command_and_says_what_to_trust(command, tmp_path):
    folder = str(tmp_path / "https")
    done = command("https-certificate", folder, "--name", "café.local", "--address", "192.168.1.20")
    assert done.returncode == 0, done.stderr
    assert f"{folder}/server.crt speaks for café.local, 192.168.1.20 until" in done.stdout
    assert f"{folder}/authority.crt is what each laptop and tablet has to trust" in done.stdout
    assert re.search(r"\(SHA-256\): ([0-9A-F]{2}:){31}[0-9A-F]{2}\n", done.stdout)
    again = command("https-certificate", folder, "--name", "café.local")
    assert (again.returncode, again.stdout) == (2, "")
    assert "holds a certificate already. Renew it with --renew" in again.stderr
    renewed = command("https-certificate", folder, "--renew", "--json")
    assert json.loads(renewed.stdout)["names"] == ["xn--caf-dma.local", "192.168.1.20"]


def test_command_without_a_name_says_what_to_say(command, tmp_path):
    done = command("https-certificate", str(tmp_path / "https"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("It is not said for which computer. Say the name")
    assert not (tmp_path / "https").exists()


@pytest.mark.parametrize("given", [("--name", "cafe"), ("--address", "8.8.8.8"), ("--address", "cafe.local")])
def test_command_refuses_what_is_no_name_of_an_own_network(command, tmp_path, given):
    done = command("https-certificate", str(tmp_path / "https"), *given)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "https").exists()


def test_serve_for_the_network_without_a_certificate_is_refused_in_one_sentence(command, demo):
    done = command("serve", "--lan", home=demo)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "HTTPS alone, which needs a certificate" in done.stderr


def test_doctor_tells_of_the_certificate_that_the_settings_name(command, own_demo, files):
    with (own_demo / "settings.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[serve]\ncertificate = "{files["certificate"]}"\nkey = "{files["key"]}"\n')
    assert "right  The certificate for the network runs until" in command("doctor", home=own_demo).stdout
    files["key"].write_text("gone")
    told_by_it = command("doctor", home=own_demo)
    assert (told_by_it.returncode, "WRONG  The network: " in told_by_it.stdout) == (1, True)
