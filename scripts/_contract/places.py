"""Where a schema stands, and what a class made of it is called: a name made of its place alone."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from openapi_python_client.strings import ClassName

from _contract.document import Json, pointer

PREFIX = "field_"
"""What the generator puts before a name that starts with a digit: `field_prefix` in its settings."""


class Place(NamedTuple):
    """Where a schema stands, and what a class made of it is called."""

    parts: tuple[str, ...]
    name: str

    def child(self, keyword: str, *parts: str, word: str | None = None) -> Place:
        """The place inside; `word` is what it is called there (None: it has this place's name)."""
        name = ClassName(f"{pascal(word)}Of{self.name}", PREFIX) if word else self.name
        return Place((*self.parts, keyword, *parts), name)

    def __str__(self) -> str:
        return pointer(*self.parts)


WORDS = {"parameters": "parameter", "requestBodies": "request body", "responses": "response body"}
"""What the schema in a component of these sections is called."""


def schema_component(name: str) -> Place:
    return Place(("components", "schemas", name), ClassName(name, PREFIX))


def other_component(section: str, name: str) -> Place:
    """A parameter, request body or response that is a component."""
    return Place(("components", section), pascal(name)).child(name, word=WORDS[section])


def path_place(path: str) -> Place:
    return Place(("paths", path), pascal(path))


def operation_place(path: str, method: str, operation: dict[str, Json]) -> Place:
    return Place(("paths", path, method), pascal(operation["operationId"]))


def parameter_place(owner: Place, index: int, parameter: dict[str, Json]) -> Place:
    return owner.child("parameters", str(index), word=f"{parameter.get('name')} parameter")


def body_place(operation: Place) -> Place:
    return operation.child("requestBody", word="request body")


def response_place(operation: Place, status: str) -> Place:
    return operation.child("responses", status, word=f"response {status} body")


def pointer_parts(target: str) -> list[str]:
    """The steps of `#/a/b~1c`."""
    parts = target.removeprefix("#/").split("/")
    return [unquote(part).replace("~1", "/").replace("~0", "~") for part in parts]


def holder(document: dict[str, Json], parts: list[str]) -> tuple[Place, list[str]] | None:
    """The parameter, request body or response that a pointer leads to or into, and the rest of the pointer.

    None for a pointer to anything else. The pointer leads somewhere: `validate` has seen to that.
    """
    match parts:
        case ["components", "parameters" | "requestBodies" | "responses" as section, name, *rest]:
            return other_component(section, name), rest
        case ["paths", path, "parameters", index, *rest]:
            parameter = document["paths"][path]["parameters"][int(index)]
            return parameter_place(path_place(path), int(index), parameter), rest
        case ["paths", path, method, *inside] if method != "parameters":
            operation = document["paths"][path][method]
            place = operation_place(path, method, operation)
            match inside:
                case ["parameters", index, *rest]:
                    return parameter_place(place, int(index), operation["parameters"][int(index)]), rest
                case ["requestBody", *rest]:
                    return body_place(place), rest
                case ["responses", status, *rest]:
                    return response_place(place, status), rest
    return None


def pascal(word: str) -> str:
    """`customer_id` → `CustomerId`, `getOrder` → `GetOrder`, `va-bca 2` → `VaBca2`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", word) if part) or "Value"


NAMES = (
    *("AWB", "Facebook", "GTM", "HTML", "ID", "JWT", "Kwai", "OAuth", "OTP", "PG"),
    *("SnackVideo", "TikTok", "WABA", "WhatsApp"),
)
PROPER_NAMES: dict[str, str] = {name.lower(): name for name in NAMES}
"""Words of operation ids that are written in one way wherever they stand."""


def plain_words(operation_id: str) -> str:
    """`listOAuthBillingCharges` → `List OAuth billing charges.`"""
    words: list[str] = re.findall("OAuth|SnackVideo|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", operation_id)
    text = " ".join(PROPER_NAMES.get(word.lower(), word.lower()) for word in words)
    return text[:1].upper() + text[1:] + "."
