"""Orders, waiting for payment, transfer proof."""
