"""`OAuthScopeCatalog` of the contract, as it is received."""

from __future__ import annotations

from typing import TypeAlias

OAuthScopeCatalog: TypeAlias = dict[str, str]
