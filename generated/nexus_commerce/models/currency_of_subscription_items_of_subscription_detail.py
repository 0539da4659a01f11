from typing import Literal, TypeAlias, get_args

CurrencyOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    CurrencyOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(CurrencyOfSubscriptionItemsOfSubscriptionDetail)
