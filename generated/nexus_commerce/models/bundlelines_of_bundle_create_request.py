from __future__ import annotations

from .._model import Model


class BundlelinesOfBundleCreateRequest(Model):
    """`BundlelinesOfBundleCreateRequest` of the contract, only ever sent."""

    quantity: int
    variant_id: int

    _required = ("quantity", "variant_id")
    _rules = {
        "type": ["object"],
        "properties": {"quantity": {"type": ["integer"]}, "variant_id": {"type": ["integer"]}},
        "required": ["quantity", "variant_id"],
    }
