"""Works on the webhooks that were stored, until it is ended: a service beside the web server, one for each machine."""

from nexus_storefront.webhooks import WebhookWorker

from wsgi import application  # noqa: F401 - sets Django up

if __name__ == "__main__":
    from shop import handle, inbox

    WebhookWorker(inbox, handle).run()
