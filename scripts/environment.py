"""Make .venv with the locked dependencies and this project in it; what is half made is made again.

Run by the Python that `make` found, before there is an environment, so it needs the standard library only.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
BIN = "Scripts" if os.name == "nt" else "bin"
STEPS = 5


class SetupFailed(Exception):
    """Said in one line; the command's own words are above it."""


def usable(folder: Path) -> bool:
    """Whether an environment has a Python that is new enough, and a pip that runs: half of one can be imported too."""
    python = str(folder / BIN / "python")
    new_enough = [python, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"]
    try:
        return not any(
            subprocess.run(probe, capture_output=True, check=False).returncode
            for probe in (new_enough, [python, "-m", "pip", "--version"])
        )
    except OSError:
        return False


def ensure(folder: Path) -> None:
    """An environment with pip in it: the one that is there if it is usable, else a new one in its place."""
    if usable(folder):
        return
    # Where a link leads may be in use elsewhere: the link goes, not what it leads to.
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    made = subprocess.run([sys.executable, "-m", "venv", folder], check=False)
    if made.returncode or not usable(folder):
        raise SetupFailed(f"{folder} could not be made: is Python's venv module there (python3-venv)?")


def install(pip: list[str], lock: Path) -> None:
    """What the lock names, with a line that counts."""
    names = re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==", lock.read_text("utf-8"), re.M)
    command = [*pip, "--require-hashes", "--progress-bar", "off", "-r", str(lock)]
    seen = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            word = re.match(r"(Collecting|Requirement already satisfied:|Installing) ?(\S*)", line)
            if word is None:
                continue
            seen = min(seen + 1, len(names))
            now = "installing all of them" if word[1] == "Installing" else f"{seen}/{len(names)} {word[2][:40]}"
            if sys.stdout.isatty():
                print(f"\r\033[K      {now}", end="", flush=True)
            elif word[1] == "Installing" or seen % 25 == 0:
                print(f"      {now}", flush=True)
    if sys.stdout.isatty():
        print("\r\033[K", end="")
    if process.returncode:
        raise SetupFailed("the locked packages could not be installed; make setup goes on from here")


def run(*command: str) -> None:
    """A step that has nothing to count."""
    if subprocess.run(command, check=False).returncode:
        raise SetupFailed(f"failed: {' '.join(command)}")


def set_up(folder: Path) -> None:
    """All steps, each announced."""

    def step(number: int, what: str) -> None:
        print(f"[{number}/{STEPS}] {what}", flush=True)

    pip = [str(folder / BIN / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    step(1, "system packages: venv, redis-server, chromium")
    run("sh", "scripts/system_packages.sh")
    step(2, f"{folder}: {'is there' if usable(folder) else 'making it'}")
    ensure(folder)
    step(3, "the packages of requirements/dev.lock (minutes, the first time)")
    install(pip, Path("requirements/dev.lock"))
    step(4, "this project, editable")
    run(*pip, "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")
    step(5, "Pyodide, for the tests in a browser's page")
    subprocess.run([folder / BIN / "python", "scripts/page_packages.py"], check=False)  # says itself what is missing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".venv"))
    try:
        set_up(parser.parse_args().folder)
    except SetupFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; make setup goes on from here", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
