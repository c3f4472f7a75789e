"""How many bytes a phone is sent until a first page is there: page, stylesheet, typefaces, pictures and scripts.

Measured in Chromium with nothing kept from before, as sent on the line with headers. Photos of people are counted
beside it and not in it: they are the organisation's own. The goal is 100 kB for each page; it ends with 1 where
one is larger. A demo is needed: `make demo` builds one in ./demo, or name another folder as the one argument.
"""

import contextlib
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

MOST = 100_000
PHONE = {"width": 360, "height": 740}
PAGES = (
    ("Who are you?", None, "/who"),
    ("My week", "Sam Whitlock", "/week"),
    ("Decisions", "Sam Whitlock", "/decisions"),
    ("A vote", "Sam Whitlock", "a[href^='/decisions/']"),
    ("The rota, Easy Read", "Sam Whitlock", "/cafe/tideline-cafe/rota"),
    ("The rota", "Marcus Bell", "/cafe/tideline-cafe/rota"),
)
KINDS = ("Document", "Stylesheet", "Font", "Image", "Script")


@contextlib.contextmanager
def served(home: str) -> Iterator[str]:
    """Serve a demo and say where."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [str(Path(sys.executable).with_name("alongside")), "--home", home, "serve", "--port", port]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            said = ""
            while "http://" not in said:
                if not select.select([server.stderr], [], [], 60)[0] or not (said := server.stderr.readline()):
                    sys.exit("the server did not say where it listens")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def counted(line: CDPSession) -> dict[str, int]:
    """Count what is sent from now on, by kind; what is kept from before is sent again."""
    sizes: dict[str, int] = {}
    kinds: dict[str, str] = {}

    def responded(event: dict) -> None:
        url = event["response"]["url"]
        kinds[event["requestId"]] = "Photo" if "/photos/" in url else event["type"]

    def finished(event: dict) -> None:
        kind = kinds.get(event["requestId"], "Other")
        sizes[kind] = sizes.get(kind, 0) + int(event["encodedDataLength"])

    line.on("Network.responseReceived", responded)
    line.on("Network.loadingFinished", finished)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return sizes


def come_in(page: Page, name: str | None) -> None:
    """Look around as somebody of the demo."""
    page.goto("/who")
    if name:
        page.get_by_role("button", name=name).first.click()


def measured(browser: Browser, address: str, name: str | None, where: str) -> dict[str, int]:
    """Return what is sent for one page, by kind; ``where`` is a path, or a link on the page of decisions."""
    context = browser.new_context(base_url=address, viewport=PHONE, locale="en-GB")
    page = context.new_page()
    come_in(page, name)
    if not where.startswith("/"):
        page.goto("/decisions")
        where = page.locator(f"main {where}").first.get_attribute("href") or "/"
    sizes = counted(context.new_cdp_session(page))
    page.goto(where, wait_until="networkidle")
    context.close()
    return sizes


def main() -> None:
    """Measure and print."""
    home = sys.argv[1] if len(sys.argv) > 1 else "demo"
    if not Path(home, "settings.toml").is_file():
        print(f"no demo in {home}: run make demo first")
        return
    print(
        f"{'page':22}"
        + "".join(f"{kind.lower():>12}" for kind in KINDS)
        + f"{'together':>12}{'photos':>10}  bytes"
    )
    most = 0
    with served(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for title, name, where in PAGES:
            sizes = measured(browser, address, name, where)
            photos = sizes.pop("Photo", 0)
            together = sum(sizes.values())
            most = max(most, together)
            parts = "".join(f"{sizes.get(kind, 0):12,}" for kind in KINDS)
            print(f"{title:22}{parts}{together:12,}{photos:10,}")
        browser.close()
    print(f"the largest: {most:,} of {MOST:,}")
    sys.exit(most > MOST)


if __name__ == "__main__":
    main()
