"""What a shopper has to do to pay an order: one type per kind of payment, read from any form the service has used.

Names are imported when they are first used: whether an order is paid and where to go next need none of the types.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .from_order import PaymentWait as PaymentWait
    from .from_order import is_checked_by_hand as is_checked_by_hand
    from .from_order import lacks_its_code as lacks_its_code
    from .from_order import last_resort as last_resort
    from .from_order import read_payment as read_payment
    from .instructions import BankAccount as BankAccount
    from .instructions import BankTransfer as BankTransfer
    from .instructions import Choice as Choice
    from .instructions import Closed as Closed
    from .instructions import Cod as Cod
    from .instructions import Failed as Failed
    from .instructions import Ovo as Ovo
    from .instructions import Paid as Paid
    from .instructions import PaymentInstructions as PaymentInstructions
    from .instructions import Pending as Pending
    from .instructions import Qris as Qris
    from .instructions import Redirect as Redirect
    from .instructions import RetailCode as RetailCode
    from .instructions import UnknownPayment as UnknownPayment
    from .instructions import VirtualAccount as VirtualAccount
    from .instructions import Wallet as Wallet
    from .instructions import WalletAction as WalletAction
    from .qr_code import QrCode as QrCode
    from .state import PaymentState as PaymentState
    from .state import next_page as next_page
    from .state import payment_state as payment_state

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
