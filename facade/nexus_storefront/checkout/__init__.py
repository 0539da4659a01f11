"""From items to an order, at most once."""
