from typing import Literal, TypeAlias, get_args

CurrencyOfSubscriptionItemsOfSubscription2: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_2_VALUES: tuple[CurrencyOfSubscriptionItemsOfSubscription2, ...] = (
    get_args(CurrencyOfSubscriptionItemsOfSubscription2)
)
