"""A pytest plugin that notes what the facade sends and reads: `pytest -p usage_recorder`.

It stands where requests leave and where answers are read, so the facade pays nothing for it: the HTTP client's
`send`, the attributes of generated models, headers, and the bodies of errors. Who is told to have read is the outermost
function of the facade that is running: the method that somebody called. What a test itself reads is not noted.

Each process writes one file into the folder that FACADE_USAGE names, as lines of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import nexus_commerce._call
import nexus_commerce._model
import nexus_commerce.errors
import nexus_storefront
import nexus_storefront.answer_fields
import pytest
from _drift.cassettes import path_pattern

ROOT = Path(__file__).resolve().parents[2]
FACADE = str(Path(nexus_storefront.__file__).parent) + os.sep
CLASS = "class "
TRANSPORT = "facade/nexus_storefront/transport/"
LISTING = f"{TRANSPORT}_async/listing.py"
# They look at every answer, whatever is in it.
NOT_USE = ("drift_report.py", "hooks.py", "redact.py", "otel.py")

Model = nexus_commerce._model.Model
wire_names = nexus_commerce._model.wire_names


class Routes:
    """Which operation of the pin a request calls."""

    def __init__(self) -> None:
        pin = json.loads((ROOT / "openapi" / "nexus-commerce-v3.json").read_bytes())
        self.known = sorted(
            (path.count("{"), path, path_pattern(path), method.upper(), operation["operationId"])
            for path, item in pin["paths"].items()
            for method, operation in item.items()
            if "operationId" in operation
        )

    def of(self, method: str, path: str) -> str | None:
        return next((name for *_, route, m, name in self.known if m == method and route.fullmatch(path)), None)


class Recorder:
    """What was sent and read, by (method, operation)."""

    def __init__(self) -> None:
        self.routes = Routes()
        self.notes: set[tuple[str, str, str, str, str]] = set()
        # Who built the latest request of an operation: it may leave in a thread of the transport's.
        self.latest: dict[str, tuple[str, str]] = {}
        # Objects of the running test by identity, kept alive so that no other takes the identity over.
        self.origins: dict[int, tuple[object, str, str]] = {}

    def note(self, frame: FrameType | None, operation: str, side: str, path: str) -> None:
        """`side` is "sends", "reads" or "errors"."""
        found = caller(frame)
        if found is not None:
            if found[0].startswith(TRANSPORT) and found[0] != LISTING:
                found = self.latest.get(operation)
            if found is not None:  # else a test sent it through the transport by itself
                self.notes.add((*found, operation, side, path))

    def keep(self, value: object, operation: str, path: str) -> None:
        """Remember where everything in an answer came from."""
        if isinstance(value, list):
            for one in value:
                self.keep(one, operation, f"{path}[]")
        elif isinstance(value, Model):
            if id(value) in self.origins:
                return
            self.origins[id(value)] = (value, operation, path)
            if not operation.startswith(CLASS):
                self.notes.add(("", type(value).__name__, operation, "holds", path))
            for wire, inner in value.__dict__.items():
                self.keep(inner, operation, f"{path}.{wire}" if path else wire)
            for inner in value._known_extra().values():
                self.keep(inner, operation, f"{path}.*" if path else "*")
        elif isinstance(value, dict):
            self.origins.setdefault(id(value), (value, operation, path))
            for wire, inner in value.items():
                self.keep(inner, operation, f"{path}.{wire}" if path else wire)


def caller(frame: FrameType | None) -> tuple[str, str] | None:
    """File and name of the outermost function of the facade, the transport apart; None when it is not the facade that
    reads.
    """
    if frame is None or not frame.f_code.co_filename.startswith(FACADE):
        return None
    if frame.f_code.co_filename.endswith(NOT_USE):
        return None
    if frame.f_code.co_filename.endswith("answer_fields.py"):  # it reads for somebody
        return caller(_outside(frame.f_back))
    if frame.f_code.co_qualname == "Core.call":  # it calls for somebody
        return caller(_of_the_facade(frame.f_back))
    found = frame
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(FACADE) and "<" not in frame.f_code.co_qualname:  # neither a wrapper nor a comprehension
            found = found if name.startswith(f"{FACADE}transport{os.sep}") else frame
        frame = frame.f_back
    file = Path(found.f_code.co_filename).relative_to(FACADE).as_posix().replace("_sync/", "_async/")
    name = found.f_code.co_qualname.partition(".<locals>")[0]
    return f"facade/nexus_storefront/{file}", name.removeprefix("Async").removeprefix("Sync")


def _of_the_facade(frame: FrameType | None) -> FrameType | None:
    """The next frame of the facade that has a name of its own."""
    while frame is not None and not (
        frame.f_code.co_filename.startswith(FACADE) and "<" not in frame.f_code.co_qualname
    ):
        frame = frame.f_back
    return frame


def _outside(frame: FrameType | None) -> FrameType | None:
    """The next frame that is not of this file."""
    while frame is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame


class _Read(dict):  # type: ignore[type-arg]
    """A JSON object that notes which of its keys are asked for."""

    recorder: Recorder
    operation: str
    path: str
    side: str

    def _note(self, key: object) -> None:
        if isinstance(key, str) and key in self.keys():
            path = f"{self.path}.{key}" if self.path else key
            self.recorder.note(sys._getframe(2), self.operation, self.side, path)

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return super().get(key, default)

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def keys(self) -> Any:
        return super().keys()


def watched(value: Any, recorder: Recorder, operation: str, path: str, side: str) -> Any:
    """A decoded JSON value whose objects note what is asked of them."""
    if isinstance(value, list):
        return [watched(one, recorder, operation, f"{path}[]", side) for one in value]
    if not isinstance(value, dict):
        return value
    made = _Read()
    made.recorder, made.operation, made.path, made.side = recorder, operation, path, side
    for key, one in value.items():
        dict.__setitem__(made, key, watched(one, recorder, operation, f"{path}.{key}" if path else key, side))
    return made


class _Name(bytes):
    """A header's name that notes that somebody looked for it."""

    said: tuple[Recorder, str, str]

    def lower(self) -> _Name:
        made = _Name(super().lower())
        made.said = self.said
        return made

    def __eq__(self, other: object) -> bool:
        same = bytes.__eq__(self, other)  # type: ignore[arg-type]
        if same is True:
            recorder, operation, name = self.said
            recorder.note(sys._getframe(1), operation, "reads", f"header:{name}")
        return same

    __hash__ = bytes.__hash__


