from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .orderbundles_of_order_update_body import OrderbundlesOfOrderUpdateBody
    from .ordervariants_of_order_update_body import OrdervariantsOfOrderUpdateBody
    from .payment_method_of_order_update_body import PaymentMethodOfOrderUpdateBody
    from .shipment_provider_code_of_order_update_body import ShipmentProviderCodeOfOrderUpdateBody


class OrderUpdateBody(Model):
    """`OrderUpdateBody` of the contract, only ever sent."""

    address: str | Unset = UNSET
    channel_unique_id: str | Unset = UNSET
    courier_service_id: int | Unset = UNSET
    customer_email: str | Unset = UNSET
    customer_name: str | Unset = UNSET
    customer_phone: str | Unset = UNSET
    dropshipper_name: str | Unset = UNSET
    dropshipper_phone: str | Unset = UNSET
    financial_entity_id: int | Unset = UNSET
    is_dropshipping: bool | Unset = UNSET
    location_id: int | Unset = UNSET
    notes: str | Unset = UNSET
    orderbundles: list[OrderbundlesOfOrderUpdateBody] | Unset = UNSET
    ordervariants: list[OrdervariantsOfOrderUpdateBody] | Unset = UNSET
    other_income: float | Unset = UNSET
    other_income_name: str | Unset = UNSET
    page_unique_id: str | Unset = UNSET
    payment_account_holder: str | Unset = UNSET
    payment_account_number: str | Unset = UNSET
    payment_account_unique_id: str | Unset = UNSET
    payment_method: PaymentMethodOfOrderUpdateBody | Unset = UNSET
    postal_code: str | Unset = UNSET
    product_discount: float | Unset = UNSET
    shipment_provider_code: ShipmentProviderCodeOfOrderUpdateBody | None | Unset = UNSET
    shipping_cost: float | Unset = UNSET
    shipping_discount: float | Unset = UNSET
    transferproof_url: str | Unset = UNSET
    warehouse_unique_id: str | Unset = UNSET

    _nested = {"orderbundles": ["OrderbundlesOfOrderUpdateBody"], "ordervariants": ["OrdervariantsOfOrderUpdateBody"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "address": {"type": ["string"]},
            "channel_unique_id": {"type": ["string"]},
            "courier_service_id": {"type": ["integer"]},
            "customer_email": {"type": ["string"]},
            "customer_name": {"type": ["string"]},
            "customer_phone": {"type": ["string"]},
            "dropshipper_name": {"type": ["string"]},
            "dropshipper_phone": {"type": ["string"]},
            "financial_entity_id": {"type": ["integer"]},
            "is_dropshipping": {"type": ["boolean"]},
            "location_id": {"type": ["integer"]},
            "notes": {"type": ["string"]},
            "orderbundles": {"type": ["array"], "items": {"$ref": "OrderbundlesOfOrderUpdateBody"}},
            "ordervariants": {"type": ["array"], "items": {"$ref": "OrdervariantsOfOrderUpdateBody"}},
            "other_income": {"type": ["number"]},
            "other_income_name": {"type": ["string"]},
            "page_unique_id": {"type": ["string"]},
            "payment_account_holder": {"type": ["string"]},
            "payment_account_number": {"type": ["string"]},
            "payment_account_unique_id": {"type": ["string"]},
            "payment_method": {
                "type": ["string"],
                "enum": [
                    "alfamart",
                    "bank_transfer",
                    "card",
                    "cod",
                    "dana",
                    "gopay",
                    "invoice",
                    "linkaja",
                    "marketplace",
                    "no_payment",
                    "ovo",
                    "payment_link",
                    "qris",
                    "shopeepay",
                    "va_artajasa",
                    "va_artha_graha",
                    "va_bca",
                    "va_bjb",
                    "va_bnc",
                    "va_bni",
                    "va_bri",
                    "va_bsi",
                    "va_btn",
                    "va_cimb",
                    "va_danamon",
                    "va_mandiri",
                    "va_maybank",
                    "va_muamalat",
                    "va_ocbc",
                    "va_permata",
                    "va_sahabat_sampoerna",
                ],
            },
            "postal_code": {"type": ["string"]},
            "product_discount": {"type": ["number"]},
            "shipment_provider_code": {
                "oneOf": [{"type": ["string"], "enum": ["lincah", "mengantar", "ninja"]}],
                "nullable": True,
            },
            "shipping_cost": {"type": ["number"]},
            "shipping_discount": {"type": ["number"]},
            "transferproof_url": {"type": ["string"]},
            "warehouse_unique_id": {"type": ["string"]},
        },
    }
