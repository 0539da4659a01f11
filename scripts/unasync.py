"""Render the synchronous twins of the asynchronous code, or with --check prove that they are current.

Each pair below is a folder written by hand and the folder rendered from it. Files in HAND_WRITTEN are kept in both.
The whole text of every file and the set of files are compared, and a substitution that nothing uses is an error.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import _interrupt  # noqa: F401 - first of what is ours

ROOT = Path(__file__).resolve().parent.parent
FACADE = Path("facade/nexus_storefront")
ROOMS = (
    "account",
    "auth",
    "cart",
    "catalogue",
    "checkout",
    "events",
    "intents",
    "order_journal",
    "orders",
    "shop",
    "transport",
    "webhooks",
    "work_queue",
)
PAIRS = (
    *((FACADE / room / "_async", FACADE / room / "_sync") for room in ROOMS),
    (Path("scripts/_cassettes/_async"), Path("scripts/_cassettes/_sync")),
    (Path("tests/facade/_async"), Path("tests/facade/_sync")),
)
HAND_WRITTEN = frozenset({"concurrency.py", "worker.py"})
BANNER = "# Rendered from {source} by scripts/unasync.py; edit that file.\n"

# In this order; names are matched as whole words unless the pattern says otherwise.
SUBSTITUTIONS: tuple[tuple[str, str], ...] = (
    (
        r"from collections\.abc import AsyncIterator, Awaitable, Callable",
        "from collections.abc import Callable, Iterator",
    ),
    (r"\bAwaitable\[([\w |]+)\]", r"\1"),
    (r"\bAsyncIterator\b", "Iterator"),
    (r"\bAsyncExitStack\b", "ExitStack"),
    (r"\basynccontextmanager\b", "contextmanager"),
    (r"\bAbstractAsyncContextManager\b", "AbstractContextManager"),
    (r"\benter_async_context\b", "enter_context"),
    (r"\bhttpx\.AsyncClient\b", "httpx.Client"),
    (r"\bhttpx\.Async((?:Base|HTTP)Transport)\b", r"httpx.\1"),
    (r"\bhandle_async_request\b", "handle_request"),
    (r"\bAsync(ApiClient|Storefront|WebhookWorker)\b", r"\1"),
    (r"\bAsyncStore(?:, | \| )Store\b|\bStore \| AsyncStore\b", "Store"),
    (r"\bAsyncOtpChallenge\b", "SyncOtpChallenge"),
    (r"\bhttpx\.AsyncByteStream\b", "httpx.SyncByteStream"),
    (r"\btasks of one event loop\b", "threads"),
    (r"\b_async\b", "_sync"),
    (r"\basync +(?=def|for|with)\b", ""),
    (r"\bawait +", ""),
    (r"\b__a(enter|exit|iter)__\b", r"__\1__"),
    (r"\baiter_raw\b", "iter_raw"),
    (r"\baclose\b", "close"),
    (r"\baread\b", "read"),
    (r"\basend\b", "send"),
    (r"\basleep\b", "sleep"),
    (r"\basyncio(?=[,)(])", "sync"),
    (r"\basyncio_detailed\b", "sync_detailed"),
    (r"\basynchronous\b", "synchronous"),
)


class Renderer:
    """Applies the substitutions and remembers which of them did something."""

    def __init__(self) -> None:
        self.rules = [(re.compile(pattern), replacement) for pattern, replacement in SUBSTITUTIONS]
        self.used: set[int] = set()

    def render(self, text: str, source: Path) -> str:
        for number, (pattern, replacement) in enumerate(self.rules):
            text, count = pattern.subn(replacement, text)
            if count:
                self.used.add(number)
        left = re.search(r"\b(async|await)\b|\ba(close|read|send|sleep)\b|\b__a(enter|exit|iter|next)__\b", _code(text))
        if left:
            raise SystemExit(f"{source}: {left.group()!r} is left after rendering; add a substitution")
        return BANNER.format(source=source.as_posix()) + text

    def unused(self) -> list[str]:
        return [SUBSTITUTIONS[n][0] for n in range(len(self.rules)) if n not in self.used]


def _code(text: str) -> str:
    """The text without comments and strings, roughly: only what could be a keyword matters."""
    text = re.sub(r'"""(?:.|\n)*?"""', "", text)
    return re.sub(r"#.*|\"(?:[^\"\\\n]|\\.)*\"", "", text)


def expected(root: Path) -> tuple[dict[Path, str], Renderer]:
    """Every rendered file's path and text."""
    renderer = Renderer()
    files: dict[Path, str] = {}
    for source, target in PAIRS:
        for path in sorted((root / source).rglob("*.py")):
            inner = path.relative_to(root / source)
            if inner.name not in HAND_WRITTEN:
                files[target / inner] = renderer.render(path.read_text("utf-8"), source / inner)
    return files, renderer


def present(root: Path) -> set[Path]:
    """Every file that is in a rendered folder now, hand-written and cached ones left out."""
    found = (path for _, target in PAIRS for path in (root / target).rglob("*") if path.is_file())
    return {p.relative_to(root) for p in found if p.name not in HAND_WRITTEN and "__pycache__" not in p.parts}


def problems(root: Path, files: dict[Path, str], renderer: Renderer) -> list[str]:
    """What differs between the tree and the rendering."""
    found = [f"substitution never used: {pattern}" for pattern in renderer.unused()]
    found += [f"{path}: not rendered from anything" for path in sorted(present(root) - set(files))]
    for path, text in files.items():
        there = root / path
        if not there.is_file():
            found.append(f"{path}: missing")
        elif there.read_bytes() != text.encode():
            found.append(f"{path}: differs from its source")
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a twin is not current")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    files, renderer = expected(options.root)
    if not options.check:
        for path, text in files.items():
            there = options.root / path
            if not there.is_file() or there.read_bytes() != text.encode():
                there.parent.mkdir(parents=True, exist_ok=True)
                there.write_bytes(text.encode())
        for path in present(options.root) - set(files):
            (options.root / path).unlink()
    found = problems(options.root, files, renderer)
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
