from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .failures_of_generate_or_cancel_awb import FailuresOfGenerateOrCancelAWB
    from .successes_of_generate_or_cancel_awb import SuccessesOfGenerateOrCancelAWB


class GenerateOrCancelAWB(Model):
    """`GenerateOrCancelAWB` of the contract, as it is received."""

    failures: FailuresOfGenerateOrCancelAWB | None | Unset = UNSET
    successes: SuccessesOfGenerateOrCancelAWB | None | Unset = UNSET

    _nested = {"failures": "FailuresOfGenerateOrCancelAWB", "successes": "SuccessesOfGenerateOrCancelAWB"}
