"""The public names of a generated client, and what became of them: by comparison, and by a type checker.

Nothing is imported. Code that uses every operation and field as the old package offers them is written out and
type-checked against the new one, so that what fails is what would fail in somebody's program.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = ("sync", "asyncio")
SENT = "only ever sent"


@dataclass(frozen=True)
class PublicOperation:
    """One operation module: how `sync` is called."""

    module: str
    arguments: ast.arguments
    returns: str


@dataclass(frozen=True)
class PublicModel:
    """One model: its fields with their annotations, or the text of an alias."""

    module: str
    fields: dict[str, str]
    sent: bool
    alias: str = ""


@dataclass
class PublicApi:
    """The public names of one package, and the imports that their annotations need."""

    name: str
    operations: dict[str, PublicOperation] = field(default_factory=dict)
    models: dict[str, PublicModel] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)

    def names(self) -> dict[str, str]:
        """Every public name with its signature."""
        found = {
            f"{name}.{call}": f"({ast.unparse(operation.arguments)}) -> {operation.returns}"
            for name, operation in self.operations.items()
            for call in CALLS
        }
        for name, model in self.models.items():
            found[f"models.{name}"] = model.alias
            found |= {f"models.{name}.{attribute}": annotation for attribute, annotation in model.fields.items()}
        return found


@dataclass(frozen=True)
class Changes:
    """What became of the old names; `broken` is what the type checker refuses, by old name."""

    gone: list[str]
    new: list[str]
    changed: list[str]
    broken: list[str]


def read_api(package: Path) -> PublicApi:
    """The public API of the generated package in a folder."""
    api = PublicApi(package.name)
    for file in sorted((package / "api").rglob("*.py")):
        if file.name == "__init__.py":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        dotted = ".".join(file.relative_to(package).with_suffix("").parts)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == "sync":
                returns = ast.unparse(node.returns) if node.returns else "None"
                api.operations[dotted] = PublicOperation(dotted, node.args, returns)
        _imports(tree, file.relative_to(package).parent, api)
    for file in sorted((package / "models").glob("*.py")):
        if file.name == "__init__.py":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        _models(tree, f"models.{file.stem}", api)
        _imports(tree, Path("models"), api)
    return api


def _models(tree: ast.Module, module: str, api: PublicApi) -> None:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            fields = {
                item.target.id: ast.unparse(item.annotation)
                for item in node.body
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.target.id[0] != "_"
            }
            api.models[node.name] = PublicModel(module, fields, SENT in (ast.get_docstring(node) or ""))
        elif (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and ast.unparse(node.annotation) == "TypeAlias"
            and node.value is not None
        ):
            api.models[node.target.id] = PublicModel(module, {}, False, ast.unparse(node.value))


def _imports(tree: ast.Module, folder: Path, api: PublicApi) -> None:
    """Import lines by the name they bring, made absolute; `folder` is the module's, inside the package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            above = [api.name, *folder.parts][: len(folder.parts) + 2 - node.level] if node.level else []
            module = ".".join([*above, node.module])
            if module.startswith(f"{api.name}.models."):
                module = f"{api.name}.models"  # the place users import from
            for alias in node.names:
                shown = alias.asname or alias.name
                api.imports.setdefault(shown, f"from {module} import {alias.name} as {shown}")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                api.imports.setdefault(alias.asname or alias.name, ast.unparse(ast.Import([alias])))


def compare_api(old: Path, new: Path, *, check: bool = True) -> Changes:
    """What became of the names of the package `old` in the package `new`, both of one name."""
    before, after = read_api(old), read_api(new)
    mine, theirs = before.names(), after.names()
    gone = sorted(mine.keys() - theirs.keys())
    gone = [name for name in gone if name.rpartition(".")[0] not in gone]  # a model goes with its fields
    added = theirs.keys() - mine.keys()
    return Changes(
        gone=gone,
        new=sorted(name for name in added if name.rpartition(".")[0] not in added),
        changed=sorted(name for name in mine.keys() & theirs.keys() if mine[name] != theirs[name]),
        broken=type_check(before, after, new) if check else [],
    )


