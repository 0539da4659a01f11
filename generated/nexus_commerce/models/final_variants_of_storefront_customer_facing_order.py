from __future__ import annotations

from typing import TypeAlias

#: `FinalVariantsOfStorefrontCustomerFacingOrder` of the contract: an object without fields of its own.
FinalVariantsOfStorefrontCustomerFacingOrder: TypeAlias = dict[str, int | str]
