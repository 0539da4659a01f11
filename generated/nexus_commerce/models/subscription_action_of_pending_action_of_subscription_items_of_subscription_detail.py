from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .action_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .execution_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .status_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )


class SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail(Model):
    """`SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail` of the contract, as it is received."""

    action_type: (
        ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset
    ) = UNSET
    completed_at: dt.datetime | str | None | Unset = date_time("completed_at", default=UNSET)
    confirmed_at: dt.datetime | str | None | Unset = date_time("confirmed_at", default=UNSET)
    created_by: dict[str, Any] | None | Unset = UNSET
    execution_type: (
        ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset
    ) = UNSET
    id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    next_variant_config: dict[str, Any] | None | Unset = UNSET
    order_id: str | None | Unset = UNSET
    status: StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail | str | None | Unset = (
        UNSET
    )
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
