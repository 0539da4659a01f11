"""Work that must survive: the outbox of events and the inbox of webhooks are such queues."""
