from typing import Literal, TypeAlias, get_args

RenderModeOfLandingPageDisplayRequest: TypeAlias = Literal["builder", "html_mode"]

#: The values that the contract knows.
RENDER_MODE_OF_LANDING_PAGE_DISPLAY_REQUEST_VALUES: tuple[RenderModeOfLandingPageDisplayRequest, ...] = get_args(
    RenderModeOfLandingPageDisplayRequest
)
