"""Django without a database: carts live in the shop's store, a shopper's label and checkout in the signed session."""

import os
import secrets

# Signs the sessions: the same in all workers and after a restart, else shoppers lose their carts.
SECRET_KEY = os.environ.get("SHOP_SECRET") or secrets.token_hex()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("SHOP_HOSTS", "127.0.0.1,localhost,shop.example").split(",")
ROOT_URLCONF = "shop"
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "shop.tell_trouble",
]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("SHOP_HTTPS", "1") == "1"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [os.path.join(os.path.dirname(__file__), "templates")],
    }
]

SHOP_STORE = os.environ.get("SHOP_STORE", "shop.sqlite3")
SHOP_INBOX = os.environ.get("SHOP_INBOX", "inbox.sqlite3")
