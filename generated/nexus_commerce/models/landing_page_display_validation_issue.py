from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .severity_of_landing_page_display_validation_issue import SeverityOfLandingPageDisplayValidationIssue


class LandingPageDisplayValidationIssue(Model):
    """`LandingPageDisplayValidationIssue` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    field: str | None | Unset = UNSET
    message: str | None | Unset = UNSET
    severity: SeverityOfLandingPageDisplayValidationIssue | str | None | Unset = UNSET
