from __future__ import annotations

from .._model import Model


class UpdateOrderCustomerRequest(Model):
    """`UpdateOrderCustomerRequest` of the contract, only ever sent."""

    customer_id: int

    _required = ("customer_id",)
    _rules = {"type": ["object"], "properties": {"customer_id": {"type": ["integer"]}}, "required": ["customer_id"]}
