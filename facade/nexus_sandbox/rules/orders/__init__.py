"""Orders: placing them, what becomes of them, and the views the contract has of them."""
