"""Render the client package from a normalised OpenAPI document with openapi-python-client and our templates."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from .described import described, for_generator, same_module
from .facts import Facts

OPENAPI = Path(__file__).resolve().parents[2] / "openapi"
TEMPLATES = OPENAPI / "templates"
CONFIG = OPENAPI / "generator.yaml"

RUNTIME = OPENAPI / "runtime"
"""Modules that every package has in common, copied as they are."""

# Rendered modules which the generator has no slot for.
OWN_TEMPLATES = ("_promises",)

_ADDRESS = re.compile(r"<?[\w.]+ object at 0x[0-9a-f]+>?")

RUFF = ("--isolated", "--line-length", "120", "--target-version", "py311")


class GenerationError(Exception):
    """The document could not be turned into a package at all."""


def _config(config: Path, out: Path) -> Config:
    result = Config.from_sources(
        ConfigFile.load_from_path(config),
        MetaType.NONE,
        document_source=Path("document.json"),
        file_encoding="utf-8",
        overwrite=True,
        output_path=out,
    )
    result.post_hooks = []
    return result


def _text(error: GeneratorError, document: dict[str, Any]) -> str:
    """A warning of the generator in one line, about the operation as the contract has it."""
    text = " ".join(f"{error.header} {error.detail or ''}".split())
    for given, operation in described(document).items():
        text = text.replace(given, f"{operation.path} ({operation.raw['operationId']})")
    return _ADDRESS.sub("…", text)


def parse(document: dict[str, Any], *, config: Path = CONFIG) -> GeneratorData:
    """The generator's view of a normalised document. Raises GenerationError where there is none."""
    operations = described(document)
    problems = [problem for operation in operations.values() for problem in operation.problems()]
    problems += same_module(operations)
    if not operations:
        problems.append("the contract has no operation")
    if problems:
        raise GenerationError("\n".join(problems))
    with _in_one_line("the generator cannot read the contract"):
        data = GeneratorData.from_dict(for_generator(document), config=_config(config, Path("nexus_commerce")))
    if isinstance(data, GeneratorError):
        raise GenerationError(_text(data, document))
    return data


@contextlib.contextmanager
def _in_one_line(what: str) -> Iterator[None]:
    """Whatever breaks in the generator is a line for whoever regenerates, not its traceback."""
    try:
        yield
    except (GenerationError, OSError):
        raise
    except Exception as error:
        raise GenerationError(f"{what}: {type(error).__name__}: {' '.join(str(error).split())[:300]}") from error


def generate(
    document: dict[str, Any],
    out: Path,
    *,
    data: GeneratorData | None = None,
    templates: Path | None = TEMPLATES,
    config: Path = CONFIG,
) -> list[str]:
    """Write the package into the folder `out`; the folder's name is the package's name.

    `templates=None` renders the generator's own templates (for comparisons). Returns the generator's warnings: an empty
    list means that nothing was left out. Raises GenerationError on output that would differ from run to run.
    """
    settings = _config(config, out)
    if data is None:
        data = parse(document, config=config)
    with _in_one_line("the generator failed"):
        project = Project(openapi=data, config=settings, custom_template_path=templates)
        facts = Facts(document, data, settings) if templates is not None else None
        project.env.globals["facts"] = facts
        with contextlib.redirect_stdout(io.StringIO()):
            problems = [_text(problem, document) for problem in project.build()]
        for name in OWN_TEMPLATES if facts is not None else ():
            template = project.env.get_template(f"{name}.py.jinja")
            (out / f"{name}.py").write_text(template.render(), encoding="utf-8")
    (out / "py.typed").write_text("", encoding="utf-8")
    if facts is not None:
        problems += facts.problems
    _format(out, problems)
    if facts is not None:
        for module in sorted(RUNTIME.glob("*.py")):
            shutil.copyfile(module, out / module.name)
    for path in sorted(out.rglob("*.py")):
        if _ADDRESS.search(path.read_text(encoding="utf-8")):
            raise GenerationError(
                f"{path.relative_to(out)} holds the address of an object: a template prints a raw value"
            )
    return problems


def _format(out: Path, problems: list[str]) -> None:
    """Sort imports, drop unused ones and format, by fixed settings whatever configuration surrounds the folder."""
    for command, *options in (("check", "--fix-only", "--select", "I,F401"), ("format",)):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", command, *RUFF, *options, "--no-cache", str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = " ".join(f"{done.stdout} {done.stderr}".replace(f"{out}/", "").split())[:300]
            raise GenerationError("\n".join([*problems, f"what was generated cannot be formatted: {said}"]))
