from typing import Literal, TypeAlias, get_args

AfterSubmitEventOfLandingPageFormDisplayRequest: TypeAlias = Literal[
    "custom_url",
    "direct_to_custom_whatsapp",
    "direct_to_whatsapp",
    "is_sending_email_invoice",
    "order_page",
    "other_page",
    "success_page",
]

#: The values that the contract knows.
AFTER_SUBMIT_EVENT_OF_LANDING_PAGE_FORM_DISPLAY_REQUEST_VALUES: tuple[
    AfterSubmitEventOfLandingPageFormDisplayRequest, ...
] = get_args(AfterSubmitEventOfLandingPageFormDisplayRequest)
