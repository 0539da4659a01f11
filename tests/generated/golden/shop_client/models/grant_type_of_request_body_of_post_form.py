from typing import Literal, TypeAlias, get_args

GrantTypeOfRequestBodyOfPostForm: TypeAlias = Literal["refresh"]

#: The values that the contract knows.
GRANT_TYPE_OF_REQUEST_BODY_OF_POST_FORM_VALUES: tuple[GrantTypeOfRequestBodyOfPostForm, ...] = get_args(
    GrantTypeOfRequestBodyOfPostForm
)
