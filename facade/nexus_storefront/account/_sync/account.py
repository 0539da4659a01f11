# Rendered from facade/nexus_storefront/account/_async/account.py by scripts/unasync.py; edit that file.
"""The signed-in customer's profile and addresses, subscriptions and courses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from nexus_commerce.api import customer_account as api, customer_courses as courses, customer_subscriptions as plans
from nexus_commerce.types import UNSET, Unset

from ...answer_fields import models_of
from ...arguments import Reads, changes, flag, given, identifier, number, opaque, phone, prose, secret, typed, whole
from ...errors import Forbidden, InvalidInput, NotEntitled, NotFound
from ...redact import hidden
from ...transport._sync.listing import Group, Listing

if TYPE_CHECKING:
    from nexus_commerce import models

T = TypeVar("T")


class Account(Group):
    """Profile, password and addresses of the customer. Needs a signed-in customer, else `NotSignedIn`.

    What is not given to an update, or is `UNSET` (`nexus_commerce.types`), stays as it is; None or an empty text
    clears, where the contract has a way to.
    """

    def profile(self) -> models.CustomerProfileResponse:
        """The customer, and the store they belong to (getCustomerMe)."""
        return self._call(api.get_customer_me.sync)

    def update(
        self,
        *,
        name: str | Unset = UNSET,
        phone: str | Unset | None = UNSET,
        date_of_birth: date | str | Unset = UNSET,
        sex: str | Unset | None = UNSET,
        is_unsubscribe: bool | Unset = UNSET,
    ) -> models.CustomerProfileUpdateResponse:
        """Change the profile (updateCustomerMe).

        `date_of_birth` is a `date` or ISO 8601 text, e.g. `2000-01-31`; `sex` a text, of which the contract names no
        values. `phone` and `sex` can be cleared, which sends an empty text.
        """
        body = changes(
            {
                "name": name,
                "phone": phone,
                "date_of_birth": date_of_birth,
                "sex": sex,
                "is_unsubscribe": is_unsubscribe,
            },
            _PROFILE,
            cleared={"phone": "", "sex": ""},
        )
        return self._call(api.update_customer_me.sync, body=body)

    def set_password(self, password: str) -> models.CustomerPasswordUpdateResponse:
        """Set a new password (setCustomerPassword), 1 to 1024 characters. Raises `BadRequest` for one that the service
        will not take."""
        password = hidden(password)
        return self._call(api.set_customer_password.sync, body={"password": secret("password", password)})

    def addresses(self, *, page_size: int | None = None) -> Listing[models.CustomerAddress]:
        """The saved addresses (listCustomerMeAddresses), fetched page by page as they are read."""
        return self._listing(api.list_customer_me_addresses.sync, page_size)

    def address(self, address_id: str | int) -> models.CustomerAddress:
        """One saved address (getCustomerMeAddress). Raises `NotFound` if there is none."""
        return self._of(api.get_customer_me_address.sync, "address_id", address_id)

    def add_address(
        self,
        *,
        name: str,
        phone: str,
        address: str,
        location_id: int | str,
        postal_code: str | None = None,
        email: str | None = None,
        notes: str | None = None,
    ) -> models.CustomerAddress:
        """Save an address (createCustomerMeAddress). Never sent twice."""
        body = {
            "name": prose("name", name),
            "phone": _phone("phone", phone),
            "address": prose("address", address),
            "location_id": whole("location_id", location_id),
            **given({"postal_code": postal_code, "email": email, "notes": notes}, _ADDRESS),
        }
        return self._call(api.create_customer_me_address.sync, body=body)

    def update_address(
        self,
        address_id: str | int,
        *,
        name: str | Unset = UNSET,
        phone: str | Unset = UNSET,
        address: str | Unset = UNSET,
        location_id: int | str | Unset = UNSET,
        postal_code: str | Unset = UNSET,
        email: str | Unset = UNSET,
        notes: str | Unset | None = UNSET,
    ) -> models.CustomerAddress:
        """Change a saved address (updateCustomerMeAddress).

        `notes` can be cleared, which sends an empty text. An `email` cannot: the contract takes only a full one.
        """
        body = changes(
            {
                "name": name,
                "phone": phone,
                "address": address,
                "location_id": location_id,
                "postal_code": postal_code,
                "email": email,
                "notes": notes,
            },
            _ADDRESS,
            cleared={"notes": ""},
        )
        return self._of(api.update_customer_me_address.sync, "address_id", address_id, body=body)

    def remove_address(self, address_id: str | int) -> None:
        """Delete a saved address (deleteCustomerMeAddress). Raises `NotFound` if there is none."""
        self._of(api.delete_customer_me_address.sync, "address_id", address_id)


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
        return self._listing(plans.list_customer_subscriptions.sync, page_size, most=25, **narrowed)

    def get(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """One subscription with its items (getCustomerSubscription)."""
        return self._of(plans.get_customer_subscription.sync, "subscription_id", subscription_id)

    def cancel(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """Cancel a subscription (cancelCustomerSubscription). In the answer, `is_cancel_at_period_end` says that it
        runs until `current_period_end`."""
        return self._of(plans.cancel_customer_subscription.sync, "subscription_id", subscription_id)

    def resume(self, subscription_id: int | str) -> models.SubscriptionDetail:
        """Take back a cancellation (resumeCustomerSubscription)."""
        return self._of(plans.resume_customer_subscription.sync, "subscription_id", subscription_id)

    def upgrade_options(self, item_id: int | str) -> list[models.VariantSubscription]:
        """What a subscription item can be upgraded to, with prices (listSubscriptionUpgradeOptions)."""
        answer = self._of(plans.list_subscription_upgrade_options.sync, "item_id", item_id)
        return models_of(answer.data)

    def upgrade(self, item_id: int | str, variant_id: int | str) -> models.SubscriptionDetail:
        """Upgrade a subscription item to one of its options (upgradeSubscriptionItem). Never sent twice."""
        return self._move(plans.upgrade_subscription_item.sync, item_id, variant_id)

    def downgrade_options(self, item_id: int | str) -> list[models.VariantSubscription]:
        """What a subscription item can be downgraded to, with prices (listSubscriptionDowngradeOptions)."""
        answer = self._of(plans.list_subscription_downgrade_options.sync, "item_id", item_id)
        return models_of(answer.data)

    def downgrade(self, item_id: int | str, variant_id: int | str) -> models.SubscriptionDetail:
        """Downgrade a subscription item to one of its options (downgradeSubscriptionItem). Never sent twice."""
        return self._move(plans.downgrade_subscription_item.sync, item_id, variant_id)

    def _move(self, operation: Callable[..., T], item_id: int | str, variant_id: int | str) -> T:
        return self._of(operation, "item_id", item_id, body={"variant_id": whole("variant_id", variant_id)})


class Courses(Group):
    """Access to the courses that the customer has bought, and progress in them. Needs a signed-in customer, else
    `NotSignedIn`.

    For a course that was not bought the service answers 403, or the same 404 as for one that does not exist. Both
    raise `NotEntitled`; its `certain` is true for a 403 in the service's own words only, since a 404 says less, and
    what is in front of the service refuses too.
    """

    def get(self, variant_uuid: int | str) -> models.CustomerCourseAccessResponse:
        """A course with its sections, by the variant's uuid (getCustomerVariantCourse)."""
        return self._entitled(courses.get_customer_variant_course.sync, "variant_uuid", variant_uuid)

    def section(self, uuid: int | str) -> models.CustomerCourseSection:
        """A section with its contents (getCustomerCourseSection)."""
        return self._entitled(courses.get_customer_course_section.sync, "uuid", uuid)

    def content(self, uuid: int | str) -> models.CustomerCourseContent:
        """One lesson (getCustomerCourseContent)."""
        return self._entitled(courses.get_customer_course_content.sync, "uuid", uuid)

    def set_progress(self, uuid: int | str, percent: float) -> models.CustomerCourseProgressUpdateResponse:
        """Save how far the customer is in a lesson, 0 to 100 percent (updateCustomerCourseContentProgress)."""
        body = {"progress": number("percent", percent, most=100)}
        return self._entitled(courses.update_customer_course_content_progress.sync, "uuid", uuid, body=body)

    def _entitled(self, operation: Callable[..., T], name: str, uuid: int | str, **more: object) -> T:
        uuid = identifier(name, uuid)
        try:
            return self._call(operation, uuid, **more)
        except (Forbidden, NotFound) as error:
            if isinstance(error, NotFound) and error.message.lower().startswith("store"):
                raise  # the store or the key is wrong, which says nothing about the course
            refused = error
        raise NotEntitled.from_refusal(refused)


# The service names no limit for a phone number here.
_phone = partial(phone, limit=200)


def _day(name: str, value: object) -> str:
    with suppress(ValueError):
        value = date.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(value, date):
        raise InvalidInput(f"{name} must be a date or ISO 8601 text, as 2000-01-31")
    return value.isoformat()[:10]


_PROFILE: Reads = {"phone": _phone, "date_of_birth": _day, "is_unsubscribe": flag}
_ADDRESS: Reads = {"phone": _phone, "location_id": whole, "postal_code": typed, "email": typed}
