"""The control methods as HTTP routes: one table, and the parameters that each method's signature has."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..faults import Fault
from ..refusals import Json
from ..settings import SettingChanges, Settings
from .hand import Control

_REQUIRED = inspect.Parameter.empty


@dataclass(frozen=True)
class ControlRoute:
    """One route under `/_sandbox/`, and the control method that answers it."""

    method: str
    path: str
    call: str

    @cached_property
    def _function(self) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(Control, self.call)
        return function

    @cached_property
    def parameters(self) -> Mapping[str, tuple[Any, Any]]:
        """By name: the type, and the default (`inspect.Parameter.empty`: required)."""
        hints = get_type_hints(self._function)
        found: dict[str, tuple[Any, Any]] = {}
        for name, parameter in list(inspect.signature(self._function).parameters.items())[1:]:
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                now = Settings().as_dict()
                found |= {key: (kind, now[key]) for key, kind in get_type_hints(SettingChanges).items()}
            else:
                found[name] = (hints[name], parameter.default)
        return found

    @property
    def _takes_any(self) -> bool:
        """Whether every parameter is one of many that may be named; to name none would do nothing."""
        kinds = [one.kind for one in list(inspect.signature(self._function).parameters.values())[1:]]
        return kinds == [inspect.Parameter.VAR_KEYWORD]

    @property
    def returns(self) -> Any:
        return get_type_hints(self._function)["return"]

    def describe(self) -> Json:
        """The route as `GET /_sandbox/routes` lists it."""
        return {
            "method": self.method,
            "path": f"/_sandbox/{self.path}",
            "call": self.call,
            "about": (self._function.__doc__ or "").split("\n")[0],
            "parameters": [
                {"name": name, "type": _spell(kind), "required": True}
                if default is _REQUIRED
                else {"name": name, "type": _spell(kind), "required": False, "default": default}
                for name, (kind, default) in self.parameters.items()
            ],
        }

    def read(self, given: Json, texts: Mapping[str, str]) -> Json:
        """Return the arguments of a request: JSON values and texts of the query. Raises ValueError for a wrong one."""
        unknown = [name for name in (*given, *texts) if name not in self.parameters]
        missing = [
            name
            for name, (_, default) in self.parameters.items()
            if default is _REQUIRED and name not in given and name not in texts
        ]
        if unknown or missing:
            raise ValueError(
                f"{self.path} takes {self._names()}{_listed('; not ', unknown)}{_listed('; needs ', missing)}"
            )
        if not given and not texts and self._takes_any:
            raise ValueError(f"{self.path} takes at least one of {self._names()}")
        arguments = {name: _read_text(name, self.parameters[name][0], text) for name, text in texts.items()}
        return arguments | {name: _fit(name, self.parameters[name][0], value) for name, value in given.items()}

    def _names(self) -> str:
        return ", ".join(self.parameters) or "no parameters"


def _listed(before: str, names: list[str]) -> str:
    return before + ", ".join(names) if names else ""


ROUTES = tuple(
    ControlRoute(*row.split())
    for row in """\
GET health health
GET overview overview
GET vocabulary vocabulary
GET clock clock
POST clock move_clock
GET settings settings
POST settings configure
GET variants variants
GET stock stock
POST stock set_stock
POST disabled set_disabled
POST price set_price
GET discount-codes discount_codes
GET faults faults
POST faults fault
DELETE faults clear_faults
POST drift drift
DELETE drift clear_drift
POST rate-limit rate_limit
GET requests requests
DELETE requests clear_requests
GET preflights preflights
GET carts carts
GET orders orders
GET order order
POST orders/pay pay_order
POST orders/expire expire_order
POST orders/spam mark_spam
POST orders/status set_order_status
POST orders/payment-status set_payment_status
POST orders/delete delete_order
GET events events
GET event-totals event_totals
POST browser-events browser_event
GET intents intents
GET mails mails
GET otp otp
GET reset-link reset_link
POST customers add_customer
GET token-families token_families
POST revoke-family revoke_family
GET storage-requests storage_requests
GET webhooks webhooks
POST webhooks set_webhook
DELETE webhooks remove_webhook
GET webhook-deliveries webhook_deliveries
POST webhook-deliveries/due deliver_webhooks
POST webhook-deliveries/again send_webhook_again
POST webhook-deliveries/trigger trigger_webhook
""".splitlines()
)


def to_json(value: Any) -> Any:
    """A result as JSON has it."""
    if isinstance(value, Fault):
        return value.as_dict()
    if isinstance(value, Mapping):
        return {name: to_json(part) for name, part in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [to_json(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def _spell(kind: Any) -> str:
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(_spell(part) for part in get_args(kind))
    if get_origin(kind) is Literal:
        return " or ".join(json.dumps(part) for part in get_args(kind))
    if get_args(kind) and get_origin(kind) is not dict:
        return f"list of {_spell(get_args(kind)[0])}"
    names = {int: "integer", float: "number", str: "string", bool: "boolean", type(None): "null", datetime: "time"}
    return names.get(kind, "object")


def _read_text(name: str, kind: Any, text: str) -> Any:
    """Read a parameter of the query: a text as it is, anything else as JSON spells it."""
    if _fits(kind, text):
        return _fit(name, kind, text)
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    return _fit(name, kind, value)


def _fit(name: str, kind: Any, value: Any) -> Any:
    if kind is datetime or (datetime in get_args(kind) and value is not None):
        try:
            return datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise ValueError(f"{name} is a time in ISO 8601, not {value!r}") from None
    if not _fits(kind, value):
        raise ValueError(f"{name} is {_spell(kind)}, not {value!r}")
    return value


def _fits(kind: Any, value: Any) -> bool:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return any(_fits(part, value) for part in parts)
    if origin is Literal:
        return value in parts
    if origin is dict:
        return isinstance(value, dict)
    if parts:
        return isinstance(value, list) and all(_fits(parts[0], one) for one in value)
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return type(value) is int
    return isinstance(value, kind)
