"""The wheels: whole, of one version, and enough to build and serve a demo where there is no checkout."""

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from alongside import __version__

ROOT = Path(__file__).parents[2]
OURS = {"alongside": "core"} | {f"alongside_{name}": f"plugins/{name}" for name in ("cafe", "studio", "training")}


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """The folder of the four wheels, built the way ``make wheels`` builds them."""
    folder = tmp_path_factory.mktemp("dist")
    hatchling = Path(sys.executable).with_name("hatchling")
    for place in OURS.values():
        command = [hatchling, "build", "--target", "wheel", "--directory", folder]
        subprocess.run(command, cwd=ROOT / place, check=True, capture_output=True)
    return folder


def opened(wheels, package):
    return zipfile.ZipFile(wheels / f"{package}-{__version__}-py3-none-any.whl")


def metadata(wheels, package):
    with opened(wheels, package) as wheel:
        return Parser().parsestr(wheel.read(f"{package}-{__version__}.dist-info/METADATA").decode())


@pytest.mark.parametrize("package", OURS)
def test_wheel_holds_every_file_of_its_package(wheels, package):
    folder = ROOT / OURS[package] / package
    tracked = subprocess.run(["git", "ls-files", "."], cwd=folder, check=True, capture_output=True, text=True)
    here = {f"{package}/{name}" for name in tracked.stdout.splitlines() if not (folder / name).is_symlink()}
    with opened(wheels, package) as wheel:
        assert here - set(wheel.namelist()) == set()
        assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())


def test_wheel_of_the_core_holds_the_example_files(wheels):
    here = {f"alongside/{path.relative_to(ROOT)}" for path in (ROOT / "examples").rglob("*") if path.is_file()}
    with opened(wheels, "alongside") as wheel:
        assert here - set(wheel.namelist()) == set()


def test_version_stands_in_one_place_and_ours_ask_for_each_other_at_it(wheels):
    core = metadata(wheels, "alongside")
    wanted = [one for one in core.get_all("Requires-Dist") if "extra ==" in one]
    assert sorted(wanted) == sorted(
        f"alongside-{name}=={__version__}; extra == 'businesses'" for name in ("cafe", "studio", "training")
    )
    for package in OURS.keys() - {"alongside"}:
        assert f"alongside=={__version__}" in metadata(wheels, package).get_all("Requires-Dist")
    for settings in [ROOT / folder / "pyproject.toml" for folder in OURS.values()]:
        assert __version__ not in settings.read_text("utf-8")


@pytest.mark.proof
@pytest.mark.long
def test_installed_wheels_build_and_serve_a_demo_outside_a_checkout(wheels, tmp_path):
    environment = tmp_path / "environment"
    subprocess.run([ROOT / "scripts/environment.sh", environment, "requirements.lock"], check=True)
    install = [
        ROOT / ".venv/bin/uv",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--python",
        environment / "bin/python",
    ]
    subprocess.run([*install, *wheels.iterdir()], check=True)
    program = environment / "bin" / "alongside"
    for words in (["demo", "demo"], ["--home", "demo", "doctor"], ["--home", "demo", "backup", "copy"]):
        subprocess.run([program, *words], cwd=tmp_path, check=True)
    found = subprocess.run(
        [environment / "bin/python", "-c", "import alongside; print(alongside.__file__)"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert found.stdout.startswith(str(environment))
    with subprocess.Popen(
        [program, "--home", "demo", "serve", "--port", "8779"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    ) as served:
        assert any("http://127.0.0.1:8779" in line for line in served.stderr)
        served.terminate()
