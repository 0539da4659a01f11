"""Bytes of a catalogue page to typed objects: the generated models against pydantic, json.loads and stock models.

The page has 1,000 items, as `listStorefrontItems` answers them. Peers get equal models: the same fields, a union told
apart by `entity_type`, unknown fields kept where the contract allows them. The stock models are rendered on the fly
from the same document with the generator's own templates.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from _bench import Measure, _memory
from _bench._process import fresh

Decode = Callable[[bytes], Any]

ITEMS = 1000
ROUNDS = 60
PAGES_HELD = 20
OPERATION_PATH = "/v3/stores/{store_id}/public/items"


def page(items: int = ITEMS) -> bytes:
    """A page as the service sends it, always the same."""
    return json.dumps(
        {
            "data": [_bundle(number) if number % 5 == 0 else _product(number) for number in range(items)],
            "is_paginated": True,
            "has_next": True,
            "has_previous": False,
            "next_cursor": "g3QAAAABZAACaWRhAQ",
            "previous_cursor": None,
            "page_size": items,
        }
    ).encode()


def _common(number: int) -> dict[str, Any]:
    return {
        "id": 400_000 + number,
        "slug": f"kopi-arabika-gayo-{number}",
        "name": f"Kopi Arabika Gayo {number}",
        "description": "Biji kopi pilihan dari dataran tinggi, disangrai setiap Senin. " * 2,
        "meta_thumbnail": f"https://cdn.example/items/{number}/thumbnail.webp",
        "is_multiple": number % 3 == 0,
        "option1_name": "Ukuran",
        "option2_name": "Gilingan",
        "option3_name": None,
        "in_stock": number % 7 != 0,
        "price_range": {"min": "125000.00", "max": "150000.00"},
        "images": [f"https://cdn.example/items/{number}/{image}.webp" for image in range(3)],
        "taxonomy": {"id": number % 12, "name": "Kopi", "full_path": "Makanan & Minuman > Kopi"},
        "created_at": f"2026-03-{number % 28 + 1:02}T08:{number % 60:02}:00Z",
    }


def _product(number: int) -> dict[str, Any]:
    return {**_common(number), "entity_type": "product", "item_type": "physical"}


def _bundle(number: int) -> dict[str, Any]:
    ids = {"bundle_price_option_id": 31_000 + number, "bundle_id": 900 + number}
    return {**_common(number), "entity_type": "bundle_price_option", **ids}


# --- one decoder per peer --------------------------------------------------------------------------------------------


def ours() -> Decode:
    """The generated models."""
    from nexus_commerce.models import StorefrontItemListResponse

    return StorefrontItemListResponse.from_json


def pydantic_models() -> Decode:
    """Equal models of pydantic v2, as a careful user would write them."""
    from ._pydantic_page import Page

    return Page.model_validate_json


def render_stock(folder: Path) -> None:
    """Write the models that the generator's own templates make of the same document into the folder."""
    from _codegen.generate import generate
    from _codegen.package import load_document

    document = load_document().normalised
    needed = {**document, "paths": {OPERATION_PATH: document["paths"][OPERATION_PATH]}, "components": {}}
    needed["components"] = {**document["components"], "schemas": _reachable(document, needed["paths"])}
    config = folder / "stock.yaml"
    config.write_text("package_name_override: stock_commerce\npost_hooks: []\n", encoding="utf-8")
    problems = generate(needed, folder / "stock_commerce", templates=None, config=config)
    if problems:
        raise RuntimeError("; ".join(problems))


def stock_models(folder: Path) -> Decode:
    """What `render_stock` wrote."""
    sys.path.insert(0, str(folder))
    model = importlib.import_module("stock_commerce.models").StorefrontItemListResponse
    return lambda content: model.from_dict(json.loads(content))


def _reachable(document: dict[str, Any], start: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    todo = [start]
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str):
                target: Any = document
                for part in ref.removeprefix("#/").split("/"):
                    target = target[part]
                if ref.startswith("#/components/schemas/"):
                    name = ref.rsplit("/", 1)[-1]
                    if name in found:
                        continue
                    found[name] = target
                todo.append(target)
            todo += node.values()
        elif isinstance(node, list):
            todo += node
    return {
        name: document["components"]["schemas"][name] for name in document["components"]["schemas"] if name in found
    }


DECODERS = ("ours", "pydantic v2", "json.loads", "stock")


def decoder(name: str, folder: Path) -> Decode:
    """One of DECODERS; the stock models are in `folder`."""
    made: dict[str, Callable[[], Decode]] = {
        "ours": ours,
        "pydantic v2": pydantic_models,
        "json.loads": lambda: json.loads,
        "stock": lambda: stock_models(folder),
    }
    return made[name]()


# --- measuring -------------------------------------------------------------------------------------------------------


def every_field(decoded: Any) -> int:
    """Read all fields of all objects, so that nothing stays undone that was put off."""
    total = 0
    for item in decoded.data:
        price, taxonomy = item.price_range, item.taxonomy
        seen = (
            item.id, item.slug, item.name, item.description, item.meta_thumbnail, item.is_multiple, item.option1_name,
            item.option2_name, item.option3_name, item.in_stock, item.images, item.created_at, item.entity_type,
            taxonomy.id, taxonomy.name, taxonomy.full_path,
        )  # fmt: skip
        total += len(seen) + (price is not None) + (item.created_at.year > 2000)
    return total


def best_times(work: dict[str, Callable[[], Any]], rounds: int = ROUNDS) -> dict[str, float]:
    """Milliseconds of the fastest round of each, taken in turns so that noise meets all alike."""
    best = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, call in work.items():
            gc.collect()
            start = time.perf_counter()
            result = call()
            best[name] = min(best[name], (time.perf_counter() - start) * 1000)
            del result  # freeing it is nobody's turn
    return best


def held_megabytes(name: str, folder: Path) -> float:
    """How much a fresh process, which has this decoder and no other, grows by each page that it holds."""
    return float(fresh(f"from _bench import decode; decode.growth({name!r}, {str(folder)!r})"))


def growth(name: str, folder: str) -> None:
    """For `held_megabytes`, inside the fresh process."""
    content = page()
    decode = decoder(name, Path(folder))
    decode(content)  # what is made once is not a page's
    before = _memory.resident()
    pages = [decode(content) for _ in range(PAGES_HELD)]
    print((_memory.peak() - before) / len(pages))


def run() -> Iterator[Measure]:
    """Time and memory of one page."""
    content = page()
    size = f"{len(content) / 1024:.0f} KiB; best of {ROUNDS} rounds"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        render_stock(folder)
        every = {name: decoder(name, folder) for name in DECODERS}
        found = best_times({name: lambda decode=decode: decode(content) for name, decode in every.items()})  # type: ignore[misc]
        yield Measure(f"page of {ITEMS} items, bytes to objects", "ms", found.pop("ours"), found, 1.0, note=size)
        typed = {name: decode for name, decode in every.items() if name != "json.loads"}
        found = best_times({name: lambda decode=decode: every_field(decode(content)) for name, decode in typed.items()})  # type: ignore[misc]
        note = "nothing put off stays undone"
        yield Measure("the same, then every field read", "ms", found.pop("ours"), found, note=note)
        found = {name: held_megabytes(name, folder) for name in DECODERS}
        note = f"growth of a fresh process, {PAGES_HELD} pages"
        yield Measure("the same, memory for each page held", "MB", found.pop("ours"), found, note=note)
