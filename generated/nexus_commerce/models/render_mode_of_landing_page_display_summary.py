from typing import Literal, TypeAlias, get_args

RenderModeOfLandingPageDisplaySummary: TypeAlias = Literal["builder", "html_mode"]

#: The values that the contract knows.
RENDER_MODE_OF_LANDING_PAGE_DISPLAY_SUMMARY_VALUES: tuple[RenderModeOfLandingPageDisplaySummary, ...] = get_args(
    RenderModeOfLandingPageDisplaySummary
)
