"""What the package tells of the contract to those who watch for drift."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def promises(shop: ModuleType) -> Any:
    return importlib.import_module("shop_client.promises")


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("id", 5, None),
        ("id", "5", "other shape"),
        ("weight", 5, None),
        ("weight", "5", "other shape"),
        ("fresh", 1, "other shape"),
        ("status", "draft", None),
        ("status", "sold", "unknown enum value"),
        ("size", 3, None),
        ("size", 4, "unknown enum value"),
        ("made_at", "2026-03-01T08:00:00Z", None),
        ("made_at", "2026-W10-7T08", None),
        ("made_at", "tomorrow", "unreadable date"),
        ("best_before", "2026-02-30", "unreadable date"),
        ("images", ["a"], None),
        ("images", ["a", 5, None], "other shape"),
        ("images", "a", "other shape"),
        ("price", {"amount": 5}, None),
        ("price", [], "other shape"),
        ("payment", {"method": "cash"}, None),
        ("payment", {"method": "barter"}, "unknown variant"),
        ("attributes", {"any": "thing"}, None),
        ("name", None, None),
        ("brand_new", "x", "unknown field"),
    ],
)
def test_a_field_is_held_against_the_contract(
    shop: ModuleType, promises: Any, field: str, value: object, kind: str | None
) -> None:
    page = shop.models.ItemPage.from_dict({"data": [{"kind": "product", field: value}]})
    found = list(promises.differences(page))
    assert [(it.kind, it.model) for it in found] == ([] if kind is None else [(kind, "Product")])
    if field == "images" and isinstance(value, list) and kind:
        assert (found[0].field, found[0].value) == ("images[]", 5)
    elif kind:
        assert (found[0].field, promises.shape(found[0].value)) == (field, promises.shape(value))


def test_every_field_of_an_answer_has_a_promise_and_what_is_only_sent_has_none(shop: ModuleType, promises: Any) -> None:
    product = promises.promises(shop.models.Product)
    assert product["id"].shapes == {"integer"}
    assert product["status"].values == {"draft", "live"}
    assert product["images"].element.shapes == {"string"}
    assert promises.promises(shop.models.OrderRequest) == {}


def test_the_table_is_loaded_when_it_is_asked_for(shop_folder: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(shop_folder)!r})\n"
        "from shop_client import models, promises\n"
        "page = models.ItemPage.from_dict({})\n"
        "assert 'shop_client._promises' not in sys.modules\n"
        "assert list(promises.differences(page)) == []\n"
        "assert 'shop_client._promises' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
