"""How soon pages come, and how many a second, against a bare application that returns the same bytes.

How soon: p99 at 20 requests a second, alone, and while a rota is filled and a report is written beside them.
A copy of the demo is given a year of hours first. A demo is needed: `make demo` builds one in ./demo, or name
another folder as the first argument; `--seconds N` says for how long each load lasts.
"""

import argparse
import contextlib
import http.client
import os
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

RATE = 20
"""Requests a second."""

MEMBER_PAGES = ("/week", "/hours", "/decisions", "/news", "/cafe/tideline-cafe/rota", "/ways-in")
CAFE = "tideline-cafe"
PROGRAM = str(Path(sys.executable).with_name("alongside"))


# --- a year of data


def give_a_year(home: Path) -> int:
    """Claim four hours of everybody's working days of a year back, where nothing stands; return how many."""
    from alongside.diary import offers as diary
    from alongside.diary.claim import Purpose, Wish
    from alongside.diary.offers.claiming import claim_all
    from alongside.house.core import core_parts
    from alongside.house.finding import find_plugins
    from alongside.house.opening import open_house
    from alongside.instants import LONDON
    from alongside.people import offers as people
    from alongside.store import Actor

    house = open_house(home, core_parts(), find_plugins())
    made = 0
    with house.reading() as unit:
        everybody = [one.id for one in people.everybody(unit)]
    today = house.today()
    for person in everybody:
        with house.store.unit(Actor.keyboard("a year of data")) as unit:
            diary.ensure_person(unit, person)
            taken = {one.starts.date() for one in diary.every_claim(unit, person)}
            days = (today - timedelta(days=back) for back in range(1, 366))
            wishes = []
            for day in days:
                if day.weekday() < 5 and day not in taken:
                    starts = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo(LONDON))
                    wishes.append(
                        Wish(
                            resource=person,
                            starts=starts,
                            ends=starts + timedelta(hours=4),
                            purpose=Purpose.OTHER,
                            label="hours of a year",
                        )
                    )
            made += len(claim_all(unit, wishes))
    house.close()
    return made


# --- a browser that only counts


class Visitor:
    """Somebody in a demo: her cookies, and a connection that stays open."""

    def __init__(self, host: str, port: int) -> None:
        self.connection = http.client.HTTPConnection(host, port, timeout=60)
        self.origin, self.cookies = f"http://{host}:{port}", dict[str, str]()

    def get(self, path: str) -> tuple[int, bytes]:
        """Fetch a page; the connection is opened anew where it broke."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        self.connection.request("GET", path, headers=headers)
        answer = self.connection.getresponse()
        self._keep(answer)
        return answer.status, answer.read()

    def come_in(self, name: str) -> None:
        """Look around as somebody, by the form of the page."""
        page = self.get("/who")[1].decode()
        found = re.search(rf'value="([^"]+)"(?:(?!<button).)*?{re.escape(name)}', page, re.DOTALL)
        mark = re.search(r'name="_mark" value="([^"]+)"', page)
        assert found is not None
        assert mark is not None
        headers = {
            "Cookie": "; ".join(f"{cookie}={value}" for cookie, value in self.cookies.items()),
            "Origin": self.origin,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.connection.request("POST", "/who", f"_mark={mark[1]}&person={found[1]}", headers)
        answer = self.connection.getresponse()
        self._keep(answer)
        answer.read()

    def _keep(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value


@contextlib.contextmanager
def served(command: list[str]) -> Iterator[tuple[str, int]]:
    """Start a server and wait until it says where it listens."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            while select.select([server.stderr], [], [], 60)[0]:
                found = re.search(r"http://([\d.]+):(\d+)", server.stderr.readline())
                if found:
                    threading.Thread(target=server.stderr.read, daemon=True).start()
                    break
            else:
                sys.exit("the server did not say where it listens")
            yield found[1], int(found[2])
        finally:
            server.terminate()


# --- how soon


def load(where: tuple[str, int], visitor: Visitor, seconds: int) -> dict[str, list[float]]:
    """Ask for the member's pages in turn at a steady rate, whether or not the last one has come.

    A page's time counts from when it was due, so that a server which stalls is not asked less.
    """
    times: dict[str, list[float]] = {path: [] for path in MEMBER_PAGES}
    spare, lock = [], threading.Lock()

    def one(path: str, due: float) -> None:
        with lock:
            browser = spare.pop() if spare else None
        if browser is None:
            browser = Visitor(*where)
            browser.cookies = dict(visitor.cookies)
        status, _ = browser.get(path)
        times[path].append(time.perf_counter() - due)
        assert status == 200, (path, status)
        with lock:
            spare.append(browser)

    began = time.perf_counter()
    with ThreadPoolExecutor(32) as threads:
        asked = []
        for turn in range(RATE * seconds):
            due = began + turn / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            asked.append(threads.submit(one, MEMBER_PAGES[turn % len(MEMBER_PAGES)], due))
        for answer in asked:
            answer.result()
    return times


