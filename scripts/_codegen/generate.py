"""Render the client package from a normalised OpenAPI document with openapi-python-client and our templates."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from .facts import Facts

OPENAPI = Path(__file__).resolve().parents[2] / "openapi"
TEMPLATES = OPENAPI / "templates"
CONFIG = OPENAPI / "generator.yaml"

RUNTIME = OPENAPI / "runtime"
"""Modules that every package has in common, copied as they are."""

# Rendered modules which the generator has no slot for.
OWN_TEMPLATES = ("_promises",)

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


def _text(error: GeneratorError) -> str:
    return " ".join(f"{error.header} {error.detail or ''}".split())


def parse(document: dict[str, Any], *, config: Path = CONFIG) -> GeneratorData:
    """The generator's view of a normalised document. Raises GenerationError where there is none."""
    data = GeneratorData.from_dict(document, config=_config(config, Path("nexus_commerce")))
    if isinstance(data, GeneratorError):
        raise GenerationError(_text(data))
    return data


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
    project = Project(openapi=data, config=settings, custom_template_path=templates)
    facts = Facts(document, data, settings) if templates is not None else None
    project.env.globals["facts"] = facts
    with contextlib.redirect_stdout(io.StringIO()):
        problems = [_text(problem) for problem in project.build()]
    if facts is not None:
        problems += facts.problems
        for name in OWN_TEMPLATES:
            template = project.env.get_template(f"{name}.py.jinja")
            (out / f"{name}.py").write_text(template.render(), encoding="utf-8")
    (out / "py.typed").write_text("", encoding="utf-8")
    _format(out)
    if facts is not None:
        for module in sorted(RUNTIME.glob("*.py")):
            shutil.copyfile(module, out / module.name)
    for path in sorted(out.rglob("*.py")):
        if " object at 0x" in path.read_text(encoding="utf-8"):
            raise GenerationError(
                f"{path.relative_to(out)} holds the address of an object: a template prints a raw value"
            )
    return problems


def _format(out: Path) -> None:
    """Sort imports, drop unused ones and format, by fixed settings whatever configuration surrounds the folder."""
    for command, *options in (("check", "--fix-only", "--select", "I,F401"), ("format",)):
        subprocess.run(
            [sys.executable, "-m", "ruff", command, *RUFF, *options, "--quiet", "--no-cache", str(out)], check=True
        )
