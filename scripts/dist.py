"""Build the source distribution and the wheel, check both, and buy something with what was installed from the wheel.

The wheel goes into a fresh environment with the extras that the README's program needs. The program is the README's
own, run in an empty folder, against the sandbox that came with the wheel.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = "[qr,sandbox]"
SDIST_HAS = ("tests/conftest.py", "docs/checkout.md", "LICENSE", "CHANGELOG.md", "scripts/dist.py", "mkdocs.yml")


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """A step that has to succeed."""
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def build(target: Path) -> tuple[Path, Path]:
    """The source distribution and the wheel, the only ones in the folder."""
    shutil.rmtree(target, ignore_errors=True)
    run(sys.executable, "-m", "hatchling", "build", "-d", target)
    (sdist,), (wheel,) = target.glob("*.tar.gz"), target.glob("*.whl")
    return sdist, wheel


def check(sdist: Path, wheel: Path) -> None:
    """Metadata and contents, and that the source distribution builds the same wheel."""
    tools = Path(sys.executable).parent
    run(tools / "twine", "check", "--strict", sdist, wheel)
    run(tools / "check-wheel-contents", wheel)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with tarfile.open(sdist) as archive:
            archive.extractall(folder, filter="data")
        (source,) = folder.iterdir()
        missing = [part for part in SDIST_HAS if not (source / part).exists()]
        if missing:
            raise SystemExit(f"the source distribution lacks {', '.join(missing)}")
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "again", cwd=source)
        (again,) = (folder / "again").glob("*.whl")
        with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
            different = set(one.namelist()) ^ set(other.namelist())
        if different:
            raise SystemExit(f"the source distribution makes another wheel: {', '.join(sorted(different)[:5])}")


def purchase() -> str:
    """The README's first program."""
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"```python\n(.*?)```", text, re.S)
    if found is None:
        raise SystemExit("README.md has no program")
    return found[1]


def buy(wheel: Path, folder: Path) -> str:
    """What the README's program prints in a fresh environment that has the wheel and nothing of this repository."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", f"{wheel}{EXTRAS}")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SCALEV_"))}
    empty = folder / "empty"
    empty.mkdir()
    serve: list[str | Path] = [python, "-I", "-m", "nexus_sandbox", "--port", "0"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True, cwd=empty, env=clean) as sandbox:
        try:
            line = sandbox.stdout.readline() if sandbox.stdout else ""
            found = re.search(r"(http://\S+?)/v3/stores/(\S+)", line)
            if found is None:
                raise SystemExit("the sandbox of the wheel does not start")
            shop = {
                "SCALEV_API_BASE": found[1],
                "SCALEV_STORE_UNIQUE_ID": found[2],
                "SCALEV_STOREFRONT_API_KEY": "sfpk_sandbox",
                "PYTHONIOENCODING": "utf-8",
            }
            done = subprocess.run(
                [python, "-c", purchase()],
                cwd=empty,
                env=clean | shop,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
        finally:
            sandbox.terminate()
    if done.returncode or "to pay:" not in done.stdout or len(done.stdout.splitlines()) < 2:
        raise SystemExit(f"the README's purchase fails from the wheel:\n{done.stdout}{done.stderr}")
    return done.stdout


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", type=Path, default=ROOT / "dist", help="folder that is emptied and filled")
    options = parser.parse_args(argv)
    steps = 3
    print(f"[1/{steps}] build", flush=True)
    sdist, wheel = build(options.target)
    print(f"[2/{steps}] check", flush=True)
    check(sdist, wheel)
    print(f"[3/{steps}] install into a fresh environment, and buy something", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(buy(wheel, Path(folder)))
    for made in (sdist, wheel):
        print(f"{made.stat().st_size / 1e6:.1f} MB  {made}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
