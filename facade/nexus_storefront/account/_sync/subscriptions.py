# Rendered from facade/nexus_storefront/account/_async/subscriptions.py by scripts/unasync.py; edit that file.
"""The signed-in customer's subscriptions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from nexus_commerce.api import customer_subscriptions as api

from ...answer_fields import models_of
from ...arguments import opaque, whole
from ...transport._sync.listing import Group, Listing

if TYPE_CHECKING:
    from nexus_commerce import models

T = TypeVar("T")


class Subscriptions(Group):
    """Reading, cancelling, resuming and changing subscriptions. Needs a signed-in customer, else `NotSignedIn`.

    A subscription has items; upgrades and downgrades are per item: read the options first, then confirm one of them.
    An option says what it costs per period (`price`, `interval_count`, `interval`), not what is due until then, nor
    when it begins. The answer to the confirmation does, in the item's `pending_action`: `execution_type` (`immediate`,
    `at_period_end`, `scheduled`), `status`, and `order_id` where there is an order to pay; none is left of a change
    that is done already. `current_period_end` is when the period ends.
    """

    def all(
        self,
        *,
        status: models.StatusParameterOfListCustomerSubscriptions | str | None = None,
        page_size: int | None = None,
    ) -> Listing[models.Subscription]:
        """The subscriptions (listCustomerSubscriptions).

        `status` is `unactivated`, `active`, `canceled`, `expired` or `failed`; `page_size` is at most 25.
        """
        narrowed: dict[str, Any] = {} if status is None else {"status": opaque("status", status)}
        return self._listing(api.list_customer_subscriptions.sync, page_size, most=25, **narrowed)

    def get(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """One subscription with its items (getCustomerSubscription)."""
        return self._of(api.get_customer_subscription.sync, "subscription_id", subscription_id)

    def cancel(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """Cancel (cancelCustomerSubscription); `is_cancel_at_period_end` if it runs until `current_period_end`."""
        return self._of(api.cancel_customer_subscription.sync, "subscription_id", subscription_id)

    def resume(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """Take back a cancellation (resumeCustomerSubscription)."""
        return self._of(api.resume_customer_subscription.sync, "subscription_id", subscription_id)

    def upgrade_options(self, item_id: int | str) -> list[models.VariantSubscription]:
        """What a subscription item can be upgraded to, with prices (listSubscriptionUpgradeOptions)."""
        answer = self._of(api.list_subscription_upgrade_options.sync, "item_id", item_id)
        return models_of(answer.data)

    def upgrade(self, item_id: int | str, variant_id: int | str) -> models.SubscriptionDetail:
        """Upgrade a subscription item to one of its options (upgradeSubscriptionItem). Never sent twice."""
        return self._move(api.upgrade_subscription_item.sync, item_id, variant_id)

    def downgrade_options(self, item_id: int | str) -> list[models.VariantSubscription]:
        """What a subscription item can be downgraded to, with prices (listSubscriptionDowngradeOptions)."""
        answer = self._of(api.list_subscription_downgrade_options.sync, "item_id", item_id)
        return models_of(answer.data)

    def downgrade(self, item_id: int | str, variant_id: int | str) -> models.SubscriptionDetail:
        """Downgrade a subscription item to one of its options (downgradeSubscriptionItem). Never sent twice."""
        return self._move(api.downgrade_subscription_item.sync, item_id, variant_id)

    def _move(self, operation: Callable[..., T], item_id: int | str, variant_id: int | str) -> T:
        return self._of(operation, "item_id", item_id, body={"variant_id": whole("variant_id", variant_id)})
