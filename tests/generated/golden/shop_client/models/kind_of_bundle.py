from typing import Literal, TypeAlias, get_args

KindOfBundle: TypeAlias = Literal["bundle"]

#: The values that the contract knows.
KIND_OF_BUNDLE_VALUES: tuple[KindOfBundle, ...] = get_args(KindOfBundle)
