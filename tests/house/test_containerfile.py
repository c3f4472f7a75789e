"""The container file, as far as it can be judged without an engine."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Containerfile").read_text("utf-8")


def test_container_file_names_no_registry_and_checks_hashes():
    assert "://" not in TEXT
    assert re.search(r"pip install [^&]*--require-hashes --requirement requirements\.lock", TEXT)
    assert re.search(r"pip install [^&]*--no-index --no-deps /wheels/\*\.whl", TEXT)


def test_container_runs_as_somebody_without_rights():
    assert re.findall(r"^USER (\S+)", TEXT, re.MULTILINE) == ["10001"]
    assert TEXT.index("USER 10001") < TEXT.index("ENTRYPOINT")


def test_container_has_the_system_packages_that_the_makefile_asks_for():
    wanted = re.search(r"^system_to_run := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
    assert set(wanted) <= set(TEXT[TEXT.rindex("FROM ") :].split())


def test_enterprise_and_keys_of_votes_are_in_two_volumes():
    assert 'VOLUME ["/enterprise", "/state"]' in TEXT
    assert "ALONGSIDE_HOME=/enterprise/home XDG_STATE_HOME=/state" in TEXT
