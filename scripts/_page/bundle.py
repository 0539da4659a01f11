"""One archive of the modules that a program needs, with nothing in it that a page does not read."""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from nexus_sandbox import Sandbox

__all__ = ["PACKAGES", "archive", "traced"]

# What the core of ours needs, by distribution.
DISTRIBUTIONS = {
    "anyio": ("anyio",),
    "attrs": ("attr", "attrs"),
    "h11": ("h11",),
    "httpcore": ("httpcore",),
    "httpx": ("httpx",),
    "idna": ("idna",),
    "python-dateutil": ("dateutil",),
    "segno": ("segno",),
    "six": ("six",),
    "typing_extensions": ("typing_extensions",),
}
OURS = ("nexus_storefront", "nexus_commerce")
PACKAGES = (*OURS, *(package for packages in DISTRIBUTIONS.values() for package in packages))
# Always the same bytes: the archive is named by what is in it.
_MOMENT = (2020, 1, 1, 0, 0, 0)


def traced(program: Path) -> dict[str, Path]:
    """The modules that `program` loads, each with its file: it is run against a sandbox, in a process of its own."""
    with Sandbox() as sandbox:
        command = [sys.executable, "-I", "-c", _RUN, *sys.path, "--"]
        arguments = [str(program), sandbox.store_id, sandbox.api_key, sandbox.base_url, *PACKAGES]
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stderr}")
    return {name: Path(file) for name, file in json.loads(done.stdout.splitlines()[-1]).items()}


_RUN = """
import runpy, sys
here = sys.argv.index("--")
sys.path[:0] = sys.argv[1:here]
sys.argv = [sys.argv[0], *sys.argv[here + 1:]]
runpy.run_module("_page.trace", run_name="__main__")
"""


def archive(modules: Mapping[str, Path]) -> bytes:
    """The modules without their docstrings and comments, the scripts beside them, and the licences of the others'."""
    files: dict[str, bytes] = {}
    for name, file in modules.items():
        inside = name.replace(".", "/") + ("/__init__.py" if file.name == "__init__.py" else ".py")
        files[inside] = smaller(file.read_text("utf-8")).encode()
        for script in file.parent.glob("*.js"):
            files[f"{Path(inside).parent.as_posix()}/{script.name}"] = without_comments(
                script.read_text("utf-8")
            ).encode()
    packages = {name.partition(".")[0] for name in modules}
    for known, held in DISTRIBUTIONS.items():
        if packages.isdisjoint(held):
            continue
        for found in distribution(known).files or ():
            if re.match(r"(LICEN[CS]E|COPYING)", found.name, re.IGNORECASE):
                files[f"licences/{known}-{found.name}"] = Path(str(found.locate())).read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as into:
        for inside, content in sorted(files.items()):
            into.writestr(zipfile.ZipInfo(inside, _MOMENT), content, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def smaller(source: str) -> str:
    """The same program without comments, docstrings and what only type checkers read."""
    tree = ast.parse(source)
    if "lazy_names(__name__)" not in source:  # else its names are those that it imports for type checkers
        tree = _OnlyWhatRuns().visit(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if ast.get_docstring(node, clean=False) is not None:
                del node.body[0]
            kept = [each for each in node.body if not _is_text(each)]
            node.body = kept or ([] if isinstance(node, ast.Module) else [ast.Pass()])
    return ast.unparse(tree)


class _OnlyWhatRuns(ast.NodeTransformer):
    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        checked = ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING", "t.TYPE_CHECKING")
        return node.orelse if checked else node


def _is_text(node: ast.stmt) -> bool:
    """Whether it is a text that stands for itself, as the one below an attribute that says what that is."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def without_comments(script: str) -> str:
    """JavaScript of ours without the lines that are comments."""
    return "\n".join(line.strip() for line in script.splitlines() if line.strip() and not line.strip().startswith("//"))
