"""The generated package: made in a temporary folder from the contract, checked there, and put in the place of the old.

When anything fails, the old package stays.
"""

from __future__ import annotations

import filecmp
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from _contract.document import Json, decode, operations
from _contract.normalise import normalise, typed_answers
from _contract.overlay import apply
from _contract.pin import OPENAPI, load_pin
from _contract.together import take_places, temporary_place
from _contract.validate import resolve, validate
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import AnyProperty
from openapi_python_client.strings import PythonIdentifier

from .generate import GenerationError, generate, parse

ROOT = OPENAPI.parent
GENERATED = ROOT / "generated" / "nexus_commerce"
BUILD = ROOT / "build"


class RegenError(Exception):
    """Why there is no new package: one line a problem."""


class PreparedContract(NamedTuple):
    """The contract on its way to the generator."""

    pin: dict[str, Json]
    corrected: dict[str, Json]
    """The pin with the overlay applied: still OpenAPI 3.0."""
    normalised: dict[str, Json]


def load_document(folder: Path = OPENAPI) -> PreparedContract:
    """Pin, overlay and normalisation of the contract in this folder. Raises `ContractError`."""
    pin = load_pin(folder)
    corrected = apply(pin, decode((folder / "overlay.yaml").read_bytes()))
    validate(corrected)
    return PreparedContract(pin, corrected, normalise(corrected))


def build(document: PreparedContract, out: Path) -> None:
    """Generate into the folder `out` and check that nothing of the contract is missing. Raises `RegenError`."""
    try:
        data = parse(document.normalised)
        problems = generate(document.normalised, out, data=data)
    except GenerationError as error:
        raise RegenError(str(error)) from None
    problems += untyped(document.normalised, data)
    problems += different_operations(document.pin, out)
    if problems:
        raise RegenError("\n".join(problems))


def untyped(document: dict[str, Json], data: GeneratorData) -> Iterator[str]:
    """The documented 2xx JSON answers that the generator gives no type."""
    endpoints = {
        str(endpoint.name): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    for operation_id, status, schema in typed_answers(document):
        endpoint = endpoints.get(PythonIdentifier(operation_id, "field_"))
        answers = {answer.status_code.pattern: answer.prop for answer in endpoint.responses} if endpoint else {}
        while "$ref" in schema:
            schema = resolve(document, schema["$ref"])
        if status not in answers:
            yield f"{operation_id}: the answer {status} is missing"
        elif isinstance(answers[status], AnyProperty) and schema:
            yield f"{operation_id}: the answer {status} is documented, but has no type"


_LIST_OPERATIONS = """
import importlib, json, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import {package}.api, {package}.models
for name in dir({package}.models):
    getattr({package}.models, name)
found = []
for module in pkgutil.walk_packages({package}.api.__path__, "{package}.api."):
    operation = getattr(importlib.import_module(module.name), "OPERATION", None)
    if operation is not None:
        found.append([operation.id, operation.method.lower(), operation.path])
print(json.dumps(found))
"""


def different_operations(pin: dict[str, Json], package: Path) -> Iterator[str]:
    """Import all of the package, and tell in what its operations differ from the pin's."""
    command = [sys.executable, "-B", "-c", _LIST_OPERATIONS.format(package=package.name), str(package.parent)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=package.parent)
    if result.returncode:
        yield f"the package cannot be imported: {result.stderr.strip().splitlines()[-1]}"
        return
    there = sorted((operation_id, method, path) for operation_id, method, path in json.loads(result.stdout))
    wanted = sorted((operation["operationId"], method, path) for path, method, operation in operations(pin))
    yield from (f"{operation_id} ({method} {path}) was not generated" for operation_id, method, path in wanted
                if (operation_id, method, path) not in there)  # fmt: skip
    yield from (f"{operation_id} ({method} {path}) is not in the contract" for operation_id, method, path in there
                if (operation_id, method, path) not in wanted)  # fmt: skip
    if len(there) != len(set(there)):
        yield "an operation was generated twice"


def files(package: Path) -> set[Path]:
    return {
        path.relative_to(package) for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def differences(one: Path, other: Path) -> list[str]:
    """In what the files of two packages differ; an empty list when they are the same to the byte."""
    here, there = files(one), files(other)
    return [
        *(f"{path} is missing" for path in sorted(there - here)),
        *(f"{path} is not generated" for path in sorted(here - there)),
        *(
            f"{path} differs"
            for path in sorted(here & there)
            if not filecmp.cmp(one / path, other / path, shallow=False)
        ),
    ]


def regenerate(target: Path = GENERATED, folder: Path = OPENAPI) -> bool:
    """Generate the package in the place of `target`; False when it was current already. Raises `RegenError`."""
    document = load_document(folder)
    with temporary_place(BUILD) as apart:
        new = apart / target.name
        build(document, new)
        if target.exists() and not differences(target, new):
            return False
        take_places({new: target}, apart / "old")
        return True


def check(target: Path = GENERATED, folder: Path = OPENAPI) -> list[str]:
    """In what the committed package differs from what the contract gives now."""
    document = load_document(folder)
    with temporary_place(BUILD) as apart:
        new = apart / target.name
        build(document, new)
        return differences(target, new)
