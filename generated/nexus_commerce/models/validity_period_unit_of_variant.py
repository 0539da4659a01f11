from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariant: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANT_VALUES: tuple[ValidityPeriodUnitOfVariant, ...] = get_args(ValidityPeriodUnitOfVariant)