def type_check(before: PublicApi, after: PublicApi, package: Path) -> list[str]:
    """Use the old API against the new package; one line for each old name that no longer type-checks."""
    source, owners = old_use(before, after)
    with tempfile.TemporaryDirectory(prefix="old-api-") as folder:
        file = Path(folder) / "use_of_the_old_api.py"
        file.write_text(source, encoding="utf-8")
        options = ["--follow-imports=silent", "--no-error-summary", "--hide-error-context", "--no-color-output"]
        cache = ["--config-file=", "--cache-dir", str(Path(folder) / "cache")]
        command = [sys.executable, "-m", "mypy", *options, *cache, str(file)]
        environment = {**os.environ, "MYPYPATH": str(package.parent)}
        result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)
    if result.returncode not in (0, 1):
        raise RuntimeError(f"mypy failed: {(result.stderr or result.stdout).strip()[-300:]}")
    found: dict[str, str] = {}
    for line in result.stdout.splitlines():
        placed = re.match(r"[^:]+:(\d+): error: (.*?)(?:  \[[\w-]+\])?$", line)
        if placed:
            found.setdefault(owners[int(placed[1])], placed[2])
    return [f"{name}: {problem}" for name, problem in sorted(found.items())]


def old_use(before: PublicApi, after: PublicApi) -> tuple[str, dict[int, str]]:
    """Source that uses every old name that is still there, and the old name behind each of its lines."""
    lines = ["from __future__ import annotations", "from typing import Any, TypeAlias"]
    owners: dict[int, str] = {}

    def write(name: str, *written: str) -> None:
        for line in written:
            lines.append(line)
            owners[len(lines)] = name

    for name, statement in sorted(before.imports.items()):
        if name in before.models and name not in after.models:
            write(f"models.{name}", f"{name}: TypeAlias = Any")
        elif name not in ("annotations", "TYPE_CHECKING", "Any", "TypeAlias"):
            write(f"models.{name}" if name in before.models else name, statement)
    for name in sorted(before.models.keys() & after.models.keys() - before.imports.keys()):
        write(f"models.{name}", f"from {before.name}.models import {name} as {name}")
    for index, (name, operation) in enumerate(sorted(before.operations.items())):
        if name in after.operations:
            write(f"{name}.sync", *_call(before.name, index, operation))
    for index, (name, model) in enumerate(sorted(before.models.items())):
        if name in after.models:
            for owner, line in _fields(index, name, model, after.models[name]):
                write(owner, line)
    return "\n".join(lines) + "\n", owners


def _call(package: str, index: int, operation: PublicOperation) -> Iterator[str]:
    module, _, last = operation.module.rpartition(".")
    arguments = operation.arguments
    positional = [*arguments.posonlyargs, *arguments.args]
    everything = (*positional, *arguments.kwonlyargs)
    taken = [f"{a.arg}: {ast.unparse(a.annotation) if a.annotation else 'Any'}" for a in everything]
    given = [a.arg for a in positional] + [f"{a.arg}={a.arg}" for a in arguments.kwonlyargs]
    yield f"from {package}.{module} import {last} as op_{index}"
    yield f"def call_{index}({', '.join(taken)}) -> {operation.returns}:"
    returned = "" if operation.returns == "None" else "return "
    yield f"    {returned}op_{index}.sync({', '.join(given)})"


def _fields(index: int, name: str, model: PublicModel, now: PublicModel) -> Iterator[tuple[str, str]]:
    """Reading each field of what is received; passing each field of what is sent."""
    if model.alias:
        return
    if model.sent:
        taken = ", ".join(f"{attribute}: {annotation}" for attribute, annotation in model.fields.items())
        given = ", ".join(f"{attribute}={attribute}" for attribute in model.fields)
        yield f"models.{name}", f"def make_{index}({taken}) -> {name}:"
        yield f"models.{name}", f"    return {name}({given})"
        return
    yield f"models.{name}", f"def read_{index}(it: {name}) -> None:"
    yield f"models.{name}", "    pass"
    for position, (attribute, annotation) in enumerate(model.fields.items()):
        if attribute in now.fields:
            yield f"models.{name}.{attribute}", f"    v{position}: {annotation} = it.{attribute}"
