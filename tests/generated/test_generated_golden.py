"""The golden tree: what the templates make of shop.yaml, file by file.

After a wanted change of the templates: `UPDATE_GOLDEN=1 python -m pytest tests/generated/test_generated_golden.py`,
which writes the tree and proves nothing; then read the difference. The modules of the runtime are no part of the tree:
they are copied as they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from _codegen.generate import RUNTIME, TEMPLATES, GenerationError, generate
from _contract.normalise import normalise

from tests.support import golden

GOLDEN = Path(__file__).parent / "golden" / "shop_client"
SCRIPTS = TEMPLATES.parents[1] / "scripts"


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_the_templates_make_the_golden_tree(shop_folder: Path) -> None:
    made = tree(shop_folder / "shop_client")
    runtime = tree(RUNTIME)
    assert {name: made.pop(name) for name in runtime} == runtime
    if golden.wanted():
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, text in made.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
        golden.written()
    committed = tree(GOLDEN)
    assert made.keys() == committed.keys()
    for name, text in committed.items():
        assert made[name] == text, f"{name} differs from the golden tree"


@pytest.mark.full_length
def test_another_process_makes_the_same_bytes(
    shop_folder: Path, shop_document: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import sys, yaml, pathlib\n"
        "from _codegen.generate import generate\n"
        "from _contract.normalise import normalise\n"
        "document = yaml.safe_load(pathlib.Path(sys.argv[1]).read_text())\n"
        "assert generate(normalise(document), pathlib.Path(sys.argv[2])) == []\n"
    )
    out = tmp_path / "shop_client"
    # Settings that lie around must not matter.
    (tmp_path / "ruff.toml").write_text('line-length = 60\n[format]\nquote-style = "single"\n', encoding="utf-8")
    spec = Path(__file__).parent / "shop.yaml"
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(SCRIPTS)}
    command = [sys.executable, "-c", code, str(spec), str(out)]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert tree(out) == tree(shop_folder / "shop_client")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.jinja")), ids=lambda path: path.name)
def test_every_template_says_what_it_changes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(("{#- Replaces the stock ", "{#- New: "))
    stock = Path(sys.modules["openapi_python_client"].__file__ or "").parent / "templates" / path.name
    assert stock.exists() == text.startswith("{#- Replaces"), "said to be new, or to replace something, and is not"


def test_what_is_left_out_is_reported(shop_document: dict[str, Any], tmp_path: Path) -> None:
    document = normalise(shop_document)
    document["paths"]["/orders/{order_id}"]["patch"]["requestBody"] = {"$ref": "#/components/requestBodies/Nope"}
    (problem,) = generate(document, tmp_path / "shop_client")
    assert problem.startswith("WARNING parsing PATCH /orders/{order_id} (noteOrder) within order_desk. ")
    assert "Could not resolve" in problem


def test_a_template_that_prints_an_address_is_refused(shop_document: dict[str, Any], tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "api_init.py.jinja").write_text('"""{{ openapi.title }}"""\n', encoding="utf-8")
    with pytest.raises(GenerationError, match=r"api/__init__\.py holds the address of an object"):
        generate(normalise(shop_document), tmp_path / "shop_client", templates=templates)


def test_names_of_the_runtime_are_not_taken_by_classes(shop_document: dict[str, Any], tmp_path: Path) -> None:
    document = normalise(shop_document)
    document["components"]["schemas"]["Response"] = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert any("Response clashes" in problem for problem in generate(document, tmp_path / "shop_client"))
