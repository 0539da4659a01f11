"""A small contract of our own, and the places its tests write to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Document = dict[str, Any]


@pytest.fixture
def document() -> Document:
    """A valid OpenAPI 3.0 document with two operations, full of prose."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Shop",
            "version": "3.0.0",
            "description": "A shop.",
            "contact": {"email": "us@example.com"},
        },
        "externalDocs": {"url": "https://docs.example"},
        "servers": [{"url": "https://api.example", "description": "Live"}],
        "tags": [{"name": "Items", "description": "What is for sale"}],
        "paths": {
            "/items": {
                "summary": "All items",
                "get": {
                    "tags": ["Items"],
                    "operationId": "listItems",
                    "summary": "List",
                    "description": "Lists.",
                    "parameters": [
                        {"name": "status", "in": "query", "schema": {"type": "string", "enum": ["sold", "open"]}},
                        {"name": "limit", "in": "query", "example": 5, "schema": {"type": "integer", "default": 10}},
                    ],
                    "responses": {
                        "200": {
                            "description": "The items",
                            "headers": {"x-total": {"description": "How many", "schema": {"type": "integer"}}},
                            "content": {
                                "application/json": {
                                    "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                                    "example": [{"id": 1}],
                                }
                            },
                        }
                    },
                },
            },
            "/items/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "get": {
                    "tags": ["Items"],
                    "operationId": "getItem",
                    "responses": {
                        "200": {
                            "description": "One item",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
                        },
                        "404": {"description": "No such item"},
                    },
                },
            },
        },
        "components": {
            "schemas": {
                "Item": {
                    "type": "object",
                    "description": "Something for sale",
                    "required": ["name", "id"],
                    "properties": {
                        "id": {"type": "integer", "example": 7},
                        "name": {"type": "string"},
                        "description": {"type": "string", "description": "In words", "example": "Blue"},
                        "maker": {"type": "object", "properties": {"name": {"type": "string"}}},
                    },
                }
            }
        },
    }


@pytest.fixture
def write(tmp_path: Path) -> Callable[[object], Path]:
    """Write a document, or bytes, to a file."""

    def write(content: object) -> Path:
        path = tmp_path / "source.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write
