from typing import Literal, TypeAlias, get_args

TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct: TypeAlias = Literal["form", "sequence"]

#: The values that the contract knows.
TYPE_OF_BIRDSEND_SEQUENCE_OF_PRODUCT_BIRDSEND_SEQUENCES_OF_PRODUCT_VALUES: tuple[
    TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct, ...
] = get_args(TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct)
