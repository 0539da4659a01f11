# Rendered from facade/nexus_storefront/account/_async/subscriptions.py by scripts/unasync.py; edit that file.
"""The signed-in customer's subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...arguments import identifier, opaque, whole
from ...transport._sync.listing import Listing

if TYPE_CHECKING:
    from nexus_commerce.models import (
        StatusParameterOfListCustomerSubscriptions,
        Subscription,
        Subscription2,
        VariantSubscription,
    )

    from ...transport._sync.core import Core


__all__ = ["Subscriptions"]


class Subscriptions:
    """Reading, cancelling, resuming and changing subscriptions. Needs a signed-in customer, else `NotSignedIn`.

    A subscription has items; upgrades and downgrades are per item: read the options first, then confirm one of them.
    An option says what it costs per period (`price`, `interval_count`, `interval`), not what is due until then, nor
    when it begins. The answer to the confirmation does, in the item's `pending_action`: `execution_type` (`immediate`,
    `at_period_end`, `scheduled`), `status`, and `order_id` where there is an order to pay; none is left of a change
    that is done already. `current_period_end` is when the period ends.
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    def all(
        self, *, status: StatusParameterOfListCustomerSubscriptions | None = None, page_size: int | None = None
    ) -> Listing[Subscription]:
        """The subscriptions (listCustomerSubscriptions).

        `status` is `unactivated`, `active`, `canceled`, `expired` or `failed`; `page_size` is at most 25.
        """
        from nexus_commerce.api.customer_subscriptions import list_customer_subscriptions

        core = self._core
        narrowed: dict[str, Any] = {} if status is None else {"status": opaque("status", status)}

        def fetch(query: dict[str, Any]) -> object:
            return list_customer_subscriptions.sync(core.store_id, client=core.api, **narrowed, **query)

        return Listing(fetch, page_size, most=25)

    def get(self, subscription_id: str) -> Subscription2:
        """One subscription with its items (getCustomerSubscription)."""
        from nexus_commerce.api.customer_subscriptions import get_customer_subscription

        core = self._core
        return get_customer_subscription.sync(
            core.store_id,
            identifier("subscription_id", subscription_id),
            client=core.api,
        )

    def cancel(self, subscription_id: str) -> Subscription2:
        """Cancel (cancelCustomerSubscription); `is_cancel_at_period_end` if it runs until `current_period_end`."""
        from nexus_commerce.api.customer_subscriptions import cancel_customer_subscription

        core = self._core
        return cancel_customer_subscription.sync(
            core.store_id,
            identifier("subscription_id", subscription_id),
            client=core.api,
        )

    def resume(self, subscription_id: str) -> Subscription2:
        """Take back a cancellation (resumeCustomerSubscription)."""
        from nexus_commerce.api.customer_subscriptions import resume_customer_subscription

        core = self._core
        return resume_customer_subscription.sync(
            core.store_id,
            identifier("subscription_id", subscription_id),
            client=core.api,
        )

    def upgrade_options(self, item_id: str) -> list[VariantSubscription]:
        """What a subscription item can be upgraded to, with prices (listSubscriptionUpgradeOptions)."""
        from nexus_commerce.api.customer_subscriptions import list_subscription_upgrade_options

        core = self._core
        answer = list_subscription_upgrade_options.sync(
            core.store_id, identifier("item_id", item_id), client=core.api
        )
        return answer.data or []

    def upgrade(self, item_id: str, variant_id: int | str) -> Subscription2:
        """Upgrade a subscription item to one of its options (upgradeSubscriptionItem). Never sent twice."""
        from nexus_commerce.api.customer_subscriptions import upgrade_subscription_item

        core = self._core
        return upgrade_subscription_item.sync(
            core.store_id,
            identifier("item_id", item_id),
            client=core.api,
            body={"variant_id": whole("variant_id", variant_id)},
        )

    def downgrade_options(self, item_id: str) -> list[VariantSubscription]:
        """What a subscription item can be downgraded to, with prices (listSubscriptionDowngradeOptions)."""
        from nexus_commerce.api.customer_subscriptions import list_subscription_downgrade_options

        core = self._core
        answer = list_subscription_downgrade_options.sync(
            core.store_id,
            identifier("item_id", item_id),
            client=core.api,
        )
        return answer.data or []

    def downgrade(self, item_id: str, variant_id: int | str) -> Subscription2:
        """Downgrade a subscription item to one of its options (downgradeSubscriptionItem). Never sent twice."""
        from nexus_commerce.api.customer_subscriptions import downgrade_subscription_item

        core = self._core
        return downgrade_subscription_item.sync(
            core.store_id,
            identifier("item_id", item_id),
            client=core.api,
            body={"variant_id": whole("variant_id", variant_id)},
        )
