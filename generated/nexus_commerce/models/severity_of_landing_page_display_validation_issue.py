from typing import Literal, TypeAlias, get_args

SeverityOfLandingPageDisplayValidationIssue: TypeAlias = Literal["error", "warning"]

#: The values that the contract knows.
SEVERITY_OF_LANDING_PAGE_DISPLAY_VALIDATION_ISSUE_VALUES: tuple[SeverityOfLandingPageDisplayValidationIssue, ...] = (
    get_args(SeverityOfLandingPageDisplayValidationIssue)
)
