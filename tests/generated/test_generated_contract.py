"""The committed package, made of the pinned contract: every operation keeps the interface, every answer survives."""

from __future__ import annotations

import importlib
import inspect
import json
import random
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import httpx
import nexus_commerce
import pytest
from _contract.document import decode
from _contract.normalise import normalise
from _contract.overlay import apply
from _contract.pin import OPENAPI, PROVENANCE_NAME, load_pin
from lengths import SURVIVAL_ROUNDS
from nexus_commerce._model import Model, dump, wire_names
from nexus_commerce.errors import ErrorStatus, InvalidRequest
from nexus_commerce.types import UNSET, Operation

OPERATIONS = sorted(
    f"{tag}.{name}" for tag in nexus_commerce.api.__all__ for name in getattr(nexus_commerce.api, tag).__all__
)
# They look at one document, which takes seconds to make.
pytestmark = pytest.mark.xdist_group("contract")
IDENTITY = {"x_scalev_storefront_api_key", "x_scalev_guest_token", "x_scalev_page_api_key"}


@cache
def document() -> dict[str, Any]:
    return normalise(apply(load_pin(), decode((OPENAPI / "overlay.yaml").read_bytes())))


def operation(name: str) -> ModuleType:
    return importlib.import_module(f"nexus_commerce.api.{name}")


@cache
def described() -> dict[str, tuple[str, str, dict[str, Any]]]:
    return {
        raw["operationId"]: (path, method.upper(), raw)
        for path, item in document()["paths"].items()
        for method, raw in item.items()
        if method != "parameters"
    }


def test_every_operation_of_the_contract_is_there() -> None:
    assert sorted(operation(name).OPERATION.id for name in OPERATIONS) == sorted(described())
    assert len(OPERATIONS) == json.loads((OPENAPI / PROVENANCE_NAME).read_bytes())["operations"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_has_the_common_interface(name: str) -> None:
    module = operation(name)
    path, method, raw = described()[module.OPERATION.id]
    assert isinstance(module.OPERATION, Operation)
    assert (module.OPERATION.path, module.OPERATION.method) == (path, method)
    assert module.OPERATION.tags == tuple(raw["tags"])
    calls = [module.sync, module.asyncio, module.sync_detailed, module.asyncio_detailed]
    assert [inspect.iscoroutinefunction(call) for call in calls] == [False, True, False, True]
    for call in calls:
        parameters = inspect.signature(call).parameters
        places = [p.name for p in parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        assert len(places) == path.count("{")
        assert list(parameters)[len(places)] == "client"
        assert ("body" in parameters) == ("requestBody" in raw)
        assert all(parameters[key].default is UNSET for key in IDENTITY & parameters.keys())
        assert call.__doc__


# --- survival --------------------------------------------------------------------------------------------------------


def resolve(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        target: Any = document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def example(schema: dict[str, Any], rng: random.Random, depth: int = 0) -> Any:
    """A value that the schema allows."""
    schema = resolve(schema)
    if variants := schema.get("oneOf") or schema.get("anyOf"):
        return example(rng.choice(variants), rng, depth)
    if "enum" in schema:
        return rng.choice(schema["enum"])
    kind = schema.get("type", "object")
    if isinstance(kind, list):
        kind = rng.choice(kind)
    match kind:
        case "object":
            if depth > 5:
                return {}
            result = {key: example(value, rng, depth + 1) for key, value in schema.get("properties", {}).items()}
            if isinstance(schema.get("additionalProperties"), dict):
                result["1"] = example(schema["additionalProperties"], rng, depth + 1)
            return result
        case "array":
            return [example(schema.get("items", {}), rng, depth + 1) for _ in range(rng.randint(0, 2))]
        case "string":
            return "2026-03-01T08:00:00Z" if schema.get("format") == "date-time" else f"text {rng.randint(0, 99)}"
        case "integer":
            return rng.randint(0, 99)
        case "number":
            return rng.randint(0, 99) / 4
        case "boolean":
            return rng.random() < 0.5
        case _:
            return None


def mutate(value: Any, rng: random.Random, top: bool = True) -> Any:
    """What an API does to its answers over the years, and worse."""
    if not top and rng.random() < 0.15:
        return rng.choice([None, "brand_new", "17", 17, 1.5, True, [], {}, {"new": 1}, "2026-W10-7T08:00"])
    if isinstance(value, dict):
        changed = {key: mutate(item, rng, top=False) for key, item in value.items() if top or rng.random() > 0.1}
        if rng.random() < 0.3:
            changed[rng.choice(["new_field", "to_dict", "__class__", "_nested"])] = {"deep": [1]}
        return changed
    if isinstance(value, list):
        return [mutate(item, rng, top=False) for item in value]
    if isinstance(value, bool | None):
        return value
    if rng.random() < 0.1:
        return str(value)
    return value


def good_schemas(raw: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    for status, answer in raw["responses"].items():
        content = resolve(answer).get("content", {})
        if status.startswith("2") and "application/json" in content:
            yield int(status), content["application/json"]["schema"]


def read_all(value: Any) -> None:
    if isinstance(value, Model):
        repr(value)
        for name in wire_names(type(value)):
            read_all(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            read_all(item)


@pytest.mark.parametrize("name", OPERATIONS)
def test_answers_that_grew_are_read_without_loss(name: str) -> None:
    module = operation(name)
    _, _, raw = described()[module.OPERATION.id]
    rng = random.Random(name)
    client = nexus_commerce.Client("https://unused.example")
    for status, schema in good_schemas(raw):
        for turn in range(SURVIVAL_ROUNDS):
            body = example(schema, rng)
            if turn:
                body = mutate(body, rng)
            answer = httpx.Response(status, content=json.dumps(body))
            parsed = module._ANSWERS.detailed(client, answer).parsed
            read_all(parsed)
            assert json.dumps(dump(parsed), sort_keys=True) == json.dumps(body, sort_keys=True)
            if turn == 0 and resolve(schema).get("properties"):
                assert isinstance(parsed, Model)
                assert not parsed.additional_properties
    for status in (400, 404, 429, 520):
        for content in (b"", b"<html>", b'{"error": 5, "errors": ["x"]}', b'{"error":'):
            with pytest.raises(ErrorStatus) as caught:
                module._ANSWERS.body(client, httpx.Response(status, content=content))
            assert (caught.value.status_code, caught.value.content) == (status, content)


def test_no_name_of_a_model_is_only_told_from_another_by_a_number() -> None:
    numbered = [operation.lower() for operation in described() if re.search("[0-9]", operation)]
    names = [name for name in nexus_commerce.models.__all__ if re.search("[0-9]", name)]
    # An operation that the contract gives a number itself hands it on to what belongs to it.
    assert [name for name in names if not any(one in name.lower() for one in numbered)] == []


def test_every_model_is_usable() -> None:
    for name in nexus_commerce.models.__all__:
        model = getattr(nexus_commerce.models, name)
        if isinstance(model, type) and issubclass(model, Model):
            empty = model.from_dict({})
            assert empty.to_dict() == {}
            assert not any(getattr(empty, field) for field in wire_names(model)), name


def test_a_checkout_that_the_contract_forbids_is_not_sent() -> None:
    client = nexus_commerce.Client("https://unused.example")
    checkout = nexus_commerce.api.storefront.create_public_checkout
    item = {"type": "variant", "variant_id": 494535, "quantity": 101}
    with pytest.raises(InvalidRequest, match=r"^items\[0\]\.quantity: must be at most 100$"):
        checkout.sync("store_x", client=client, body={"customer_name": "A", "customer_email": "a@b.c", "items": [item]})