def watch_models(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    plain, to_dict = Model.__getattribute__, Model.to_dict

    def read(model: Any, name: str) -> Any:
        value = plain(model, name)
        if name[0] != "_" and sys._getframe(1).f_code.co_filename.startswith(FACADE):
            wire = wire_names(type(model)).get(name)
            if wire is not None:
                if id(model) not in recorder.origins:  # a test made it: what is read of it is read wherever it comes
                    recorder.keep(model, f"{CLASS}{type(model).__name__}", "")
                _, operation, path = recorder.origins[id(model)]
                recorder.note(sys._getframe(1), operation, "reads", f"{path}.{wire}" if path else wire)
        return value

    def written(model: Any) -> Any:
        made = to_dict(model)
        origin = recorder.origins.get(id(model))
        if origin is None or caller(sys._getframe(1)) is None:
            return made
        return watched(made, recorder, origin[1], origin[2], "reads")

    patch.setattr(Model, "__getattribute__", read, raising=False)
    patch.setattr(Model, "to_dict", written)
    good = nexus_commerce._call.Answers._good

    def received(answers: Any, client: Any, response: httpx.Response) -> Any:
        body = good(answers, client, response)
        recorder.keep(body, answers._operation.id, "")
        return body

    patch.setattr(nexus_commerce._call.Answers, "_good", received)


def watch_calls(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    arguments = nexus_commerce._call.arguments

    def called(client: Any, operation: Any, **given: Any) -> Any:
        found = caller(_of_the_facade(sys._getframe(1)))
        if found is not None:
            recorder.latest[operation.id] = found
        return arguments(client, operation, **given)

    patch.setattr(nexus_commerce._call, "arguments", called)


def watch_fields(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    """The one function that reads by name, of what is no model."""
    field = nexus_storefront.answer_fields.field

    def reading(source: object, name: str) -> object:
        if type(source) is dict and name in source and id(source) in recorder.origins:
            _, operation, path = recorder.origins[id(source)]
            recorder.note(sys._getframe(1), operation, "reads", f"{path}.{name}" if path else name)
        return field(source, name)

    patch.setattr(nexus_storefront.answer_fields, "field", reading)


def watch_errors(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    """The bytes of an answer that refuses, wherever in the facade they are decoded."""
    init, loads = nexus_commerce.errors.ErrorStatus.__init__, json.loads

    def refused(error: Any, *given: Any, **named: Any) -> None:
        init(error, *given, **named)
        recorder.origins[id(error.content)] = (error.content, "*", "")

    def decoded(text: Any, **options: Any) -> Any:
        value = loads(text, **options)
        if id(text) not in recorder.origins or caller(sys._getframe(2)) is None:  # `decoded` is asked
            return value
        return watched(value, recorder, "*", "", "errors")

    patch.setattr(nexus_commerce.errors.ErrorStatus, "__init__", refused)
    patch.setattr(json, "loads", decoded)


def watch_requests(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    def sent(request: httpx.Request, frame: FrameType | None) -> str | None:
        operation = recorder.routes.of(request.method, urlsplit(str(request.url)).path)
        frame = _of_the_facade(frame)
        if operation is None or frame is None:
            return None
        for path in parts(request):
            recorder.note(frame, operation, "sends", path)
        return operation

    def answered(response: httpx.Response, operation: str | None) -> httpx.Response:
        if operation is not None:
            recorder.origins[id(response.headers)] = (response.headers, operation, "")
        return response

    send, asend = httpx.Client.send, httpx.AsyncClient.send

    def sending(client: Any, request: httpx.Request, **options: Any) -> httpx.Response:
        operation = sent(request, sys._getframe(1))
        return answered(send(client, request, **options), operation)

    async def asending(client: Any, request: httpx.Request, **options: Any) -> httpx.Response:
        operation = sent(request, sys._getframe(1))
        return answered(await asend(client, request, **options), operation)

    patch.setattr(httpx.Client, "send", sending)
    patch.setattr(httpx.AsyncClient, "send", asending)


def watch_headers(recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
    raw, get, there = httpx.Headers.raw, httpx.Headers.__getitem__, httpx.Headers.__contains__
    assert isinstance(raw, property)

    def listed(headers: httpx.Headers) -> list[tuple[bytes, bytes]]:
        found: list[tuple[bytes, bytes]] = raw.fget(headers)  # type: ignore[misc]
        origin = recorder.origins.get(id(headers))
        if origin is None:
            return found
        watching = []
        for name, value in found:
            name = _Name(name)
            name.said = (recorder, origin[1], bytes(name).decode("latin-1").lower())
            watching.append((name, value))
        return watching

    def note(headers: httpx.Headers, name: str) -> None:
        origin = recorder.origins.get(id(headers))
        if origin is not None and there(headers, name):
            recorder.note(sys._getframe(2), origin[1], "reads", f"header:{name.lower()}")

    def item(headers: httpx.Headers, name: str) -> str:
        note(headers, name)
        return get(headers, name)

    def contains(headers: httpx.Headers, name: Any) -> bool:
        note(headers, name)
        return there(headers, name)

    patch.setattr(httpx.Headers, "raw", property(listed))
    patch.setattr(httpx.Headers, "__getitem__", item)
    patch.setattr(httpx.Headers, "__contains__", contains)


def parts(request: httpx.Request) -> Iterator[str]:
    """What a request carries, in the words of the table."""
    yield ""
    for name in request.headers:
        yield f"header:{name.lower()}"
    for name, _ in parse_qsl(urlsplit(str(request.url)).query, keep_blank_values=True):
        yield f"query:{name}"
    try:
        body = json.loads(request.content) if request.content else None
    except (ValueError, httpx.RequestNotRead):
        return
    yield from fields(body, "")


def fields(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from fields(one, f"{path}[]")
    elif isinstance(value, dict):
        for name, one in value.items():
            here = f"{path}.{name}" if path else name
            yield here
            yield from fields(one, here)


_RECORDER = Recorder()
_PATCH = pytest.MonkeyPatch()
# When the plugin is loaded, as modules of the generated package and of the facade take some of it over by name.
for watch in (watch_calls, watch_models, watch_fields, watch_errors, watch_requests, watch_headers):
    watch(_RECORDER, _PATCH)


def pytest_configure(config: pytest.Config) -> None:
    config.add_cleanup(_PATCH.undo)


@pytest.fixture(autouse=True)
def _forget_what_came() -> Iterator[None]:
    yield
    _RECORDER.origins.clear()
    _RECORDER.latest.clear()


def pytest_sessionfinish(session: pytest.Session) -> None:
    folder = os.environ.get("FACADE_USAGE")
    if not folder:
        return
    lines = [json.dumps(note) for note in sorted(_RECORDER.notes)]
    (Path(folder) / f"{os.getpid()}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
