"""Make each starter by the `nexus new` of a built wheel, in an empty folder, and run its tests and checks there.

The environment has the wheel's packages and nothing of this repository; what they need comes from the locked one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent
KINDS = tuple(sorted(folder.name for folder in (ROOT / "starters").iterdir() if folder.is_dir()))
CHECKS = (
    ("pytest", "-q", "-p", "no:cacheprovider"),
    ("ruff", "check", "--no-cache", "."),
    ("ruff", "format", "--check", "--no-cache", "."),
    ("mypy", "."),
)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """A step that has to succeed; what it says is shown when it does not."""
    arguments = [str(part) for part in command]
    done = subprocess.run(arguments, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments[-3:])} fails:\n{done.stdout}{done.stderr}")


def environment(wheel: Path, folder: Path) -> Path:
    """A Python with the wheel in it, that finds everything else in the locked environment."""
    venv.create(folder)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    found = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    packages = Path(found.stdout.strip())
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", packages, wheel)
    # After its own packages: a folder that is named here is searched, but no link of it is followed back to this tree.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python


def prove(kind: str, python: Path, folder: Path, cache: Path) -> None:
    """The starter as a newcomer gets it: made, tested, checked."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SCALEV_"))}
    clean["MYPY_CACHE_DIR"] = str(cache)
    run(python, "-m", "nexus_storefront.cli", "new", kind, folder, cwd=folder.parent, env=clean)
    for check in CHECKS:
        run(python, "-m", *check, cwd=folder, env=clean)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)} (default: all)")
    parser.add_argument("--wheel", type=Path, help="one that was built (default: it is built now)")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        wheel = options.wheel
        if wheel is None:
            run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", scratch)
            (wheel,) = scratch.glob("*.whl")
        python = environment(wheel.resolve(), scratch / "environment")
        for kind in options.kinds or KINDS:
            print(f"{kind}: made, tested, checked", end=" … ", flush=True)
            prove(kind, python, scratch / kind, ROOT / ".cache" / "starters")
            print("good", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
