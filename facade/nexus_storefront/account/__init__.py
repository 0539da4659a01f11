"""The customer's account, subscriptions and courses."""
