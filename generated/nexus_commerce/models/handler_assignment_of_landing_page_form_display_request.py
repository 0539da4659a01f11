from typing import Literal, TypeAlias, get_args

HandlerAssignmentOfLandingPageFormDisplayRequest: TypeAlias = Literal["fixed", "rotator"]

#: The values that the contract knows.
HANDLER_ASSIGNMENT_OF_LANDING_PAGE_FORM_DISPLAY_REQUEST_VALUES: tuple[
    HandlerAssignmentOfLandingPageFormDisplayRequest, ...
] = get_args(HandlerAssignmentOfLandingPageFormDisplayRequest)
