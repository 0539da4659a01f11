from typing import Literal, TypeAlias, get_args

PaymentMethodOfOrder: TypeAlias = Literal[
    "alfamart",
    "bank_transfer",
    "card",
    "cod",
    "dana",
    "gopay",
    "invoice",
    "linkaja",
    "marketplace",
    "no_payment",
    "ovo",
    "payment_link",
    "qris",
    "shopeepay",
    "va_artajasa",
    "va_artha_graha",
    "va_bca",
    "va_bjb",
    "va_bnc",
    "va_bni",
    "va_bri",
    "va_bsi",
    "va_btn",
    "va_cimb",
    "va_danamon",
    "va_mandiri",
    "va_maybank",
    "va_muamalat",
    "va_ocbc",
    "va_permata",
    "va_sahabat_sampoerna",
]

#: The values that the contract knows.
PAYMENT_METHOD_OF_ORDER_VALUES: tuple[PaymentMethodOfOrder, ...] = get_args(PaymentMethodOfOrder)
