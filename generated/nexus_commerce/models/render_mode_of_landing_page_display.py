from typing import Literal, TypeAlias, get_args

RenderModeOfLandingPageDisplay: TypeAlias = Literal["builder", "html_mode"]

#: The values that the contract knows.
RENDER_MODE_OF_LANDING_PAGE_DISPLAY_VALUES: tuple[RenderModeOfLandingPageDisplay, ...] = get_args(
    RenderModeOfLandingPageDisplay
)
