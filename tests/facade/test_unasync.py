"""The rendering of the synchronous half, and the check that it is current."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import unasync

ROOT = Path(__file__).parents[2]
SOURCE, TWIN = (Path("facade/nexus_storefront/cart") / half for half in ("_async", "_sync"))
Expected = tuple[dict[Path, str], unasync.Renderer]


@pytest.fixture(scope="module")
def expected() -> Expected:
    """Everything that is rendered in this repository, rendered once."""
    return unasync.expected(ROOT)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with one pair of folders."""
    for folder in (SOURCE, TWIN):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(unasync, "PAIRS", ((SOURCE, TWIN),))
    return tmp_path


def problems(tree: Path, expected: Expected) -> list[str]:
    files, renderer = expected
    return unasync.problems(tree, {path: text for path, text in files.items() if path.parent == TWIN}, renderer)


def test_the_committed_half_is_current(expected: Expected) -> None:
    assert unasync.problems(ROOT, *expected) == []


def test_no_text_in_it_tells_of_an_async_def(expected: Expected) -> None:
    """It would be rendered as something else."""
    assert [path for path, text in expected[0].items() if "`def" in text] == []


def test_what_is_current_is_no_problem(tree: Path, expected: Expected) -> None:
    assert problems(tree, expected) == []


def test_a_truncated_twin_fails(tree: Path, expected: Expected) -> None:
    twin = tree / TWIN / "cart.py"
    twin.write_text("".join(twin.read_text("utf-8").splitlines(keepends=True)[:50]), "utf-8")
    assert problems(tree, expected) == [f"{TWIN / 'cart.py'}: differs from its source"]


def test_a_twin_with_another_line_end_fails(tree: Path, expected: Expected) -> None:
    twin = tree / TWIN / "cart.py"
    twin.write_bytes(twin.read_bytes() + b"\n")
    assert problems(tree, expected) == [f"{TWIN / 'cart.py'}: differs from its source"]


def test_a_missing_and_a_stale_twin_fail_until_all_is_rendered(
    tree: Path, expected: Expected, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / TWIN / "cart.py").rename(tree / TWIN / "basket.py")
    assert problems(tree, expected) == [
        f"{TWIN / 'basket.py'}: not rendered from anything",
        f"{TWIN / 'cart.py'}: missing",
    ]
    assert unasync.main(["--check", "--root", str(tree)]) == 1
    told = capsys.readouterr().err
    assert "cart.py: missing" in told
    assert "basket.py: not rendered from anything" in told
    unasync.main(["--root", str(tree)])
    assert problems(tree, expected) == []


def test_an_unused_substitution_fails(expected: Expected, monkeypatch: pytest.MonkeyPatch) -> None:
    files, renderer = expected
    monkeypatch.setattr(unasync, "SUBSTITUTIONS", (*unasync.SUBSTITUTIONS, (r"\bnot_in_any_file\b", "x")))
    more = unasync.Renderer()
    more.used = renderer.used
    assert unasync.problems(ROOT, files, more) == ["substitution never used: \\bnot_in_any_file\\b"]


@pytest.mark.parametrize(
    "line", ["async  def x(): ...", "x = [await  y]", "def f(): aclose", "async\\\n    def x(): ..."]
)
def test_nothing_asynchronous_is_left_over(line: str) -> None:
    try:
        twin = unasync.Renderer().render(line + "\n", SOURCE / "cart.py")
    except SystemExit as refused:
        twin = str(refused)
    body = twin.partition("\n")[2]
    assert "is left after rendering" in twin or not re.search(r"\b(async|await|aclose)\b", body)
