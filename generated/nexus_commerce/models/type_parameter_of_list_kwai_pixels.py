from typing import Literal, TypeAlias, get_args

TypeParameterOfListKwaiPixels: TypeAlias = Literal["client", "server"]

#: The values that the contract knows.
TYPE_PARAMETER_OF_LIST_KWAI_PIXELS_VALUES: tuple[TypeParameterOfListKwaiPixels, ...] = get_args(
    TypeParameterOfListKwaiPixels
)
