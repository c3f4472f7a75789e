"""How soon `alongside serve` shows its first page, and how much memory it holds. Five starts; the load beside.

A demo is needed: `make demo` builds one in ./demo, or name another folder as the one argument.
"""

import http.client
import os
import re
import select
import statistics
import subprocess
import sys
import time
from pathlib import Path

SOON, SMALL = 3.0, 250
"""What is aimed at: seconds to the first page, and MB."""


def memory(pid: int) -> float:
    """Return what a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def address(server: subprocess.Popen[str]) -> tuple[str, int]:
    """Wait until the server says where it listens."""
    assert server.stderr is not None
    while select.select([server.stderr], [], [], 30)[0]:
        found = re.search(r"http://([\d.]+):(\d+)", server.stderr.readline())
        if found:
            return found[1], int(found[2])
    sys.exit("the server did not say where it listens")


def get(host: str, port: int, path: str, cookie: str = "") -> tuple[int, bytes, str]:
    """Fetch a page; return its status, its body and the cookies it sets."""
    connection = http.client.HTTPConnection(host, port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    return answer.status, answer.read(), cookies_of(answer)


def cookies_of(answer: http.client.HTTPResponse) -> str:
    """Return what an answer sets, as the browser sends it back."""
    return "; ".join(one.partition(";")[0] for one in answer.headers.get_all("Set-Cookie") or ())


def be_somebody(host: str, port: int) -> str:
    """Choose the first person on the page “Who are you?”, and return the cookies."""
    _, page, browser = get(host, port, "/who")
    person = re.search(rb'name="person" value="([^"]+)"', page)
    mark = re.search(rb'name="_mark" value="([^"]+)"', page)
    assert person is not None
    assert mark is not None
    connection = http.client.HTTPConnection(host, port, timeout=30)
    headers = {
        "Origin": f"http://{host}:{port}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": browser,
    }
    connection.request("POST", "/who", f"_mark={mark[1].decode()}&person={person[1].decode()}", headers)
    return f"{browser}; {cookies_of(connection.getresponse())}"


def one_start(home: str) -> tuple[float, float, float]:
    """Return seconds to the first page, memory then, and memory after every page of the menu was opened."""
    began = time.perf_counter()
    command = [str(Path(sys.executable).with_name("alongside")), "--home", home, "serve", "--port", "8971"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        host, port = address(server)
        get(host, port, "/who")
        first = time.perf_counter() - began
        small = memory(server.pid)
        cookie = be_somebody(host, port)
        menu = set(re.findall(rb'href="(/[a-z][^"#?]*)"', get(host, port, "/week", cookie)[1]))
        for path in sorted(menu):
            get(host, port, path.decode(), cookie)
        return first, small, memory(server.pid)
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    """Measure and print."""
    home = sys.argv[1] if len(sys.argv) > 1 else "demo"
    if not Path(home, "settings.toml").is_file():
        print(f"no demo in {home}: run make demo first")
        return
    runs = [one_start(home) for _ in range(5)]
    first, small, large = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"load {os.getloadavg()[0]:.1f}; median of five starts")
    print(f"  first page after   {first:5.2f} s    (aim: {SOON:g} s)")
    print(f"  memory then        {small:5.0f} MB")
    print(f"  memory, all pages  {large:5.0f} MB   (aim: {SMALL} MB)")
    sys.exit(first > SOON or large > SMALL)


if __name__ == "__main__":
    main()
