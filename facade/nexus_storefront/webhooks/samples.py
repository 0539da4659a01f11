"""A payload of every event, as the service's pages show them; for trying a receiver out. Pure."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from ..errors import InvalidInput


def _table() -> Any:
    """The content of `samples.json`: payloads; lists of fields, for events that have only a part of an order; and for
    each event its payload, the values that differ, and its list of fields."""
    return json.loads(files("nexus_storefront.webhooks").joinpath("samples.json").read_text("utf-8"))


EVENTS = tuple(_table()["events"])


def sample(event: str, changes: Iterable[str] = (), *, now: datetime | None = None) -> bytes:
    """The body of a delivery of an event. `changes` are `path=value`, as `data.order_id=A1`, a value JSON or text."""
    if not event.strip():
        raise InvalidInput("an event has a name")
    stamp = (now or datetime.now(UTC)).isoformat(timespec="seconds").replace("+00:00", "Z")
    table = _table()
    how = table["events"].get(event, {})
    values = {**table["payloads"].get(how.get("of"), {}), **how.get("but", {})}
    fields = table["fields"].get(how.get("fields"), values)
    data = {name: stamp if value == "NOW" else value for name, value in values.items() if name in fields}
    envelope = {"event": event, "unique_id": f"event_{uuid.uuid4().hex}", "timestamp": stamp, "data": data}
    for change in changes:
        path, given, value = change.partition("=")
        if not given or not all(path.split(".")):
            raise InvalidInput(f"a change is path=value, as data.order_id=A1, not {change!r}")
        _set(envelope, path.split("."), value)
    return json.dumps(envelope, separators=(",", ":")).encode()


def _set(target: dict[str, Any], path: list[str], value: str) -> None:
    for name in path[:-1]:
        target = target.setdefault(name, {})
        if not isinstance(target, dict):
            raise InvalidInput(f"{name} in {'.'.join(path)} is no object")
    try:
        found = json.loads(value)
        json.dumps(found, allow_nan=False)
    except (ValueError, RecursionError):
        found = value
    target[path[-1]] = found
