"""The words of conversion events: providers, moments, who and where, and the events themselves. Pure, no I/O."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, get_args

from attrs import asdict, field, frozen

from ..answer_fields import integer
from ..errors import InvalidInput
from .attribution import Attribution
from .reading import first, read, sendable

Provider = Literal["meta", "tiktok", "snackvideo"]
PROVIDERS: tuple[Provider, ...] = get_args(Provider)

Moment = Literal[
    "content_view", "add_to_cart", "checkout_started", "payment_method_chosen", "order_submitted", "purchase"
]
PurchasePoint = Literal["order_created", "payment_confirmed"]
Json = dict[str, object]
ConsentGate = Callable[[Provider, "str | None"], bool]


@frozen
class EventNames:
    """The event's name for a moment at each provider; None sends nothing there. SnackVideo has a name for each half."""

    meta: str | None = None
    tiktok: str | None = None
    snackvideo_browser: str | None = None
    snackvideo_server: str | None = None

    def __attrs_post_init__(self) -> None:
        for half, name in asdict(self).items():
            if name is not None and not (isinstance(name, str) and name.strip() and name.isprintable()):
                raise InvalidInput(f"{half} must be an event's name, or None to send nothing")

    def of(self, provider: Provider) -> tuple[str | None, str | None]:
        """The names for the browser and for the server."""
        if provider == "snackvideo":
            return self.snackvideo_browser, self.snackvideo_server
        name = self.meta if provider == "meta" else self.tiktok
        return name, name


DEFAULT_NAMES: Mapping[Moment, EventNames] = MappingProxyType(
    {
        "content_view": EventNames("ViewContent", "ViewContent", "contentView", "contentView"),
        "add_to_cart": EventNames("AddToCart", "AddToCart", "addToCart", "addToCart"),
        "checkout_started": EventNames(
            "InitiateCheckout", "InitiateCheckout", "initiatedCheckout", "initiatedCheckout"
        ),
        "payment_method_chosen": EventNames(),
        "order_submitted": EventNames(),
        "purchase": EventNames("Purchase", "CompletePayment", "purchase", "purchase"),
    }
)


@frozen
class Visit:
    """Where and who: the page, the ad attribution, and what the shopper's own request said.

    `user_agent` becomes the User-Agent header of the relayed request. `subject` is whatever the consent gate knows a
    shopper by; it is kept with the event until it is delivered and goes nowhere else.
    """

    page_url: str | None = None
    """The address of the page that the shopper is on."""
    referrer_url: str | None = None
    """Where they came from."""
    attribution: Attribution = field(factory=Attribution)
    """The ad ids, from `capture_attribution` or the middleware."""
    user_agent: str | None = field(default=None, repr=False)
    """The shopper's browser, as its request says."""
    subject: str | None = field(default=None, repr=False)
    """Whom the consent gate is asked about."""


@frozen(repr=False)
class Buyer:
    """Who buys, in plain text (the service hashes). `name` is split when first and last name are not given."""

    email: str | None = None
    """An e-mail address."""
    phone: str | None = None
    """A phone number."""
    first_name: str | None = None
    """The first name."""
    last_name: str | None = None
    """The last name."""
    name: str | None = None
    """Both in one."""
    city: str | None = None
    """The city's name."""
    province: str | None = None
    """The province's name."""
    external_id: str | None = None
    """Your own id of them."""
    location_id: int | None = None
    """Where it is delivered."""

    @classmethod
    def of_order(cls, order: object) -> "Buyer":
        """The buyer as far as an order has the data."""
        said = {
            name: first(sendable, order, f"customer.{name}", f"destination_address.{name}")
            for name in ("email", "phone", "name")
        }
        return cls(
            **said,
            city=sendable(read(order, "destination_address.city")),
            province=sendable(read(order, "destination_address.province")),
            external_id=first(sendable, order, "customer_id", "customer.id"),
            location_id=integer(read(order, "destination_address.location")),
        )

    def over(self, other: "Buyer") -> "Buyer":
        """This buyer, with the gaps filled from another."""
        named = self.name or self.first_name or self.last_name
        keep = {"name", "first_name", "last_name"} if named else set()
        gaps = {name: value for name, value in asdict(other).items() if name not in keep}
        return Buyer(**{name: value or gaps.get(name) for name, value in asdict(self).items()})


@frozen
class PixelCall:
    """A call for the browser to run: `fbq`, `ttq` or `kwaiq` with this name and these parameters."""

    provider: Provider
    """`meta`, `tiktok` or `snackvideo`."""
    name: str
    """The event's name at the provider."""
    event_id: str
    """The id that both halves carry."""
    parameters: Mapping[str, object] = field(repr=False)
    """The event's parameters: goods, amount and currency."""
    once: bool = False
    """Never again in this browser, though the page be reloaded."""


@frozen
class Event:
    """One provider's copy of a shopper action: the browser half, the relay half, or both."""

    provider: Provider
    """`meta`, `tiktok` or `snackvideo`."""
    name: str
    """The event's name at the provider."""
    event_id: str
    """The id that both halves carry."""
    pixel: PixelCall | None
    """The browser half; None where it has none."""
    payload: Mapping[str, object] | None = field(repr=False)
    """The body for the relay; None when only the pixel fires."""
    not_relayed: str | None = None
    """Why there is no payload."""
    is_purchase: bool = False
    """Whether it counts as a purchase."""
    is_order: bool = False
    """Its id is derived from an order, so it is refused for ever once taken."""
    user_agent: str | None = field(default=None, repr=False)
    """The shopper's browser, as the visit has it."""
    subject: str | None = field(default=None, repr=False)
    """Whom the consent gate is asked about."""


@frozen
class Conversion:
    """The events of one shopper action. Without events, `skipped` says why."""

    moment: str
    """The moment, such as `purchase`; for a conversion that could not be made, the name of the method."""
    events: tuple[Event, ...] = ()
    """An event for each provider that has a name for the moment."""
    skipped: str | None = None
    """Why there is none."""

    def __str__(self) -> str:
        said = (
            f"{it.provider} {it.name}" + (f" (not relayed: {it.not_relayed})" if it.not_relayed else "")
            for it in self.events
        )
        return f"{self.moment}: {self.skipped or ', '.join(said)}"

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)
