"""A consent gate by the shopper's country, from the two lists that a business keeps. Pure."""

from collections.abc import Callable, Collection
from typing import Literal

from attrs import field, frozen

from ..answer_fields import field as read
from ..arguments import is_function
from ..errors import InvalidInput
from ..log import logger
from .model import Provider
from .reading import texts

Category = Literal["analytics", "marketing"]
_CATEGORIES: tuple[Category, ...] = ("analytics", "marketing")
_MARKETING: tuple[Category, ...] = ("marketing",)


def allows(gate: Callable[..., bool] | None, *asked: object) -> bool:
    """Ask a consent gate, if there is one. One that fails is a no."""
    try:
        return gate is None or gate(*asked) is True
    except Exception as error:
        logger.warning("the consent gate failed: %s", type(error).__name__)
        return False


def consent_subject(country: str | None, granted: Collection[Category] = ()) -> str:
    """A `Visit.subject`: the shopper's country (two letters, None if unknown) and the categories they agreed to.

    It stays with the event: what was decided when the order was made holds for its purchase, also when that is sent
    later. Agreeing afterwards does not bring back events that were not taken.
    """
    if country is not None and (not isinstance(country, str) or len(country.strip()) != 2):
        raise InvalidInput("country must be two letters, as 'DE', or None")
    agreed = texts("granted", granted)
    if not set(agreed) <= set(_CATEGORIES):
        raise InvalidInput("granted must be a list of 'analytics' and 'marketing'")
    return " ".join([(country or "").strip().upper() or "-", *sorted(agreed)])


def _country_and_granted(subject: str | None) -> tuple[str | None, Collection[str]]:
    country, *granted = (subject or "-").split()
    return (None if country == "-" else country), granted


@frozen
class CountryConsent:
    """For `EventSettings(consent=…)`: asks for consent where a list has the shopper's country, and nowhere else.

    The lists are those of the business (getCustomerPrivacySettings, `analytics_consent_countries` and
    `marketing_consent_countries`): two letters each, as 'DE'. Conversion events are marketing; `needs` says otherwise.
    An unknown country needs no consent, as in the service. `shopper` gives country and granted categories of a
    `Visit.subject`, if those are not made by `consent_subject`.
    """

    marketing: Collection[str]
    analytics: Collection[str] = ()
    needs: Collection[Category] = _MARKETING
    shopper: Callable[[str | None], tuple[str | None, Collection[str]]] = field(
        default=_country_and_granted, repr=False
    )

    def __attrs_post_init__(self) -> None:
        for name in _CATEGORIES:
            listed = frozenset(country.upper() for country in texts(name, getattr(self, name)))
            if any(len(country) != 2 for country in listed):
                raise InvalidInput(f"{name} must list countries by two letters, as 'DE'")
            object.__setattr__(self, name, listed)
        if not set(texts("needs", self.needs)) <= set(_CATEGORIES) or not is_function(self.shopper):
            raise InvalidInput("needs must list 'analytics' or 'marketing', and shopper be a function")

    @classmethod
    def of(cls, settings: object, needs: Collection[Category] = _MARKETING) -> "CountryConsent":
        """The gate of a business's `CustomerPrivacySettings`, as read with a business credential."""
        lists = {name: read(settings, f"{name}_consent_countries") for name in _CATEGORIES}
        if not all(isinstance(listed, list) for listed in lists.values()):
            raise InvalidInput("customer privacy settings have two lists of countries")
        return cls(lists["marketing"], lists["analytics"], needs)  # type: ignore[arg-type]

    def __call__(self, provider: Provider, subject: str | None) -> bool:
        country, granted = self.shopper(subject)
        return country is None or all(
            country.upper() not in getattr(self, category) or category in granted for category in self.needs
        )
