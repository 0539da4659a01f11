"""Payment methods, and the instructions each of them needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..clock import iso
from ..refusals import Json
from ..settings import Settings
from .emv import qris_string

Family = Literal["manual", "cod", "va", "qris", "wallet", "ovo", "redirect", "retail"]


@dataclass(frozen=True, slots=True)
class Method:
    """A payment method.

    The service fee of a provider's method is `fee` rupiah plus `fee_permille` of what is paid before it.
    `charge_permille` of goods and way is added to the other charges (cod).
    """

    code: str
    label: str
    description: str
    family: Family
    fee: int = 0
    fee_permille: int = 0
    charge_permille: int = 0

    @property
    def redirects(self) -> bool:
        return self.family in ("redirect", "wallet")

    @property
    def hosted(self) -> bool:
        """Whether a payment provider makes the instructions."""
        return self.family not in ("manual", "cod")


_BANKS = {
    "bca": ("BCA", "1234"), "bni": ("BNI", "8808"), "bri": ("BRI", "26215"), "mandiri": ("Mandiri", "88608"),
    "permata": ("Permata", "8214"), "cimb": ("CIMB Niaga", "9349"), "bsi": ("BSI", "9347"),
    "maybank": ("Maybank", "7812"), "bnc": ("Neo Commerce", "9011"), "danamon": ("Danamon", "7915"),
    "artha_graha": ("Artha Graha", "7037"), "muamalat": ("Muamalat", "8747"), "btn": ("BTN", "9551"),
    "ocbc": ("OCBC", "8421"), "bjb": ("BJB", "4612"), "sahabat_sampoerna": ("Sahabat Sampoerna", "8810"),
    "artajasa": ("Artajasa", "8870"),
}  # fmt: skip

METHODS: dict[str, Method] = {
    method.code: method
    for method in (
        Method("bank_transfer", "Transfer bank", "Transfer lalu unggah bukti", "manual"),
        Method("cod", "Bayar di tempat", "Bayar tunai ke kurir", "cod", charge_permille=30),
        *(
            Method(f"va_{code}", f"Virtual account {bank}", f"Bayar lewat virtual account {bank}", "va", 4_000)
            for code, (bank, _) in _BANKS.items()
        ),
        Method("qris", "QRIS", "Pindai dengan aplikasi apa saja", "qris", 0, 7),
        Method("gopay", "GoPay", "Buka aplikasi Gojek", "wallet", 0, 20),
        Method("dana", "DANA", "Buka aplikasi DANA", "wallet", 0, 15),
        Method("linkaja", "LinkAja", "Buka aplikasi LinkAja", "wallet", 0, 15),
        Method("shopeepay", "ShopeePay", "Buka aplikasi Shopee", "wallet", 0, 20),
        Method("ovo", "OVO", "Pemberitahuan ke aplikasi OVO", "ovo", 0, 20),
        Method("card", "Kartu kredit atau debit", "Halaman bayar kartu", "redirect", 2_000, 29),
        Method("invoice", "Tagihan", "Halaman tagihan", "redirect", 2_500),
        Method("payment_link", "Tautan bayar", "Pilih cara bayar di halaman berikut", "redirect"),
        Method("alfamart", "Alfamart", "Bayar di kasir Alfamart", "retail", 5_000),
        Method("kredivo", "Kredivo", "Cicilan, sedang tidak tersedia", "redirect"),
    )
}
_ALWAYS_OFF = frozenset({"kredivo"})


def enabled_methods(settings: Settings) -> list[str]:
    """The codes on offer."""
    off = _ALWAYS_OFF | set(settings.disabled_payment_methods)
    return [method.code for method in listed_methods(settings) if method.code not in off]


def listed_methods(settings: Settings) -> list[Method]:
    """The methods of the list, on offer or not: where fees are passed on, not those whose fee nobody knows."""
    unknown = set(settings.methods_without_fee_schedule) if settings.pass_on_provider_fees else set()
    return [method for method in METHODS.values() if not (method.hosted and method.code in unknown)]


@dataclass(frozen=True, slots=True)
class BankAccount:
    """A bank account of the store, for manual transfer."""

    id: int
    unique_id: str
    holder: str
    number: str
    method: str
    entity_id: int
    entity_code: str
    entity_name: str


_HOLDER = "PT Toko Nusantara"
ACCOUNTS = (
    BankAccount(901, "payment_account_901", _HOLDER, "5220304901", "bank_transfer", 14, "BCA", "Bank Central Asia"),
    BankAccount(902, "payment_account_902", _HOLDER, "1370010902", "bank_transfer", 8, "MANDIRI", "Bank Mandiri"),
    BankAccount(903, "payment_account_903", _HOLDER, "081200000903", "e_wallet", 91, "DANA", "DANA"),
)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a provider is asked to collect: rupiah by `expires` (epoch seconds), from whom, and where they go after."""

    order_id: str
    number: int
    amount: int
    holder: str
    phone: str | None
    expires: float
    return_page: str


