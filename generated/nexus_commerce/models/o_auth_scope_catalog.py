from __future__ import annotations

from typing import TypeAlias

#: `OAuthScopeCatalog` of the contract: an object without fields of its own.
OAuthScopeCatalog: TypeAlias = dict[str, str]