def p99(times: list[float]) -> float:
    """Return the time within which 99 of 100 came, in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def say(title: str, times: Mapping[str, list[float]]) -> float:
    """Print p50 and p99 of each page and of all; return the latter."""
    every = [one for page in times.values() for one in page]
    print(f"{title} (load {os.getloadavg()[0]:.1f}): {len(every)} requests at {RATE} a second")
    for path, one in times.items():
        print(f"  {path:28} p50 {1000 * statistics.median(one):6.0f} ms   p99 {p99(one):6.0f} ms")
    print(f"  {'all':28} p50 {1000 * statistics.median(every):6.0f} ms   p99 {p99(every):6.0f} ms")
    return p99(every)


@contextlib.contextmanager
def beside(home: Path) -> Iterator[None]:
    """Fill a rota and write a report again and again, until the load is over."""
    over = threading.Event()

    def again(command: Callable[[int], list[str]]) -> None:
        turn = 0
        while not over.is_set():
            with subprocess.Popen(command(turn), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as work:
                while work.poll() is None:
                    if over.wait(0.1):
                        work.terminate()
            turn += 1

    base = [PROGRAM, "--home", str(home)]
    fills = threading.Thread(
        target=again, args=(lambda turn: [*base, "cafe", "fill", "--from", f"2027-0{1 + turn % 9}-04"],)
    )
    reports = threading.Thread(target=again, args=(lambda _: [*base, "reports", "write"],))
    fills.start()
    reports.start()
    try:
        yield
    finally:
        over.set()
        fills.join()
        reports.join()


# --- how many


BARE = """
import sys, uvicorn
from pathlib import Path
from litestar import Litestar, Response, get
body = Path(sys.argv[1]).read_bytes()
@get("/", sync_to_thread=False)
def page() -> Response[bytes]:
    return Response(body, media_type="text/html; charset=utf-8")
class Told(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        host, port = self.servers[0].sockets[0].getsockname()
        print(f"http://{host}:{port}", file=sys.stderr, flush=True)
Told(uvicorn.Config(Litestar([page], openapi_config=None), port=0, log_level="error", access_log=False)).run()
"""


def a_second(get: Callable[[], tuple[int, bytes]], seconds: float) -> float:
    """Return how many requests one browser gets answered a second, one after the other."""
    get()
    began, count = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        get()
        count += 1
    return count / (time.perf_counter() - began)


def ratio(visitor: Visitor, path: str, scratch: Path, seconds: float) -> tuple[float, float]:
    """Return requests a second of a page and of a bare application with the same bytes, in turns."""
    body = scratch / "page.html"
    body.write_bytes(visitor.get(path)[1])
    with served([sys.executable, "-c", BARE, str(body)]) as where:
        bare = Visitor(*where)
        ours, theirs = [], []
        for _ in range(3):
            ours.append(a_second(lambda: visitor.get(path), seconds))
            theirs.append(a_second(lambda: bare.get("/"), seconds))
    return statistics.median(ours), statistics.median(theirs)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("home", nargs="?", default="demo")
    options.add_argument("--seconds", type=int, default=20)
    asked = options.parse_args()
    if not Path(asked.home, "settings.toml").is_file():
        print(f"no demo in {asked.home}: run make demo first")
        return
    with tempfile.TemporaryDirectory(prefix="alongside-pages-") as folder:
        home = Path(folder) / "demo"
        shutil.copytree(asked.home, home)
        print(f"a year of hours: {give_a_year(home):,} more claims")
        with served([PROGRAM, "--home", str(home), "serve", "--port", "8972"]) as where:
            visitor = Visitor(*where)
            visitor.come_in("Sam Whitlock")
            for path in MEMBER_PAGES:
                visitor.get(path)
            quiet = say("Pages of a member", load(where, visitor, asked.seconds))
            with beside(home):
                busy = say("While a rota is filled and a report written", load(where, visitor, asked.seconds))
            print(f"  p99 {quiet:.0f} ms (aim: 100), beside other work {busy / quiet:.1f} times that (aim: 2)")
            print("One browser, one page after the other, against the same bytes from a bare application:")
            for path in MEMBER_PAGES:
                ours, bare = ratio(visitor, path, Path(folder), asked.seconds / 20)
                print(f"  {path:28} {ours:6.0f} a second, {bare / ours:5.1f} times fewer than bare ({bare:.0f})")


if __name__ == "__main__":
    main()
