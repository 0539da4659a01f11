"""The rendering of the synchronous half, and the check that it is current."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import unasync

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for source, target in unasync.PAIRS:
        for folder in (source, target):
            shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    assert unasync.main(["--check", "--root", str(tmp_path)]) == 0
    return tmp_path


def check(tree: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert unasync.main(["--check", "--root", str(tree)]) == 1
    return capsys.readouterr().err


def test_the_committed_half_is_current() -> None:
    assert unasync.main(["--check"]) == 0


def test_a_truncated_twin_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twin = tree / "facade/nexus_storefront/transport/_sync/core.py"
    twin.write_text("".join(twin.read_text("utf-8").splitlines(keepends=True)[:50]), "utf-8")
    assert "core.py: differs" in check(tree, capsys)


def test_a_twin_with_another_line_end_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twin = tree / "facade/nexus_storefront/cart/_sync/cart.py"
    twin.write_bytes(twin.read_bytes() + b"\n")
    assert "cart.py: differs" in check(tree, capsys)


def test_a_missing_and_a_stale_twin_fail(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "facade/nexus_storefront/cart/_sync/cart.py").rename(tree / "facade/nexus_storefront/cart/_sync/basket.py")
    told = check(tree, capsys)
    assert "cart.py: missing" in told
    assert "basket.py: not rendered from anything" in told
    assert unasync.main(["--root", str(tree)]) == 0
    assert not (tree / "facade/nexus_storefront/cart/_sync/basket.py").exists()


def test_an_unused_substitution_fails(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unasync, "SUBSTITUTIONS", (*unasync.SUBSTITUTIONS, (r"\bnot_in_any_file\b", "x")))
    assert "never used: \\bnot_in_any_file\\b" in check(tree, capsys)


@pytest.mark.parametrize(
    "line", ["async  def x(): ...", "x = [await  y]", "def f(): aclose", "async\\\n    def x(): ..."]
)
def test_nothing_asynchronous_is_left_over(tree: Path, line: str) -> None:
    source = tree / "facade/nexus_storefront/cart/_async/cart.py"
    source.write_text(source.read_text("utf-8") + "\n" + line + "\n", "utf-8")
    told = ""
    try:
        unasync.main(["--root", str(tree)])
    except SystemExit as refused:
        told = str(refused)
    twin = (tree / "facade/nexus_storefront/cart/_sync/cart.py").read_text("utf-8")
    assert "is left after rendering" in told or not re.search(r"\b(async|await|aclose)\b", twin)
