"""What a shopper has to do to pay an order: one type per kind of payment, read from any form the service has used.

Names are imported when they are first used: whether an order is paid and where to go next need none of the types.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .from_order import *  # noqa: F403
    from .instructions import *  # noqa: F403
    from .qr_code import *  # noqa: F403
    from .state import *  # noqa: F403

_HOMES = {
    "from_order": ("PaymentWait", "is_checked_by_hand", "lacks_its_code", "last_resort", "read_payment"),
    "instructions": (
        "BankAccount",
        "BankTransfer",
        "Choice",
        "Closed",
        "Cod",
        "Failed",
        "Ovo",
        "Paid",
        "PaymentInstructions",
        "Pending",
        "Qris",
        "Redirect",
        "RetailCode",
        "UnknownPayment",
        "VirtualAccount",
        "Wallet",
        "WalletAction",
    ),
    "qr_code": ("QrCode",),
    "state": ("PaymentState", "next_page", "payment_state"),
}
__getattr__, __dir__ = lazy_names(__name__, _HOMES)
