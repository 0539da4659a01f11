from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_store_of_order import BusinessOfStoreOfOrder
    from .capi_purchase_value_type_of_store_of_order import CapiPurchaseValueTypeOfStoreOfOrder
    from .cod_purchase_triggers_of_store_of_order import CodPurchaseTriggersOfStoreOfOrder
    from .dynamic_other_income_cod_type_of_store_of_order import DynamicOtherIncomeCodTypeOfStoreOfOrder
    from .dynamic_other_income_epayment_type_of_store_of_order import DynamicOtherIncomeEpaymentTypeOfStoreOfOrder
    from .non_cod_purchase_triggers_of_store_of_order import NonCodPurchaseTriggersOfStoreOfOrder
    from .postal_code_requirement_of_store_of_order import PostalCodeRequirementOfStoreOfOrder
    from .store_courier_other_incomes_of_store_of_order import StoreCourierOtherIncomesOfStoreOfOrder
    from .store_method_other_incomes_of_store_of_order import StoreMethodOtherIncomesOfStoreOfOrder


class StoreOfOrder(Model):
    """`StoreOfOrder` of the contract, as it is received."""

    auto_expire_days: int | str | None | Unset = UNSET
    auto_other_income: bool | None | Unset = UNSET
    business: BusinessOfStoreOfOrder | None | Unset = UNSET
    capi_purchase_value_type: CapiPurchaseValueTypeOfStoreOfOrder | str | None | Unset = UNSET
    chatbot_system_prompt: str | None | Unset = UNSET
    cod_purchase_triggers: list[CodPurchaseTriggersOfStoreOfOrder | str] | None | Unset = UNSET
    dynamic_other_income_cod_default_amount: float | str | None | Unset = UNSET
    dynamic_other_income_cod_default_percentage: float | str | None | Unset = UNSET
    dynamic_other_income_cod_type: DynamicOtherIncomeCodTypeOfStoreOfOrder | str | None | Unset = UNSET
    dynamic_other_income_epayment_default_amount: float | str | None | Unset = UNSET
    dynamic_other_income_epayment_default_percentage: float | str | None | Unset = UNSET
    dynamic_other_income_epayment_type: DynamicOtherIncomeEpaymentTypeOfStoreOfOrder | str | None | Unset = UNSET
    fixed_auto_other_income: bool | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_active: bool | None | Unset = UNSET
    is_auto_expire: bool | None | Unset = UNSET
    is_discount_editable: bool | None | Unset = UNSET
    is_dropshipping_allowed: bool | None | Unset = UNSET
    is_moota_enabled: bool | None | Unset = UNSET
    is_postal_code: bool | None | Unset = UNSET
    is_transferproof_required: bool | None | Unset = UNSET
    is_unique_code: bool | None | Unset = UNSET
    is_use_waba: bool | None | Unset = UNSET
    max_unique_code_amount: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    non_cod_purchase_triggers: list[NonCodPurchaseTriggersOfStoreOfOrder | str] | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    postal_code_requirement: PostalCodeRequirementOfStoreOfOrder | str | None | Unset = UNSET
    store_courier_other_incomes: list[StoreCourierOtherIncomesOfStoreOfOrder] | None | Unset = UNSET
    store_method_other_incomes: list[StoreMethodOtherIncomesOfStoreOfOrder] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET

    _nested = {
        "business": "BusinessOfStoreOfOrder",
        "store_courier_other_incomes": ["StoreCourierOtherIncomesOfStoreOfOrder"],
        "store_method_other_incomes": ["StoreMethodOtherIncomesOfStoreOfOrder"],
    }
