from typing import Literal, TypeAlias, get_args

FieldOfBulkUpdateProductVariantPricesRequest: TypeAlias = Literal["price", "weight"]

#: The values that the contract knows.
FIELD_OF_BULK_UPDATE_PRODUCT_VARIANT_PRICES_REQUEST_VALUES: tuple[FieldOfBulkUpdateProductVariantPricesRequest, ...] = (
    get_args(FieldOfBulkUpdateProductVariantPricesRequest)
)
