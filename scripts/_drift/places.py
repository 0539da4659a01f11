"""Where a repository keeps the pin and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from _drift.usage import USAGE_NAME

CHANGES_NAME = "CHANGES.md"


@dataclass(frozen=True)
class Places:
    root: Path

    @property
    def openapi(self) -> Path:
        return self.root / "openapi"

    @property
    def generated(self) -> Path:
        return self.root / "generated" / "nexus_commerce"

    @property
    def usage(self) -> Path:
        return self.openapi / USAGE_NAME

    @property
    def page(self) -> Path:
        return self.root / "docs" / "coverage.md"

    @property
    def cassettes(self) -> Path:
        return self.root / "tests" / "cassettes"

    @property
    def build(self) -> Path:
        return self.root / "build"
