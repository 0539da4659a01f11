"""Work that must survive: items in a file, leased one by one, repeated or given up, in lanes of their own.

The outbox of conversion events and the inbox of webhooks are such queues. What an item is and what working on it
means, they know; here is what both need.
"""
