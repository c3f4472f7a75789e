"""A real server with HTTPS on this computer: who gets an answer, who none, and what it leaves in its log."""

import contextlib
import http.client
import signal
import socket
import ssl
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.web.https.making import make

TOY = Path(__file__).parent / "toy_serve.py"
NAME = "cafe.test"


class Elsewhere(http.client.HTTPSConnection):
    """A browser on a network where the names lead to this computer."""

    def __init__(self, port, trusted, name=NAME, at="127.0.0.1"):
        super().__init__(name, port, context=ssl.create_default_context(cafile=trusted), timeout=20)
        self._at = at

    def connect(self):
        plain = socket.create_connection((self._at, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("https") / "made"
    make(folder, [NAME, "127.0.0.2"], datetime.now(UTC))
    return folder


@contextlib.contextmanager
def serving(*arguments, program=(TOY,)):
    command = [sys.executable, *map(str, (*program, *arguments))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, int(process.stdout.readline().rpartition(":")[2])
        finally:
            process.kill()


@pytest.fixture(scope="module")
def port(folder, tmp_path_factory):
    with serving(tmp_path_factory.mktemp("toy"), folder) as (_, port):
        yield port


def ask(connection, method="GET", path="/static/mark.svg", **headers):
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.parametrize(("name", "at"), [(NAME, "127.0.0.1"), (NAME, "127.0.0.2"), ("127.0.0.2", "127.0.0.2")])
def test_who_trusts_the_authority_is_answered_under_a_second_name_and_at_another_address(folder, port, name, at):
    answer = ask(Elsewhere(port, folder / "authority.crt", name, at))
    assert answer.status == 200
    promise = answer.headers["strict-transport-security"]
    assert promise == ("max-age=604800" if name == NAME else None)


def test_who_does_not_trust_it_is_warned_before_a_byte_is_sent(folder, port):
    with pytest.raises(ssl.SSLCertVerificationError, match="unable to get local issuer"):
        ask(Elsewhere(port, None))
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        ask(Elsewhere(port, folder / "authority.crt", "other.test"))


def test_host_that_is_not_the_one_greeted_is_turned_away(folder, port):
    answer = ask(Elsewhere(port, folder / "authority.crt"), host="bank.example")
    assert answer.status == 400


def test_plain_http_gets_nothing_back(port):
    with socket.create_connection(("127.0.0.1", port), 20) as plain:
        plain.sendall(b"GET /static/mark.svg HTTP/1.1\r\nHost: cafe.test\r\n\r\n")
        assert plain.recv(1000) == b""


def test_answers_leave_at_once_and_do_not_wait_for_an_acknowledgement(folder, port):
    """Without TCP_NODELAY each answer after the first waited about 40 ms."""
    connection = Elsewhere(port, folder / "authority.crt")
    took = []
    for _ in range(20):
        begun = time.perf_counter()
        connection.request("GET", "/static/mark.svg")
        connection.getresponse().read()
        took.append(time.perf_counter() - begun)
    connection.close()
    assert min(took[1:]) < 0.02


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_though_tablets_were_carried_off(folder, tmp_path, end):
    """A tablet that is out of reach says no good-bye; each would be waited for half a minute."""
    with serving(tmp_path, folder) as (process, port):
        trusted = folder / "authority.crt"
        silent, halfway, read = (Elsewhere(port, trusted) for _ in range(3))
        silent.connect()
        halfway.connect()
        halfway.sock.sendall(b"GET /static/mark.svg HTTP/1.1\r\nHost: cafe.test\r\n")
        read.request("GET", "/static/mark.svg")
        read.getresponse().read()
        process.send_signal(end)
        out, err = process.communicate(timeout=10)
        for one in (silent, halfway, read):
            one.close()
    assert (process.returncode, out, err) == (0, "", "")


# --- what it leaves in its log


CANARY = "Rosa-Fenn-c4n4ry"


def provoke(connection):
    """Ask in every odd way there is, a name in each place where one could stand."""
    headers = {"cookie": f"a={CANARY}", "referer": f"https://{NAME}/{CANARY}?{CANARY}", "user-agent": CANARY}
    for method, path in [
        ("GET", f"/who?edition={CANARY}"),
        ("GET", f"/nowhere/{CANARY}?q={CANARY}"),
        ("POST", f"/who?x={CANARY}"),
        ("GET", f"/bakery/{CANARY}/loaves?{CANARY}"),
        (CANARY, f"/{CANARY}"),
        ("OPTIONS", f"/{CANARY}"),
    ]:
        body = f"person={CANARY}" if method == "POST" else None
        for more in (
            {},
            {"origin": f"https://{NAME}:{connection.port}"},
            {"upgrade": CANARY, "connection": "upgrade"},
        ):
            kind = {"content-type": "application/x-www-form-urlencoded"} if body else {}
            connection.request(method, path, body, {**headers, **more, **kind})
            connection.getresponse().read()
            connection.close()


def raw(connection, content):
    connection.connect()
    connection.sock.sendall(content)
    with contextlib.suppress(OSError):
        connection.sock.recv(10_000)
    connection.close()


def test_no_request_leaves_a_word_of_itself_in_the_log(folder, tmp_path):
    with serving(tmp_path, folder) as (process, port):
        trusted = folder / "authority.crt"
        provoke(Elsewhere(port, trusted))
        for content in (
            f"GET /{CANARY} {CANARY}\r\n\r\n",
            f"{CANARY}\r\n\r\n",
            f"GET /{CANARY}?{CANARY} HTTP/1.1\r\nHost: a\r\nHost: {CANARY}\r\n\r\n",
            f"GET /{CANARY} HTTP/1.1\r\nHost: {NAME}\r\n{CANARY}\r\n\r\n",
            f"GET /{'x' * 70_000}{CANARY} HTTP/1.1\r\n\r\n",
            f"POST /{CANARY} HTTP/1.1\r\nHost: {NAME}\r\nTransfer-Encoding: chunked\r\n\r\n{CANARY}\r\n",
        ):
            raw(Elsewhere(port, trusted), content.encode())
        with socket.create_connection(("127.0.0.1", port), 20) as plain:
            plain.sendall(f"GET /{CANARY} HTTP/1.1\r\n\r\n".encode())
            plain.recv(100)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert CANARY not in out + err
    assert "127.0.0.1" not in err
    assert "GET" not in err


WITH_AN_ACCESS_LOG = """
import runpy, sys, uvicorn
plain = uvicorn.Config
uvicorn.Config = lambda app, **said: plain(app, **{**said, "access_log": True, "log_level": "info"})
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0])
"""


def test_control_an_access_log_would_have_told(folder, tmp_path):
    with serving(tmp_path, folder, program=("-c", WITH_AN_ACCESS_LOG, TOY)) as (process, port):
        ask(Elsewhere(port, folder / "authority.crt"), path=f"/nowhere?{CANARY}")
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert CANARY in out + err
