"""What the repository promises about itself: targets, lock, wheel."""

import re
import signal
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import environment
import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def make_targets() -> dict[str, str]:
    """Each target of the Makefile with its line of help."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z-]+):[^#\n]*## (.+)$", text, re.M))


def test_every_phony_target_has_a_line_of_help() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", text, re.M)
    assert phony is not None
    assert set(phony[1].split()) == set(make_targets())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_command_in_the_documents_exists(page: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")))
    named |= set(re.findall(r"^(?:\$ )?make ([a-z-]+)", page.read_text(encoding="utf-8"), re.M))
    assert named <= set(make_targets())


def test_the_lock_pins_every_package_by_version_and_hash_and_names_no_index() -> None:
    text = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.M)
    packages = [block for block in blocks if block.strip() and not block.startswith("#")]
    assert len(packages) > 100
    for block in packages:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,_-]+\])?==\S+", block), block[:80]
        assert "--hash=sha256:" in block, block[:80]


def test_the_wheel_carries_three_typed_packages_and_the_pin(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        pin = archive.read("nexus_sandbox/_pin/nexus-commerce-v3.json")
        (metadata,) = [archive.read(name).decode() for name in names if name.endswith(".dist-info/METADATA")]
    assert {f"{package}/py.typed" for package in ("nexus_commerce", "nexus_storefront", "nexus_sandbox")} <= names
    assert pin == (ROOT / "openapi" / "nexus-commerce-v3.json").read_bytes()
    assert not [name for name in names if name.startswith(("tests/", "scripts/"))]
    starters = {path.relative_to(ROOT).as_posix() for path in (ROOT / "starters").rglob("*.py")}
    assert {f"nexus_storefront/cli/{path}" for path in starters} <= names
    # A package index shows the README without the files beside it.
    assert re.findall(r"\]\((?!https?:)[^)]*\)", metadata) == []
    assert "<img" not in metadata
    assert "`docs/checkout.md`" in metadata
    assert "License-Expression: MIT" in metadata
    assert "Author: the nexus-storefront developers" in metadata


HALF_MADE = ("half a pip", "no python", "a file", "a link to nothing", "empty")
FULL_LENGTH = pytest.mark.full_length  # each makes an environment, which takes seconds


@pytest.mark.parametrize(
    "half_made",
    ["no pip", *(pytest.param(it, marks=FULL_LENGTH) for it in HALF_MADE)],
)
def test_a_half_made_environment_is_made_again(half_made: str, tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    if half_made == "no pip":
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    elif half_made == "half a pip":
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        (site,) = folder.glob("lib/python*/site-packages")
        (site / "pip").mkdir()
    elif half_made == "no python":
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").symlink_to("/no/such/python3.10")
    elif half_made == "a file":
        folder.write_text("")
    elif half_made == "a link to nothing":
        folder.symlink_to(tmp_path / "gone")
    else:
        folder.mkdir()
    assert not environment.usable(folder)
    environment.ensure(folder)
    assert environment.usable(folder)
    made = (folder / "pyvenv.cfg").stat().st_mtime_ns
    environment.ensure(folder)
    assert (folder / "pyvenv.cfg").stat().st_mtime_ns == made


@FULL_LENGTH
def test_a_linked_environment_that_is_broken_leaves_what_it_leads_to(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / ".venv"
    (elsewhere / "bin").mkdir(parents=True)
    folder.symlink_to(elsewhere)
    environment.ensure(folder)
    assert not folder.is_symlink()
    assert (elsewhere / "bin").is_dir()


@pytest.mark.parametrize("says", ["False", "no such option", ""], ids=["older", "something else", "nothing"])
def test_make_says_which_python_it_needs(says: str, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo Python 3.10.12 || echo "{says}"\n')
    old.chmod(0o755)
    make = ["make", "-C", str(ROOT), "setup", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"]
    done = subprocess.run(make, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert f"Python 3.11 or newer is needed; {old} is Python 3.10.12." in done.stderr
    assert not (tmp_path / "venv").exists()


def test_every_place_names_the_same_oldest_python() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = ".".join(map(str, environment.OLDEST))
    assert project["requires-python"] == f">={oldest}"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert f"Python {oldest} or newer is needed" in makefile
    assert f"version_info >= {environment.OLDEST}" in makefile
    assert f"Python {oldest} or newer" in (ROOT / "README.md").read_text("utf-8")


def test_make_help_says_where_options_go() -> None:
    told = subprocess.run(["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True).stdout
    taking = re.findall(r"^  ([a-z-]+) +ARGS ", told, re.M)
    recipes = re.split(r"^(?=[a-z-]+:)", (ROOT / "Makefile").read_text("utf-8"), flags=re.M)
    assert taking == [r.partition(":")[0] for r in recipes if "\t" in r and ("$(ARGS)" in r.partition("##")[2])]
    assert "demo" in taking


@pytest.mark.parametrize(
    "command", [["demo.py"], pytest.param(["bench.py", "drift"], marks=FULL_LENGTH)], ids=lambda command: command[0]
)
def test_an_interrupt_ends_a_command_in_one_line(command: list[str]) -> None:
    # Its sandbox is not stopped before it is interrupted, however long that takes.
    held = (
        "import runpy, sys, time; from nexus_sandbox import Sandbox;"
        " Sandbox.stop = lambda sandbox: sys.exc_info()[0] or time.sleep(600);"
        " sys.path.insert(0, 'scripts'); sys.argv = sys.argv[1:];"
        " runpy.run_path(f'scripts/{sys.argv[0]}', run_name='__main__')"
    )
    script = [sys.executable, "-u", "-c", held, *command]
    with subprocess.Popen(script, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()  # it is at work
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert process.returncode == -signal.SIGINT
    assert told.strip() == "stopped"


def test_every_command_can_be_interrupted() -> None:
    commands = {path for path in (ROOT / "scripts").glob("[!_]*.py") if "__main__" in path.read_text("utf-8")}
    lacking = {path.name for path in commands if "import _interrupt" not in path.read_text("utf-8")}
    assert lacking == {"environment.py"}  # it tells how to go on


def test_a_fragment_of_the_changelog_has_a_known_kind_and_says_something() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    kinds = {kind["directory"] for kind in project["tool"]["towncrier"]["type"]}
    for fragment in (ROOT / "changelog.d").glob("*.md"):
        if fragment.name != "README.md":
            assert fragment.suffixes[0].removeprefix(".") in kinds, fragment.name
            assert fragment.read_text("utf-8").strip(), fragment.name
    table = (ROOT / "changelog.d" / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == kinds


def test_what_is_rendered_is_marked_as_generated() -> None:
    kept = {"generated/nexus_commerce/client.py", "facade/nexus_storefront/cart/_sync/cart.py", "requirements/dev.lock"}
    command = ["git", "check-attr", "linguist-generated", "--", *sorted(kept), "facade/nexus_storefront/money.py"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {line.partition(":")[0] for line in told if line.endswith(": set")} == kept
