from typing import Literal, TypeAlias, get_args

TypeParameterOfListKwaiStandardEvents: TypeAlias = Literal["client", "server"]

#: The values that the contract knows.
TYPE_PARAMETER_OF_LIST_KWAI_STANDARD_EVENTS_VALUES: tuple[TypeParameterOfListKwaiStandardEvents, ...] = get_args(
    TypeParameterOfListKwaiStandardEvents
)
