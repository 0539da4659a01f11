from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .landing_page_display_validation_issue import LandingPageDisplayValidationIssue


class LandingPageDisplayValidationResult(Model):
    """`LandingPageDisplayValidationResult` of the contract, as it is received."""

    valid: bool | None | Unset = UNSET
    validation_errors: list[LandingPageDisplayValidationIssue] | None | Unset = UNSET
    validation_warnings: list[LandingPageDisplayValidationIssue] | None | Unset = UNSET

    _nested = {
        "validation_errors": ["LandingPageDisplayValidationIssue"],
        "validation_warnings": ["LandingPageDisplayValidationIssue"],
    }
