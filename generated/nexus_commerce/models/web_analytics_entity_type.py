from typing import Literal, TypeAlias, get_args

WebAnalyticsEntityType: TypeAlias = Literal[
    "bundle_price_option",
    "cart",
    "checkout",
    "landing_page",
    "order_detail",
    "order_invoice",
    "order_success",
    "payment_link",
    "product",
    "store_home",
]

#: The values that the contract knows.
WEB_ANALYTICS_ENTITY_TYPE_VALUES: tuple[WebAnalyticsEntityType, ...] = get_args(WebAnalyticsEntityType)
