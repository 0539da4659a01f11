from typing import Literal, TypeAlias, get_args

WebhookStatusOfOAuthInstallationStatusResponseBody: TypeAlias = Literal["active", "inactive"]

#: The values that the contract knows.
WEBHOOK_STATUS_OF_O_AUTH_INSTALLATION_STATUS_RESPONSE_BODY_VALUES: tuple[
    WebhookStatusOfOAuthInstallationStatusResponseBody, ...
] = get_args(WebhookStatusOfOAuthInstallationStatusResponseBody)
