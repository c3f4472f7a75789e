import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN, DEV, ORACLES = "requirements.lock", "requirements-dev.lock", "requirements-oracles.lock"
PINNED = [RUN, DEV, ORACLES, "scripts/uv.txt"]
REQUIREMENT = re.compile(r"[a-z0-9.-]+(\[[a-z0-9,-]+\])?==[^ ]+( ; .+?)?((?: --hash=sha256:[0-9a-f]{64})+)")


def requirements(text: str) -> list[str]:
    """The requirements in a lock, each with its hashes on one line."""
    joined = re.sub(r"\\\n\s*", "", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def pins(text: str) -> set[str]:
    return {line.split(" --hash")[0].strip() for line in requirements(text)}


def faults(text: str) -> list[str]:
    """What a lock may not hold: an address, an option for one, a requirement without hashes."""
    addresses = [
        line for line in text.splitlines() if "://" in line or "index-url" in line or "find-links" in line
    ]
    return addresses + [line for line in requirements(text) if not REQUIREMENT.fullmatch(re.sub(" +", " ", line))]


@pytest.mark.parametrize("lock", PINNED)
def test_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert requirements(text)
    assert faults(text) == []


@pytest.mark.parametrize(
    "line",
    ["attrs==26.1.0", "attrs>=26 --hash=sha256:" + "0" * 64, "--index-url https://example.org", "-e ./core"],
)
def test_lock_with_a_loose_line_is_found_out(line: str) -> None:
    assert faults(line + "\n")


def test_lock_for_tests_holds_all_that_running_needs_in_the_same_versions() -> None:
    run, dev = (pins((ROOT / lock).read_text("utf-8")) for lock in (RUN, DEV))
    assert run - dev == set()
    assert dev - run


def test_lock_for_running_brings_no_test_tools() -> None:
    names = {pin.split("==")[0] for pin in pins((ROOT / RUN).read_text("utf-8"))}
    assert names.isdisjoint({"pytest", "mypy", "ruff", "playwright", "hypothesis", "pref-voting"})
