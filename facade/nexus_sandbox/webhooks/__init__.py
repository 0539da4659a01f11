"""Webhooks: what happened in the shop, told to whoever subscribed. Payloads, subscribers, deliveries, sending."""
