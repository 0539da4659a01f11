"""Which facade method calls which operation of the contract, what it sends, and what it reads of the answer.

`sends` names arguments and body fields beyond the store's id and the identity headers; `reads` names the answer's
fields that the facade itself interprets. What is not in `reads` is handed on in the typed answer, untouched. A test
holds the table against the pinned contract and against what the methods really send; `docs/coverage.md` is written
from it.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ELSEWHERE", "ROWS", "Row"]

_PAGING = ("page_size", "next_cursor", "previous_cursor")
_PAGE = ("data", "has_next", "has_previous", "next_cursor", "previous_cursor", "page_size")
_CART = ("id", "item_count", "items", "total")
_ITEM = ("type", "variant_id", "bundle_price_option_id", "quantity")
_ADDRESS = ("name", "phone", "email", "location_id", "address", "postal_code", "notes")
_INTENT = ("fields", "items", "attribution", "source_url", "cart_id")
_SHIPPING = (
    "courier_service_id",
    "warehouse_unique_id",
    "courier_aggregator_code",
    "payment_method",
    "discount_code_code",
)
_SUMMARY = ("product_price", "shipping_cost", "other_income", "other_income_name", "service_fee", "gross_revenue")
_ORDER = ("secret_slug", "order_id", "redirect_url", "public_order_url", "gross_revenue")
_PAYMENT = ("payment_method", "pg_payment_info", "payment_status", "status")
_EVENT = ("event_source_url", "referrer_url", "events", "variants", "bundle_price_options")
_TOKENS = ("access", "refresh", "expires_in", "refresh_expires_in")


class Row(NamedTuple):
    method: str
    """On the shop, as `group.method`."""
    operation_id: str
    sends: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


ROWS: tuple[Row, ...] = (
    # Catalogue
    Row("catalog.count", "countStorefrontItems", (), ("total",)),
    Row("catalog.items", "listStorefrontItems", _PAGING, _PAGE),
    Row("catalog.product", "getStorefrontProduct", ("slug",)),
    Row("catalog.bundle", "getStorefrontBundlePriceOption", ("slug",)),
    Row("catalog.categories", "listStorefrontCategories", (), ("data",)),
    Row("catalog.offers", "getStorefrontVariantPricing", ("ids",), ("data",)),
    Row("catalog.availability", "getStorefrontVariantAvailability", ("variant_id",)),
    # Locations
    Row("locations.provinces", "listStorefrontLocationProvinces", ("search",), ("data",)),
    Row("locations.cities", "listStorefrontLocationCities", ("province_id", "search"), ("data",)),
    Row("locations.subdistricts", "listStorefrontLocationSubdistricts", ("city_id", "search", *_PAGING), _PAGE),
    Row("locations.postal_codes", "listStorefrontLocationPostalCodes", ("location_id", "search"), ("data",)),
    Row("locations.search", "searchStorefrontLocations", ("search", *_PAGING), _PAGE),
    # Cart: a guest's or a customer's, by the same methods
    Row("cart.get", "getGuestCart", (), _CART),
    Row("cart.add", "addGuestCartItem", _ITEM, _CART),
    Row("cart.change", "updateGuestCartItem", ("item_id", "quantity"), _CART),
    Row("cart.remove", "removeGuestCartItem", ("item_id",), _CART),
    Row("cart.get", "getCustomerCart", (), _CART),
    Row("cart.add", "addCustomerCartItem", _ITEM, _CART),
    Row("cart.change", "updateCustomerCartItem", ("item_id", "quantity"), _CART),
    Row("cart.remove", "removeCustomerCartItem", ("item_id",), _CART),
    # Orders
    Row("orders.get", "getStorefrontPublicOrder", ("secret_slug",)),
    Row(
        "orders.update",
        "updateStorefrontPublicOrder",
        (
            "secret_slug",
            "notes",
            "transferproof_url",
            "transfer_time",
            "financial_entity_id",
            "payment_account",
            "payment_account_holder",
            "payment_account_number",
        ),
    ),
    Row("orders.mine", "listCustomerOrders", _PAGING, _PAGE),
    Row("orders.get_mine", "getCustomerOrder", ("id",)),
    Row("orders.create_payment", "createStorefrontPublicOrderPayment", ("secret_slug",), _PAYMENT),
    Row("orders.instructions", "createStorefrontPublicOrderPayment", ("secret_slug",), _PAYMENT),
    Row("orders.instructions", "getStorefrontPublicOrder", ("secret_slug",), _PAYMENT),
    Row("orders.watch", "getStorefrontPublicOrder", ("secret_slug",), ("payment_status", "paid_time", "status")),
    Row(
        "orders.send_proof",
        "createStorefrontPublicOrderTransferProofUpload",
        ("secret_slug", "filename", "content_type", "content_length"),
        ("upload_url", "file_url"),
    ),
    Row("orders.send_proof", "updateStorefrontPublicOrder", ("secret_slug", "transferproof_url", "transfer_time")),
    Row("orders.send_proof", "getStorefrontPublicOrder", ("secret_slug",), ("transferproof_url",)),
    # Checkout: a guest's or a customer's, by the same methods
    Row("checkout.payment_methods", "listStorefrontPaymentMethods", (), ("data",)),
    Row("checkout.my_payment_methods", "listCheckoutPaymentMethods"),
    Row("checkout.my_addresses", "listCheckoutAddresses", (), ("data",)),
    Row(
        "checkout.Checkout.shipping_options",
        "listPublicCheckoutShippingOptions",
        ("items", "destination", "payment_method"),
        ("data",),
    ),
    Row(
        "checkout.Checkout.shipping_options",
        "listCheckoutShippingOptions",
        ("items", "cart_id", "location_id", "postal_code", "payment_method"),
        ("data",),
    ),
    Row("checkout.Checkout.shipping_options", "getGuestCart", (), _CART[:3]),
    Row("checkout.Checkout.shipping_options", "getCustomerCart", (), _CART[:3]),
    Row("checkout.Checkout.quote", "getPublicCheckoutSummary", ("items", "destination", *_SHIPPING), _SUMMARY),
    Row(
        "checkout.Checkout.quote",
        "getCheckoutSummary",
        ("items", "cart_id", "location_id", "postal_code", *_SHIPPING),
        _SUMMARY,
    ),
    Row("checkout.Checkout.quote", "getGuestCart", (), _CART[:3]),
    Row("checkout.Checkout.quote", "getCustomerCart", (), _CART[:3]),
    Row("checkout.Checkout.place", "getGuestCart", (), _CART[:3]),
    Row("checkout.Checkout.place", "addGuestCartItem", _ITEM, _CART[:3]),
    Row(
        "checkout.Checkout.place",
        "createPublicCheckout",
        (
            "items",
            "customer_name",
            "customer_email",
            "customer_phone",
            "shipping_address",
            "shipping_province",
            "shipping_city",
            "shipping_subdistrict",
            "shipping_postal_code",
            "shipping_location_id",
            *_SHIPPING,
            "notes",
            "checkout_intent_token",
        ),
        _ORDER,
    ),
    Row("checkout.Checkout.place", "getCustomerCart", (), _CART[:3]),
    Row("checkout.Checkout.place", "listCustomerOrders", (), ("data", "has_next")),
    Row(
        "checkout.Checkout.place",
        "createCustomerCheckout",
        (
            "items",
            "cart_id",
            "address_id",
            "address",
            "location_id",
            "postal_code",
            *_SHIPPING,
            "notes",
            "checkout_intent_token",
        ),
        _ORDER,
    ),
    Row("checkout.resume", "getGuestCart", (), _CART[:3]),
    Row("checkout.resume", "getCustomerCart", (), _CART[:3]),
    Row("checkout.resume", "listCustomerOrders", (), ("data", "has_next")),
    Row("checkout.resume", "getStorefrontPublicOrder", ("secret_slug",), _ORDER),
    # Conversion events
    Row("events.post", "sendStorefrontMetaConversionEvent", (*_EVENT, "user_data")),
    Row("events.post", "sendStorefrontTiktokConversionEvent", (*_EVENT, "user")),
    Row("events.post", "sendStorefrontSnackVideoConversionEvent", (*_EVENT, "click_id")),
    Row("events.resolve", "listStorefrontItems", ("page_size", "next_cursor"), (*_PAGE[:2], "next_cursor")),
    Row("events.resolve", "getStorefrontProduct", ("slug",), ("name", "taxonomy", "item_type", "variants")),
    Row("events.resolve", "getStorefrontBundlePriceOption", ("slug",), ("bundle_price_option_id", "name", "price")),
    # Sign-in
    Row("auth.login", "loginCustomer", ("email", "password", "login_as"), (*_TOKENS, "message")),
    Row("auth.login", "mergeGuestCart"),
    Row("auth.verify_otp", "verifyCustomerOtp", ("email", "otp", "login_as"), _TOKENS),
    Row("auth.logout", "blacklistCustomerJwt", ("tokens",)),
    Row("auth.request_password_reset", "startCustomerPasswordReset", ("email",)),
    Row("auth.save_password", "saveCustomerPassword", ("token", "password")),
    Row("(every customer's route)", "refreshCustomerJwt", ("refresh",), _TOKENS),
    # Account
    Row("account.profile", "getCustomerMe"),
    Row("account.update", "updateCustomerMe", ("name", "phone", "date_of_birth", "sex", "is_unsubscribe")),
    Row("account.set_password", "setCustomerPassword", ("password",)),
    Row("account.addresses", "listCustomerMeAddresses", _PAGING, _PAGE),
    Row("account.address", "getCustomerMeAddress", ("address_id",)),
    Row("account.add_address", "createCustomerMeAddress", _ADDRESS),
    Row("account.update_address", "updateCustomerMeAddress", ("address_id", *_ADDRESS)),
    Row("account.remove_address", "deleteCustomerMeAddress", ("address_id",)),
    # Subscriptions
    Row("subscriptions.all", "listCustomerSubscriptions", ("status", *_PAGING), _PAGE),
    Row("subscriptions.get", "getCustomerSubscription", ("id",)),
    Row("subscriptions.cancel", "cancelCustomerSubscription", ("id",)),
    Row("subscriptions.resume", "resumeCustomerSubscription", ("id",)),
    Row("subscriptions.upgrade_options", "listSubscriptionUpgradeOptions", ("id",), ("data",)),
    Row("subscriptions.upgrade", "upgradeSubscriptionItem", ("id", "variant_id")),
    Row("subscriptions.downgrade_options", "listSubscriptionDowngradeOptions", ("id",), ("data",)),
    Row("subscriptions.downgrade", "downgradeSubscriptionItem", ("id", "variant_id")),
    # Courses
    Row("courses.get", "getCustomerVariantCourse", ("uuid",)),
    Row("courses.section", "getCustomerCourseSection", ("uuid",)),
    Row("courses.content", "getCustomerCourseContent", ("uuid",)),
    Row("courses.set_progress", "updateCustomerCourseContentProgress", ("uuid", "progress")),
    # Discounts
    Row(
        "discounts.check",
        "checkDiscountCode",
        (
            "code",
            "items",
            "destination",
            "courier_service_id",
            "warehouse_unique_id",
            "courier_aggregator_code",
            "payment_method",
            "net_product_price",
            "gross_revenue",
            "shipping_cost",
        ),
        ("discount_code", "is_eligible", "discount_code_discount", "eligibility_details"),
    ),
    # Checkout intents, the buyer's half
    Row(
        "intents.start",
        "createStorefrontCheckoutIntent",
        ("form_widget_id", "recaptcha_token", "client_session_id", "checkout_intent_prefill_token", *_INTENT),
        ("id", "checkout_intent_token", "last_sequence"),
    ),
    Row(
        "intents.CheckoutIntent.save",
        "updateStorefrontCheckoutIntent",
        ("checkout_intent_id", "X-Scalev-Checkout-Intent-Token", "sequence", *_INTENT),
    ),
    Row("intents.prefill", "getCheckoutIntentPrefill", ("checkout_intent_prefill_token",)),
)

ELSEWHERE: dict[str, str] = {
    "createPageCheckoutIntent": "landing pages have a key of their own",
    "updatePageCheckoutIntent": "landing pages have a key of their own",
    "listCheckoutIntents": "the merchant's half, with a business credential",
    "getCheckoutIntent": "the merchant's half, with a business credential",
    "sendCheckoutIntentFollowUpEmail": "the merchant's half, with a business credential",
    "listDiscountCodes": "the merchant's half, with a business credential",
    "createDiscountCode": "the merchant's half, with a business credential",
    "getDiscountCode": "the merchant's half, with a business credential",
    "updateDiscountCode": "the merchant's half, with a business credential",
    "deleteDiscountCode": "the merchant's half, with a business credential",
}
"""Operations of the same tags that no facade method calls, and why; `shop.api` reaches them."""
