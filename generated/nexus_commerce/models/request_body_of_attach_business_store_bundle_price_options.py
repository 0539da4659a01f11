from __future__ import annotations

from .._model import Model


class RequestBodyOfAttachBusinessStoreBundlePriceOptions(Model):
    """`RequestBodyOfAttachBusinessStoreBundlePriceOptions` of the contract, only ever sent."""

    bpo_ids: list[int]

    _required = ("bpo_ids",)
    _rules = {
        "type": ["object"],
        "properties": {"bpo_ids": {"type": ["array"], "items": {"type": ["integer"]}}},
        "required": ["bpo_ids"],
    }
