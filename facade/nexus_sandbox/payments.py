"""Payment methods, and the instructions each of them needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .calls import Json
from .clock import iso
from .emv import qris_string
from .settings import Settings

Family = Literal["manual", "cod", "va", "qris", "wallet", "ovo", "redirect", "retail"]


@dataclass(frozen=True, slots=True)
class Method:
    """A payment method. The fee is `fee` rupiah plus `fee_permille` of what is paid before it."""

    code: str
    label: str
    description: str
    family: Family
    fee: int = 0
    fee_permille: int = 0

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
        Method("cod", "Bayar di tempat", "Bayar tunai ke kurir", "cod", 0, 30),
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
    off = _ALWAYS_OFF | set(settings.disabled_payment_methods)
    return [code for code in METHODS if code not in off]


def service_fee(method: Method | None, amount: int) -> int:
    """The fee of `method` on `amount` rupiah, rounded up to a rupiah."""
    if method is None:
        return 0
    return method.fee + -(-amount * method.fee_permille // 1000)


@dataclass(frozen=True, slots=True)
class Account:
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
    Account(901, "payment_account_901", _HOLDER, "5220304901", "bank_transfer", 14, "BCA", "Bank Central Asia"),
    Account(902, "payment_account_902", _HOLDER, "1370010902", "bank_transfer", 8, "MANDIRI", "Bank Mandiri"),
    Account(903, "payment_account_903", _HOLDER, "081200000903", "e_wallet", 91, "DANA", "DANA"),
)


def instructions(
    method: Method,
    *,
    provider: str,
    order_id: str,
    number: int,
    amount: int,
    holder: str,
    phone: str | None,
    expires: float,
    pay_page: str,
) -> Json:
    """Return `pg_payment_info` as the payment provider gives it: amounts in rupiah, `expires` in epoch seconds."""
    base: Json = {
        "id": f"pr-{order_id.lower()}",
        "reference_id": order_id,
        "status": "PENDING",
        "currency": "IDR",
        "amount": amount,
        "expires_at": iso(expires),
    }
    details: Json = {"type": "", "reusability": "ONE_TIME_USE", "status": "ACTIVE"}
    if method.family == "va":
        bank = method.code.removeprefix("va_")
        prefix = _BANKS[bank][1]
        properties = {
            "customer_name": holder,
            "virtual_account_number": f"{prefix}{number % 10**10:010d}",
            "expires_at": iso(expires),
        }
        details |= {
            "type": "VIRTUAL_ACCOUNT",
            "virtual_account": {"channel_code": bank.upper(), "channel_properties": properties},
        }
    elif method.family == "retail":
        properties = {"customer_name": holder, "payment_code": f"TN{number % 10**10:010d}", "expires_at": iso(expires)}
        details |= {
            "type": "OVER_THE_COUNTER",
            "over_the_counter": {"channel_code": "ALFAMART", "channel_properties": properties},
        }
    elif method.family == "qris":
        text = qris_string(amount, order_id)
        if provider == "flat":
            return base | {"qr_string": text}
        details |= {
            "type": "QR_CODE",
            "qr_code": {"channel_code": "QRIS", "channel_properties": {"qr_string": text, "expires_at": iso(expires)}},
        }
    elif method.family in ("wallet", "ovo"):
        properties = {"mobile_number": phone} if method.family == "ovo" else {"success_return_url": pay_page}
        details |= {
            "type": "EWALLET",
            "ewallet": {"channel_code": method.code.upper(), "channel_properties": properties},
        }
        links = {
            "WEB": f"https://{method.code}.pay.example/web/{order_id}",
            "MOBILE": f"https://{method.code}.pay.example/m/{order_id}",
            "DEEPLINK": f"{method.code}://pay/{order_id}",
        }
        base["actions"] = [
            {"action": "AUTH", "url": url, "url_type": kind, "method": "GET"}
            for kind, url in links.items()
            if method.family == "wallet"
        ]
    else:
        name = "invoice_url" if method.code == "invoice" else "redirect_url"
        return base | {name: f"https://checkout.pay.example/{method.code}/{order_id}"}
    return base | {"payment_method": details}
