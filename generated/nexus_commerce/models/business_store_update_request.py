from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .capi_purchase_value_type_of_business_store_update_request import (
        CapiPurchaseValueTypeOfBusinessStoreUpdateRequest,
    )
    from .digital_only_complete_type_of_business_store_update_request import (
        DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest,
    )
    from .dynamic_other_income_cod_type_of_business_store_update_request import (
        DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest,
    )
    from .dynamic_other_income_epayment_type_of_business_store_update_request import (
        DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest,
    )
    from .email_reply_to_assignment_of_business_store_update_request import (
        EmailReplyToAssignmentOfBusinessStoreUpdateRequest,
    )
    from .postal_code_requirement_of_business_store_update_request import (
        PostalCodeRequirementOfBusinessStoreUpdateRequest,
    )


class BusinessStoreUpdateRequest(Model):
    """`BusinessStoreUpdateRequest` of the contract, only ever sent."""

    auto_expire_days: int | Unset = UNSET
    auto_other_income: str | Unset = UNSET
    blocked_message: str | Unset = UNSET
    capi_purchase_value_type: CapiPurchaseValueTypeOfBusinessStoreUpdateRequest | Unset = UNSET
    cod_purchase_triggers: list[str] | Unset = UNSET
    custom_domain_id: int | None | Unset = UNSET
    days_of_payment_processing: int | Unset = UNSET
    digital_only_complete_type: DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest | Unset = UNSET
    dynamic_other_income_cod_default_amount: float | Unset = UNSET
    dynamic_other_income_cod_default_percentage: float | Unset = UNSET
    dynamic_other_income_cod_type: DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest | Unset = UNSET
    dynamic_other_income_epayment_default_amount: float | Unset = UNSET
    dynamic_other_income_epayment_default_percentage: float | Unset = UNSET
    dynamic_other_income_epayment_type: DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest | Unset = UNSET
    email_notification_statuses: list[str] | Unset = UNSET
    email_reply_to_assignment: EmailReplyToAssignmentOfBusinessStoreUpdateRequest | Unset = UNSET
    email_reply_to_id: int | None | Unset = UNSET
    fixed_auto_other_income: float | Unset = UNSET
    greeting_message: str | Unset = UNSET
    inactivity_period: int | Unset = UNSET
    is_advanced_validation: bool | Unset = UNSET
    is_auto_expire: bool | Unset = UNSET
    is_courier_required: bool | Unset = UNSET
    is_customer_otp_required: bool | Unset = UNSET
    is_customer_spam_filter: bool | Unset = UNSET
    is_discount_editable: bool | Unset = UNSET
    is_dropshipping_allowed: bool | Unset = UNSET
    is_email_new_order: bool | Unset = UNSET
    is_email_notifications: bool | Unset = UNSET
    is_fuc_bundle_enabled: bool | Unset = UNSET
    is_fuc_product_enabled: bool | Unset = UNSET
    is_greeting_message_enabled: bool | Unset = UNSET
    is_ip_spam_filter: bool | Unset = UNSET
    is_manual_shipping_cost: bool | Unset = UNSET
    is_moota_enabled: bool | Unset = UNSET
    is_order_hard_filter: bool | Unset = UNSET
    is_postal_code: bool | Unset = UNSET
    is_public: bool | Unset = UNSET
    is_show_download_invoice: bool | Unset = UNSET
    is_show_whatsapp: bool | Unset = UNSET
    is_spam_filter: bool | Unset = UNSET
    is_transferproof_required: bool | Unset = UNSET
    is_unique_code: bool | Unset = UNSET
    is_use_waba: bool | Unset = UNSET
    is_whatsapp_link_download: bool | Unset = UNSET
    is_whatsapp_new_order: bool | Unset = UNSET
    is_whatsapp_payment_d1_fu: bool | Unset = UNSET
    is_whatsapp_payment_d2_fu: bool | Unset = UNSET
    is_whatsapp_payment_last_fu: bool | Unset = UNSET
    logo: str | None | Unset = UNSET
    max_per_ip: int | Unset = UNSET
    max_per_phone: int | Unset = UNSET
    max_unique_code_amount: float | Unset = UNSET
    min_address_length: int | Unset = UNSET
    min_name_length: int | Unset = UNSET
    name: str | Unset = UNSET
    non_cod_purchase_triggers: list[str] | Unset = UNSET
    other_income_name: str | Unset = UNSET
    postal_code_requirement: PostalCodeRequirementOfBusinessStoreUpdateRequest | Unset = UNSET
    store_courier_other_incomes: list[dict[str, Any]] | Unset = UNSET
    store_custom_audiences: list[dict[str, Any]] | Unset = UNSET
    store_method_other_incomes: list[dict[str, Any]] | Unset = UNSET
    store_sales_people: list[dict[str, Any]] | Unset = UNSET
    waba_account_id: int | None | Unset = UNSET
    warehouse_id: int | None | Unset = UNSET
    whatsapp_notification_statuses: list[str] | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "auto_expire_days": {"type": ["integer"]},
            "auto_other_income": {"type": ["string"]},
            "blocked_message": {"type": ["string"]},
            "capi_purchase_value_type": {
                "type": ["string"],
                "enum": ["adj_gross_revenue", "gross_revenue", "net_revenue"],
            },
            "cod_purchase_triggers": {"type": ["array"], "items": {"type": ["string"]}},
            "custom_domain_id": {"type": ["integer", "null"], "minimum": 1},
            "days_of_payment_processing": {"type": ["integer"]},
            "digital_only_complete_type": {"type": ["string"], "enum": ["auto", "manual", "when_settled"]},
            "dynamic_other_income_cod_default_amount": {"type": ["number"]},
            "dynamic_other_income_cod_default_percentage": {"type": ["number"]},
            "dynamic_other_income_cod_type": {"type": ["string"], "enum": ["fixed", "percentage"]},
            "dynamic_other_income_epayment_default_amount": {"type": ["number"]},
            "dynamic_other_income_epayment_default_percentage": {"type": ["number"]},
            "dynamic_other_income_epayment_type": {"type": ["string"], "enum": ["fixed", "percentage"]},
            "email_notification_statuses": {"type": ["array"], "items": {"type": ["string"]}},
            "email_reply_to_assignment": {"type": ["string"], "enum": ["fixed", "rotator"]},
            "email_reply_to_id": {"type": ["integer", "null"]},
            "fixed_auto_other_income": {"type": ["number"]},
            "greeting_message": {"type": ["string"]},
            "inactivity_period": {"type": ["integer"]},
            "is_advanced_validation": {"type": ["boolean"]},
            "is_auto_expire": {"type": ["boolean"]},
            "is_courier_required": {"type": ["boolean"]},
            "is_customer_otp_required": {"type": ["boolean"]},
            "is_customer_spam_filter": {"type": ["boolean"]},
            "is_discount_editable": {"type": ["boolean"]},
            "is_dropshipping_allowed": {"type": ["boolean"]},
            "is_email_new_order": {"type": ["boolean"]},
            "is_email_notifications": {"type": ["boolean"]},
            "is_fuc_bundle_enabled": {"type": ["boolean"]},
            "is_fuc_product_enabled": {"type": ["boolean"]},
            "is_greeting_message_enabled": {"type": ["boolean"]},
            "is_ip_spam_filter": {"type": ["boolean"]},
            "is_manual_shipping_cost": {"type": ["boolean"]},
            "is_moota_enabled": {"type": ["boolean"]},
            "is_order_hard_filter": {"type": ["boolean"]},
            "is_postal_code": {"type": ["boolean"]},
            "is_public": {"type": ["boolean"]},
            "is_show_download_invoice": {"type": ["boolean"]},
            "is_show_whatsapp": {"type": ["boolean"]},
            "is_spam_filter": {"type": ["boolean"]},
            "is_transferproof_required": {"type": ["boolean"]},
            "is_unique_code": {"type": ["boolean"]},
            "is_use_waba": {"type": ["boolean"]},
            "is_whatsapp_link_download": {"type": ["boolean"]},
            "is_whatsapp_new_order": {"type": ["boolean"]},
            "is_whatsapp_payment_d1_fu": {"type": ["boolean"]},
            "is_whatsapp_payment_d2_fu": {"type": ["boolean"]},
            "is_whatsapp_payment_last_fu": {"type": ["boolean"]},
            "logo": {"type": ["string", "null"]},
            "max_per_ip": {"type": ["integer"]},
            "max_per_phone": {"type": ["integer"]},
            "max_unique_code_amount": {"type": ["number"]},
            "min_address_length": {"type": ["integer"]},
            "min_name_length": {"type": ["integer"]},
            "name": {"type": ["string"]},
            "non_cod_purchase_triggers": {"type": ["array"], "items": {"type": ["string"]}},
            "other_income_name": {"type": ["string"]},
            "postal_code_requirement": {"type": ["string"], "enum": ["autofill", "manual"]},
            "store_courier_other_incomes": {"type": ["array"], "items": {"type": ["object"]}},
            "store_custom_audiences": {"type": ["array"], "items": {"type": ["object"]}},
            "store_method_other_incomes": {"type": ["array"], "items": {"type": ["object"]}},
            "store_sales_people": {"type": ["array"], "items": {"type": ["object"]}},
            "waba_account_id": {"type": ["integer", "null"]},
            "warehouse_id": {"type": ["integer", "null"]},
            "whatsapp_notification_statuses": {"type": ["array"], "items": {"type": ["string"]}},
        },
        "additionalProperties": False,
    }
