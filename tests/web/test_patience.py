"""Whoever says nothing, or half of it, is hung up on; so is one address that holds too many lines."""

import contextlib
import signal
import socket
import subprocess
import sys
from http.client import BadStatusLine, HTTPResponse
from pathlib import Path

import pytest

IMPATIENT = Path(__file__).parent / "toy_impatient.py"
HEAD = "POST /bakery/crumb/loaves HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\n"
LONG, SHORT = 60, 0.3


@contextlib.contextmanager
def serving(folder, head=LONG, form=LONG, lines=200, who="stranger"):
    """The port of the toy; it must end quietly."""
    command = [sys.executable, *map(str, (IMPATIENT, head, form, lines, who, folder))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline().rpartition(":")[2])
            process.send_signal(signal.SIGTERM)
            assert process.communicate(timeout=20) == ("", "")
        finally:
            process.kill()


@pytest.fixture(scope="module")
def hasty(tmp_path_factory):
    """A server that waits shortly for the head of a request and long for a form."""
    with serving(tmp_path_factory.mktemp("hasty"), head=SHORT) as port:
        yield port


@pytest.fixture(scope="module")
def patient(tmp_path_factory):
    """A server that waits long for the head of a request and shortly for a form."""
    with serving(tmp_path_factory.mktemp("patient"), form=SHORT) as port:
        yield port


def said_to(port, words, wait=20):
    """Say this and no more; return what comes back until the other side hangs up, or None if it never does."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as line:
        line.sendall(words.format(port=port).encode())
        heard = b""
        try:
            while more := line.recv(10_000):
                heard += more
        except ConnectionResetError:
            return heard
        except TimeoutError:
            return None
        return heard


@pytest.mark.parametrize("words", ["", "G", HEAD])
def test_one_who_does_not_say_what_is_wanted_is_hung_up_on(hasty, words):
    assert said_to(hasty, words) == b""


def test_control_with_patience_the_line_stays_open(patient):
    assert said_to(patient, HEAD, wait=1) is None


def test_form_has_a_longer_time_of_its_own(hasty, patient):
    assert said_to(patient, HEAD + FORM + "a=") == b""
    assert said_to(hasty, HEAD + FORM + "a=", wait=1) is None


def test_next_request_on_the_same_line_is_timed_like_the_first(hasty):
    with socket.create_connection(("127.0.0.1", hasty), timeout=4) as line:
        assert is_answered(line, hasty)
        line.sendall(b"GET /nowhere HTTP/1.1\r\n")
        with contextlib.suppress(ConnectionResetError):
            assert line.recv(100) == b""


def test_word_now_and_then_gains_no_time(hasty):
    with socket.create_connection(("127.0.0.1", hasty), timeout=0.05) as line, pytest.raises(ConnectionError):
        for _ in range(200):
            line.sendall(b"G")
            with contextlib.suppress(TimeoutError):
                if not line.recv(10):
                    raise ConnectionResetError


def is_answered(line, port):
    try:
        line.sendall(f"GET /static/mark.svg HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        answer = HTTPResponse(line)
        answer.begin()
        answer.read()  # all of it: what follows on the line is of the next request
    except (ConnectionError, BadStatusLine):
        return False
    return answer.status == 200


@pytest.mark.parametrize(("who", "answered"), [("stranger", 3), ("itself", 6)])
def test_one_address_holds_only_so_many_lines_and_this_computer_as_many_as_it_likes(tmp_path, who, answered):
    with serving(tmp_path, lines=3, who=who) as port:
        for _ in range(2):  # lines that were let go are free again
            with contextlib.ExitStack() as held:
                lines = [held.enter_context(socket.create_connection(("127.0.0.1", port), 20)) for _ in range(6)]
                assert sum(is_answered(line, port) for line in lines) == answered
            wait_until_all_are_let_go(port)


def wait_until_all_are_let_go(port):
    """Ask until a line is free: the server hears of those that were let go before it hears of this one."""
    for _ in range(100):
        with socket.create_connection(("127.0.0.1", port), 20) as line:
            if is_answered(line, port):
                return
