from typing import Literal, TypeAlias, get_args

ParameterOfWabaSendMode: TypeAlias = Literal["mock"]

#: The values that the contract knows.
PARAMETER_OF_WABA_SEND_MODE_VALUES: tuple[ParameterOfWabaSendMode, ...] = get_args(ParameterOfWabaSendMode)
