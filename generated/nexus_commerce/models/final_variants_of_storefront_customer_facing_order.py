"""`FinalVariantsOfStorefrontCustomerFacingOrder` of the contract, as it is received."""

from __future__ import annotations

from typing import TypeAlias

FinalVariantsOfStorefrontCustomerFacingOrder: TypeAlias = dict[str, int | str]
