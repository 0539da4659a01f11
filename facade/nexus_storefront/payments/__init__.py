"""What a shopper has to do to pay an order: one type per kind of payment, read from any form the service has used.

Names are imported when they are first used: whether an order is paid and where to go next need none of the types.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .from_order import PaymentWait as PaymentWait, read_payment as read_payment
    from .instructions import (
        BankAccount as BankAccount,
        BankTransfer as BankTransfer,
        Choice as Choice,
        Closed as Closed,
        Cod as Cod,
        Failed as Failed,
        Ovo as Ovo,
        Paid as Paid,
        PaymentInstructions as PaymentInstructions,
        Pending as Pending,
        Qris as Qris,
        Redirect as Redirect,
        RetailCode as RetailCode,
        UnknownPayment as UnknownPayment,
        VirtualAccount as VirtualAccount,
        Wallet as Wallet,
        WalletAction as WalletAction,
    )
    from .qr_code import QrCode as QrCode
    from .state import PaymentState as PaymentState, next_page as next_page, payment_state as payment_state
else:
    __getattr__, __dir__ = lazy_names(__name__)
