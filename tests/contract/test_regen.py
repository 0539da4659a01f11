"""Regenerating: reproducible to the byte, checked before it is used, and all or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regen
from _codegen import package
from _contract import pin
from _contract.document import ContractError, dump

Document = dict[str, Any]

OVERLAY = """
overlay: 1.0.0
actions:
  - target: $.paths.*[?@.operationId == 'listItems']
    description: Ours.
    update:
      description: List what is for sale.
"""


@pytest.fixture
def folder(tmp_path: Path, document: Document, write: Any) -> Path:
    """A folder with a pin of the small contract and an overlay."""
    folder = tmp_path / "openapi"
    folder.mkdir()
    for name, data in pin.make_pin(str(write(document))).files().items():
        (folder / name).write_bytes(data)
    (folder / "overlay.yaml").write_text(OVERLAY)
    return folder


@pytest.fixture(autouse=True)
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Temporary folders in a place of the test's own, which is empty at its end."""
    build = tmp_path / "build"
    monkeypatch.setattr(package, "BUILD", build)
    yield build
    assert not build.exists() or list(build.iterdir()) == []


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A package that is there already, and told from a new one."""
    target = tmp_path / "generated" / "small_shop"
    target.mkdir(parents=True)
    (target / "__init__.py").write_text("old = True\n")
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): (folder / path).read_bytes() for path in package.files(folder)}


def test_a_package_takes_the_place_of_the_old(folder: Path, target: Path) -> None:
    assert package.regenerate(target, folder)
    made = contents(target)
    assert "old = True" not in made["__init__.py"].decode()
    assert {
        "py.typed",
        "client.py",
        "api/items/get_item.py",
        "models/item.py",
        "models/maker_of_item.py",
    } <= made.keys()
    assert "List what is for sale." in made["api/items/list_items.py"].decode()
    assert not any(path.is_dir() for path in target.parent.iterdir() if path != target)
    assert package.check(target, folder) == []
    # A second run finds nothing to do, and does nothing.
    stamp = (target / "client.py").stat().st_ino
    assert not package.regenerate(target, folder)
    assert (target / "client.py").stat().st_ino == stamp
    assert contents(target) == made


def test_a_package_where_there_was_none(folder: Path, target: Path) -> None:
    shutil.rmtree(target.parent)
    assert package.regenerate(target, folder)
    assert package.check(target, folder) == []


def test_check_tells_every_difference(folder: Path, target: Path) -> None:
    package.regenerate(target, folder)
    (target / "client.py").write_text((target / "client.py").read_text() + "# by hand\n")
    (target / "api" / "items" / "get_item.py").unlink()
    (target / "extra.py").write_text("")
    (target / "__pycache__").mkdir(exist_ok=True)
    (target / "__pycache__" / "client.cpython-311.pyc").write_bytes(b"")
    before = contents(target)
    assert package.check(target, folder) == [
        "api/items/get_item.py is missing",
        "extra.py is not generated",
        "client.py differs",
    ]
    assert contents(target) == before


@pytest.mark.full_length
@pytest.mark.full_length  # `make check` proves the same with one seed
def test_the_committed_package_is_current_whatever_the_hash_seed() -> None:
    """A process with another hash seed, in another folder, makes the committed bytes."""
    result = subprocess.run(
        [sys.executable, str(pin.OPENAPI.parent / "scripts" / "regen.py"), "--check"],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        cwd=pin.OPENAPI,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "generated/nexus_commerce is current\n"


# Failures: the old package stays, and nothing else is left


def fails(target: Path, folder: Path) -> str:
    before = contents(target)
    with pytest.raises((package.RegenError, ContractError, OSError, KeyboardInterrupt)) as caught:
        package.regenerate(target, folder)
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return str(caught.value)


def test_a_generator_that_breaks_off(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(document: Document, out: Path, **options: object) -> list[str]:
        out.mkdir()
        (out / "__init__.py").write_text("half")
        raise package.GenerationError("a template prints a raw value")

    monkeypatch.setattr(package, "generate", half)
    assert fails(target, folder) == "a template prints a raw value"

    def interrupted(document: Document, out: Path, **options: object) -> list[str]:
        out.mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(package, "generate", interrupted)
    fails(target, folder)


def test_a_generator_that_warns(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = package.generate

    def warns(*args: Any, **options: Any) -> list[str]:
        return [*real(*args, **options), "WARNING parsing GET /items"]

    monkeypatch.setattr(package, "generate", warns)
    assert fails(target, folder) == "WARNING parsing GET /items"


def test_an_operation_that_is_missing(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = package.generate

    def forgets(document: Document, out: Path, **options: Any) -> list[str]:
        problems: list[str] = real(document, out, **options)
        module = out / "api" / "items" / "get_item.py"
        (out / "api" / "items" / "other.py").write_text(module.read_text().replace('id="getItem"', 'id="other"'))
        module.unlink()
        return problems

    monkeypatch.setattr(package, "generate", forgets)
    assert fails(target, folder).splitlines() == [
        "getItem (get /items/{id}) was not generated",
        "other (get /items/{id}) is not in the contract",
    ]


def test_a_package_that_cannot_be_imported(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = package.generate

    def breaks(document: Document, out: Path, **options: Any) -> list[str]:
        problems: list[str] = real(document, out, **options)
        (out / "models" / "item.py").write_text("import nothing_of_that_name\n")
        return problems

    monkeypatch.setattr(package, "generate", breaks)
    assert "cannot be imported: ModuleNotFoundError" in fails(target, folder)


def test_an_answer_without_a_type(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = package.parse

    def loses(document: Document, **options: Any) -> Any:
        data = real(document, **options)
        for collection in data.endpoint_collections_by_tag.values():
            for endpoint in collection.endpoints:
                if endpoint.name == "get_item":
                    endpoint.responses.patterns = [
                        answer for answer in endpoint.responses if not 200 <= answer.status_code.range[0] <= 299
                    ]
        return data

    monkeypatch.setattr(package, "parse", loses)
    assert fails(target, folder) == "getItem: the answer 200 is missing"


def test_an_answer_of_any_type(folder: Path, document: Document) -> None:
    made = package.load_document(folder)
    data = package.parse(made.normalised)
    assert list(package.untyped(made.normalised, data)) == []
    (collection,) = data.endpoint_collections_by_tag.values()
    (endpoint,) = [endpoint for endpoint in collection.endpoints if endpoint.name == "get_item"]
    nothing = [answer for answer in endpoint.responses if answer.status_code.pattern == "404"]
    for answer in endpoint.responses:
        if answer.status_code.pattern == "200":
            answer.prop = nothing[0].prop
    assert list(package.untyped(made.normalised, data)) == ["getItem: the answer 200 is documented, but has no type"]


def test_an_overlay_whose_target_is_gone(folder: Path, target: Path) -> None:
    (folder / "overlay.yaml").write_text(OVERLAY.replace("listItems", "listThings"))
    assert "finds nothing: what it corrects is gone" in fails(target, folder)


def test_an_overlay_that_makes_nonsense(folder: Path, target: Path) -> None:
    (folder / "overlay.yaml").write_text(
        OVERLAY.replace("description: List what is for sale.", "responses: {'200': 3}")
    )
    assert "not OpenAPI 3.0" in fails(target, folder)


def test_a_pin_changed_by_hand(folder: Path, target: Path) -> None:
    path = folder / pin.PIN_NAME
    path.write_bytes(path.read_bytes().replace(b'"getItem"', b'"readItem"'))
    assert "is not what pin.json describes" in fails(target, folder)


def test_a_swap_that_fails(folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.rename

    def rename(self: Path, to: Path) -> Path:
        if to == target and self.name == target.name:
            raise OSError(18, "Invalid cross-device link")
        return real(self, to)

    monkeypatch.setattr(Path, "rename", rename)
    assert "Invalid cross-device link" in fails(target, folder)


def test_errors_are_printed_in_lines(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> bool:
        raise package.RegenError("one\ntwo")

    monkeypatch.setattr(package, "regenerate", broken)
    assert regen.main([]) == 1
    assert capsys.readouterr().err == "regen: one\nregen: two\n"
    monkeypatch.setattr(package, "check", lambda: ["client.py differs"])
    assert regen.main(["--check"]) == 1
    assert capsys.readouterr().err == (
        "regen: client.py differs\nregen: generated/nexus_commerce is not current: run make regen\n"
    )


def test_one_more_field_is_one_more_line(folder: Path, target: Path, document: Document, write: Any) -> None:
    """A change of the contract changes what it is about, and no other file."""
    package.regenerate(target, folder)
    before = contents(target)
    document["components"]["schemas"]["Item"]["properties"]["colour"] = {"type": "string"}
    document["components"]["schemas"]["Aisle"] = {
        "type": "object",
        "title": "Item",
        "properties": {"n": {"type": "integer"}},
    }
    for name, data in pin.make_pin(str(write(document))).files().items():
        (folder / name).write_bytes(data)
    assert (folder / pin.PIN_NAME).read_bytes() == dump(pin.load_pin(folder))
    assert package.regenerate(target, folder)
    after = contents(target)
    assert {name for name in after if after[name] != before.get(name)} == {
        "_promises.py",
        "models/__init__.py",
        "models/aisle.py",
        "models/item.py",
    }
