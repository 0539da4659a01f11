from typing import Literal, TypeAlias, get_args

RenderModeOfLandingPageSummary: TypeAlias = Literal["builder", "html_mode"]

#: The values that the contract knows.
RENDER_MODE_OF_LANDING_PAGE_SUMMARY_VALUES: tuple[RenderModeOfLandingPageSummary, ...] = get_args(
    RenderModeOfLandingPageSummary
)