def instructions(method: Method, provider: str, demand: Demand) -> Json:
    """Return `pg_payment_info` as the payment provider gives it."""
    base: Json = {
        "id": f"pr-{demand.order_id.lower()}",
        "reference_id": demand.order_id,
        "status": "PENDING",
        "currency": "IDR",
        "amount": demand.amount,
        "expires_at": iso(demand.expires),
    }
    if method.family == "qris" and provider == "flat":
        return base | {"qr_string": qris_string(demand.amount, demand.order_id)}
    if method.family == "redirect":
        name = "invoice_url" if method.code == "invoice" else "redirect_url"
        return base | {name: f"https://checkout.pay.example/{method.code}/{demand.order_id}"}
    if method.family == "wallet":
        base["actions"] = _wallet_actions(method.code, demand.order_id)
    elif method.family == "ovo":
        base["actions"] = []
    means = {"type": "", "reusability": "ONE_TIME_USE", "status": "ACTIVE"} | _MEANS[method.family](method, demand)
    return base | {"payment_method": means}


def _virtual_account(method: Method, demand: Demand) -> Json:
    bank = method.code.removeprefix("va_")
    properties = {
        "customer_name": demand.holder,
        "virtual_account_number": f"{_BANKS[bank][1]}{demand.number % 10**10:010d}",
        "expires_at": iso(demand.expires),
    }
    account = {"channel_code": bank.upper(), "channel_properties": properties}
    return {"type": "VIRTUAL_ACCOUNT", "virtual_account": account}


def _over_the_counter(method: Method, demand: Demand) -> Json:
    properties = {
        "customer_name": demand.holder,
        "payment_code": f"TN{demand.number % 10**10:010d}",
        "expires_at": iso(demand.expires),
    }
    counter = {"channel_code": method.code.upper(), "channel_properties": properties}
    return {"type": "OVER_THE_COUNTER", "over_the_counter": counter}


def _qr_code(method: Method, demand: Demand) -> Json:
    text = qris_string(demand.amount, demand.order_id)
    properties = {"qr_string": text, "expires_at": iso(demand.expires)}
    return {"type": "QR_CODE", "qr_code": {"channel_code": method.code.upper(), "channel_properties": properties}}


def _wallet(method: Method, demand: Demand) -> Json:
    properties = (
        {"mobile_number": demand.phone} if method.family == "ovo" else {"success_return_url": demand.return_page}
    )
    return {"type": "EWALLET", "ewallet": {"channel_code": method.code.upper(), "channel_properties": properties}}


_MEANS: dict[Family, Callable[[Method, Demand], Json]] = {
    "va": _virtual_account,
    "retail": _over_the_counter,
    "qris": _qr_code,
    "wallet": _wallet,
    "ovo": _wallet,
}


def _wallet_actions(code: str, order_id: str) -> list[Json]:
    links = {
        "WEB": f"https://{code}.pay.example/web/{order_id}",
        "MOBILE": f"https://{code}.pay.example/m/{order_id}",
        "DEEPLINK": f"{code}://pay/{order_id}",
    }
    return [{"action": "AUTH", "url": url, "url_type": kind, "method": "GET"} for kind, url in links.items()]
