"""The hand on a sandbox that runs elsewhere on this machine: the methods of `Control`, over HTTP."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx

from ..faults import Fault
from .hand import Control
from .routes import ROUTES, ControlRoute, to_json


class RemoteControl(Control):
    """Controls the sandbox at `base_url` (`http://127.0.0.1:8420`), by the names that `sandbox.control` has.

    Mistakes raise what they raise there, and `httpx.HTTPError` comes when nothing answers. `client` is an httpx client
    of your own; one for a sandbox in process is `httpx.Client(transport=sandbox.transport())`.
    """

    def __init__(self, base_url: str = "http://127.0.0.1:8420", client: httpx.Client | None = None) -> None:
        self._base_url = base_url.rstrip("/")
        self._client = client or httpx.Client(trust_env=False)

    def now(self) -> datetime:
        """The sandbox's time, in UTC."""
        return datetime.fromisoformat(self.clock()["now"])

    def set_clock(self, moment: datetime) -> None:
        """Set the sandbox's clock (naive means UTC)."""
        self.move_clock(moment=moment)

    def advance_clock(self, seconds: float) -> None:
        """Move the sandbox's clock forward."""
        self.move_clock(seconds=seconds)

    def stop_clock(self) -> None:
        """Let the clock stand."""
        self.move_clock(stopped=True)

    def resume_clock(self) -> None:
        """Let the clock go on from where it stands."""
        self.move_clock(stopped=False)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> RemoteControl:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _ask(self, route: ControlRoute, arguments: dict[str, Any]) -> Any:
        url = f"{self._base_url}/_sandbox/{route.path}"
        given = {name: to_json(value) for name, value in arguments.items()}
        try:
            answer = self._sent(route.method, url, given)
        except httpx.ConnectError as error:
            message = f"no sandbox answers at {self._base_url}: start one with `nexus sandbox` ({error})"
            raise httpx.ConnectError(message, request=error.request) from None
        if answer.status_code == 400:
            refused = answer.json()
            raise LookupError(refused["error"]) if refused["unknown"] else ValueError(refused["error"])
        answer.raise_for_status()
        found = answer.json()
        if route.returns is type(None):
            return None
        if route.returns is Fault:
            return Fault(**found)
        if route.returns == list[Fault]:
            return [Fault(**one) for one in found]
        return found

    def _sent(self, method: str, url: str, given: dict[str, Any]) -> httpx.Response:
        if method != "GET":
            return self._client.request(method, url, json=given)
        values = {name: value for name, value in given.items() if value is not None}
        texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
        return self._client.get(url, params=texts)


def _over_http(route: ControlRoute) -> Callable[..., Any]:
    def call(self: RemoteControl, *values: Any, **arguments: Any) -> Any:
        inspect.signature(getattr(Control, route.call)).bind(self, *values, **arguments)  # TypeError, as in hand
        return self._ask(route, dict(zip(route.parameters, values, strict=False)) | arguments)

    call.__name__, call.__doc__ = route.call, getattr(Control, route.call).__doc__
    return call


for _route in ROUTES:
    setattr(RemoteControl, _route.call, _over_http(_route))
