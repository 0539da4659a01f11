"""What a scenario needs to know of the store it runs against: the sandbox's facts, or a live store's by environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc000000301010018dd8db00000000049454e44ae426082"
)
"""A picture of one pixel, to stand for a transfer proof."""


@dataclass(frozen=True)
class World:
    """Ids and people of one store."""

    product_slug: str = "kopi-arabika-gayo"
    variant_id: int = 494535
    bundle_slug: str = "paket-buku-seduh"
    bundle_price_option_id: int = 31925
    place: str = "Cempaka Putih"
    discount_code: str = "HEMAT10"
    subscription_status: Literal["active"] = "active"
    email: str = "sari@example.com"
    otp_email: str = "budi@example.com"
    password: str = "kata-sandi-contoh"  # noqa: S105  # the sandbox's own
    course_slug: str = "kelas-seduh-dasar"
    buyer_name: str = "Demo Customer"
    buyer_email: str = "demo.customer@example.com"
    buyer_phone: str = "6281234567890"
    buyer_address: str = "Jl. Contoh No. 3"
    buyer_notes: str = "Titip di pos satpam"
    read_otp: Callable[[str], str] = lambda email: "000000"
    read_reset_link: Callable[[str], str] = lambda email: "https://toko.example/reset-password?token=replayed"
    read_prefill: Callable[[], str] = lambda: "cip_replayed"
    refuse_once: Callable[[str], object] = lambda operation_id: None
    """Have the service answer 401 to the next call of an operation, as for a token that has been revoked."""

    @classmethod
    def live(cls, environ: Mapping[str, str] = os.environ) -> World:
        """A live store's facts: SCALEV_PRODUCT_SLUG, SCALEV_VARIANT_ID, SCALEV_BUNDLE_SLUG,
        SCALEV_BUNDLE_PRICE_OPTION_ID, SCALEV_PLACE, SCALEV_DISCOUNT_CODE, SCALEV_CUSTOMER_EMAIL,
        SCALEV_CUSTOMER_PASSWORD. Raises `KeyError` naming the first that is missing."""
        return cls(
            product_slug=environ["SCALEV_PRODUCT_SLUG"],
            variant_id=int(environ["SCALEV_VARIANT_ID"]),
            bundle_slug=environ["SCALEV_BUNDLE_SLUG"],
            bundle_price_option_id=int(environ["SCALEV_BUNDLE_PRICE_OPTION_ID"]),
            place=environ["SCALEV_PLACE"],
            discount_code=environ["SCALEV_DISCOUNT_CODE"],
            email=environ["SCALEV_CUSTOMER_EMAIL"],
            password=environ["SCALEV_CUSTOMER_PASSWORD"],
        )
