"""The models of the contract, each imported when it is first used."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .accept_business_invitation_request import AcceptBusinessInvitationRequest
    from .action_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .ad_click_type_of_web_analytics_ad_click import AdClickTypeOfWebAnalyticsAdClick
    from .add_order_message_history_request import AddOrderMessageHistoryRequest
    from .add_product_option_request import AddProductOptionRequest
    from .advertiser_of_order import AdvertiserOfOrder
    from .advertiser_of_order_list import AdvertiserOfOrderList
    from .affiliate_pro_domains_of_product_partner import AffiliateProDomainsOfProductPartner
    from .affiliate_pro_domains_of_product_partners_of_product_list import (
        AffiliateProDomainsOfProductPartnersOfProductList,
    )
    from .affiliate_pro_links_of_product_partner import AffiliateProLinksOfProductPartner
    from .affiliate_pro_links_of_product_partners_of_product_list import AffiliateProLinksOfProductPartnersOfProductList
    from .after_submit_event_of_landing_page_form_display_request import AfterSubmitEventOfLandingPageFormDisplayRequest
    from .all_of_pages_of_bundle_price_option_extended_relation import AllOfPagesOfBundlePriceOptionExtendedRelation
    from .all_of_pages_of_bundle_relation import AllOfPagesOfBundleRelation
    from .all_of_pages_of_bundles_of_product_relations import AllOfPagesOfBundlesOfProductRelations
    from .all_of_pages_of_product_relations import AllOfPagesOfProductRelations
    from .amount_type_of_discount_code_create_request import AmountTypeOfDiscountCodeCreateRequest
    from .analytics_purchases_of_order import AnalyticsPurchasesOfOrder
    from .analytics_standard_event import AnalyticsStandardEvent
    from .analytics_standard_event_collection_response_body import AnalyticsStandardEventCollectionResponseBody
    from .api_error_response import ApiErrorResponse
    from .applied_filters_of_web_analytics_revenue_scope import AppliedFiltersOfWebAnalyticsRevenueScope
    from .applied_to_of_discount_code_create_request import AppliedToOfDiscountCodeCreateRequest
    from .applied_to_parameter_of_list_discount_codes import AppliedToParameterOfListDiscountCodes
    from .attribution_of_checkout_intent_detail import AttributionOfCheckoutIntentDetail
    from .attribution_of_web_analytics_revenue import AttributionOfWebAnalyticsRevenue
    from .attribution_of_web_analytics_source import AttributionOfWebAnalyticsSource
    from .auth_method_of_authenticated_identity import AuthMethodOfAuthenticatedIdentity
    from .authenticated_business_summary import AuthenticatedBusinessSummary
    from .authenticated_connected_business import AuthenticatedConnectedBusiness
    from .authenticated_identity import AuthenticatedIdentity
    from .awb_ca_status_of_order import AwbCaStatusOfOrder
    from .awb_ca_status_of_order_list import AwbCaStatusOfOrderList
    from .awb_ca_status_of_order_update_shipment_data_body import AwbCaStatusOfOrderUpdateShipmentDataBody
    from .awb_ca_status_parameter_of_list_orders import AwbCaStatusParameterOfListOrders
    from .awb_status_of_order import AwbStatusOfOrder
    from .awb_status_of_order_list import AwbStatusOfOrderList
    from .basis_of_web_analytics_ad_click import BasisOfWebAnalyticsAdClick
    from .basis_of_web_analytics_order_funnel import BasisOfWebAnalyticsOrderFunnel
    from .basis_of_web_analytics_revenue_scope import BasisOfWebAnalyticsRevenueScope
    from .birdsend_sequence_of_product_birdsend_sequences_of_product import (
        BirdsendSequenceOfProductBirdsendSequencesOfProduct,
    )
    from .breakdown_date_parameter_of_get_order_statistics import BreakdownDateParameterOfGetOrderStatistics
    from .bucket_kind_of_web_analytics_revenue import BucketKindOfWebAnalyticsRevenue
    from .bucket_kind_of_web_analytics_source import BucketKindOfWebAnalyticsSource
    from .bulk_update_product_variant_prices_request import BulkUpdateProductVariantPricesRequest
    from .bundle import Bundle
    from .bundle_count import BundleCount
    from .bundle_create_request import BundleCreateRequest
    from .bundle_list import BundleList
    from .bundle_list_simplified import BundleListSimplified
    from .bundle_partner import BundlePartner
    from .bundle_price_option import BundlePriceOption
    from .bundle_price_option_extended_relation import BundlePriceOptionExtendedRelation
    from .bundle_price_option_of_checkout_intent_item import BundlePriceOptionOfCheckoutIntentItem
    from .bundle_price_option_request import BundlePriceOptionRequest
    from .bundle_price_options_of_bundle import BundlePriceOptionsOfBundle
    from .bundle_price_options_of_bundle_create_request import BundlePriceOptionsOfBundleCreateRequest
    from .bundle_price_options_of_bundle_list_simplified import BundlePriceOptionsOfBundleListSimplified
    from .bundle_price_options_of_bundle_relation import BundlePriceOptionsOfBundleRelation
    from .bundle_price_options_of_bundles_of_product_relations import BundlePriceOptionsOfBundlesOfProductRelations
    from .bundle_relation import BundleRelation
    from .bundle_update_request import BundleUpdateRequest
    from .bundlelines_of_bundle import BundlelinesOfBundle
    from .bundlelines_of_bundle_create_request import BundlelinesOfBundleCreateRequest
    from .bundlelines_of_bundle_update_request import BundlelinesOfBundleUpdateRequest
    from .bundles_of_product_relations import BundlesOfProductRelations
    from .business_of_all_of_pages_of_bundle_price_option_extended_relation import (
        BusinessOfAllOfPagesOfBundlePriceOptionExtendedRelation,
    )
    from .business_of_all_of_pages_of_bundle_relation import BusinessOfAllOfPagesOfBundleRelation
    from .business_of_all_of_pages_of_bundles_of_product_relations import (
        BusinessOfAllOfPagesOfBundlesOfProductRelations,
    )
    from .business_of_all_of_pages_of_product_relations import BusinessOfAllOfPagesOfProductRelations
    from .business_of_bundle import BusinessOfBundle
    from .business_of_bundle_list import BusinessOfBundleList
    from .business_of_bundle_relation import BusinessOfBundleRelation
    from .business_of_bundles_of_product_relations import BusinessOfBundlesOfProductRelations
    from .business_of_order import BusinessOfOrder
    from .business_of_product import BusinessOfProduct
    from .business_of_product_list import BusinessOfProductList
    from .business_of_product_of_variant import BusinessOfProductOfVariant
    from .business_of_product_of_variant_of_bundlelines_of_bundle import BusinessOfProductOfVariantOfBundlelinesOfBundle
    from .business_of_store_of_order import BusinessOfStoreOfOrder
    from .business_of_store_of_order_list import BusinessOfStoreOfOrderList
    from .business_of_storefront_public_order import BusinessOfStorefrontPublicOrder
    from .business_of_stores_of_bundle_price_option_extended_relation import (
        BusinessOfStoresOfBundlePriceOptionExtendedRelation,
    )
    from .business_of_stores_of_bundle_relation import BusinessOfStoresOfBundleRelation
    from .business_of_stores_of_bundles_of_product_relations import BusinessOfStoresOfBundlesOfProductRelations
    from .business_of_stores_of_product_relations import BusinessOfStoresOfProductRelations
    from .business_of_warehouse_of_order import BusinessOfWarehouseOfOrder
    from .business_of_warehouse_of_order_list import BusinessOfWarehouseOfOrderList
    from .business_of_warehouse_of_search_warehouse_result import BusinessOfWarehouseOfSearchWarehouseResult
    from .business_of_will_unpublish_of_pages_of_bundle_price_option_extended_relation import (
        BusinessOfWillUnpublishOfPagesOfBundlePriceOptionExtendedRelation,
    )
    from .business_of_will_unpublish_of_pages_of_bundle_relation import BusinessOfWillUnpublishOfPagesOfBundleRelation
    from .business_of_will_unpublish_of_pages_of_bundles_of_product_relations import (
        BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations,
    )
    from .business_of_will_unpublish_of_pages_of_product_relations import (
        BusinessOfWillUnpublishOfPagesOfProductRelations,
    )
    from .business_role_parameter_of_list_orders import BusinessRoleParameterOfListOrders
    from .business_store import BusinessStore
    from .business_store_bundle import BusinessStoreBundle
    from .business_store_bundle_collection_response_body import BusinessStoreBundleCollectionResponseBody
    from .business_store_bundle_price_option import BusinessStoreBundlePriceOption
    from .business_store_business_user import BusinessStoreBusinessUser
    from .business_store_collection_response_body import BusinessStoreCollectionResponseBody
    from .business_store_create_request import BusinessStoreCreateRequest
    from .business_store_product import BusinessStoreProduct
    from .business_store_product_collection_response_body import BusinessStoreProductCollectionResponseBody
    from .business_store_role import BusinessStoreRole
    from .business_store_sales_person import BusinessStoreSalesPerson
    from .business_store_sales_person_collection_response_body import BusinessStoreSalesPersonCollectionResponseBody
    from .business_store_update_request import BusinessStoreUpdateRequest
    from .business_store_user import BusinessStoreUser
    from .business_store_variant_summary import BusinessStoreVariantSummary
    from .business_user_collection_response_body import BusinessUserCollectionResponseBody
    from .cancel_order_awb_request import CancelOrderAwbRequest
    from .capi_purchase_value_type_of_business_store_update_request import (
        CapiPurchaseValueTypeOfBusinessStoreUpdateRequest,
    )
    from .capi_purchase_value_type_of_store_of_order import CapiPurchaseValueTypeOfStoreOfOrder
    from .cart_bundle_price_option_item_request import CartBundlePriceOptionItemRequest
    from .cart_item_update_request import CartItemUpdateRequest
    from .cart_summary_of_checkout_intent_detail import CartSummaryOfCheckoutIntentDetail
    from .cart_summary_of_checkout_intent_summary import CartSummaryOfCheckoutIntentSummary
    from .cart_variant_item_request import CartVariantItemRequest
    from .change_order_status_response_body import ChangeOrderStatusResponseBody
    from .checkout_intent_attribution import CheckoutIntentAttribution
    from .checkout_intent_capture import CheckoutIntentCapture
    from .checkout_intent_collection import CheckoutIntentCollection
    from .checkout_intent_detail import CheckoutIntentDetail
    from .checkout_intent_fields import CheckoutIntentFields
    from .checkout_intent_of_data_of_checkout_intent_prefill_response import (
        CheckoutIntentOfDataOfCheckoutIntentPrefillResponse,
    )
    from .checkout_intent_prefill_item import CheckoutIntentPrefillItem
    from .checkout_intent_prefill_response import CheckoutIntentPrefillResponse
    from .checkout_intent_stored_item import CheckoutIntentStoredItem
    from .checkout_intent_summary import CheckoutIntentSummary
    from .checkout_intent_update_request import CheckoutIntentUpdateRequest
    from .client_analytics_config_of_landing_page import ClientAnalyticsConfigOfLandingPage
    from .client_analytics_config_of_landing_page_public import ClientAnalyticsConfigOfLandingPagePublic
    from .client_analytics_config_of_landing_page_update_request import ClientAnalyticsConfigOfLandingPageUpdateRequest
    from .cod_purchase_triggers_of_store_of_order import CodPurchaseTriggersOfStoreOfOrder
    from .collection_item import CollectionItem
    from .collection_response_body import CollectionResponseBody
    from .connected_businesses_response_body import ConnectedBusinessesResponseBody
    from .content_type_of_storefront_public_order_transfer_proof_upload_request import (
        ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest,
    )
    from .count_products_response_body import CountProductsResponseBody
    from .courier_codes_of_shipping_cost_request import CourierCodesOfShippingCostRequest
    from .courier_of_courier_service_of_courier_service_result import CourierOfCourierServiceOfCourierServiceResult
    from .courier_of_courier_service_of_order import CourierOfCourierServiceOfOrder
    from .courier_of_courier_service_of_order_list import CourierOfCourierServiceOfOrderList
    from .courier_of_courier_service_of_shipping_cost_result import CourierOfCourierServiceOfShippingCostResult
    from .courier_of_courier_service_of_storefront_public_order import CourierOfCourierServiceOfStorefrontPublicOrder
    from .courier_service_of_courier_service_result import CourierServiceOfCourierServiceResult
    from .courier_service_of_order import CourierServiceOfOrder
    from .courier_service_of_order_list import CourierServiceOfOrderList
    from .courier_service_of_shipping_cost_result import CourierServiceOfShippingCostResult
    from .courier_service_of_storefront_public_order import CourierServiceOfStorefrontPublicOrder
    from .courier_service_result import CourierServiceResult
    from .courier_type_of_courier_of_courier_service_of_courier_service_result import (
        CourierTypeOfCourierOfCourierServiceOfCourierServiceResult,
    )
    from .courier_type_of_courier_of_courier_service_of_order import CourierTypeOfCourierOfCourierServiceOfOrder
    from .courier_type_of_courier_of_courier_service_of_order_list import (
        CourierTypeOfCourierOfCourierServiceOfOrderList,
    )
    from .courier_type_of_courier_of_courier_service_of_shipping_cost_result import (
        CourierTypeOfCourierOfCourierServiceOfShippingCostResult,
    )
    from .create_bundle_partner_request import CreateBundlePartnerRequest
    from .create_order_payment_response_body import CreateOrderPaymentResponseBody
    from .create_partner_request import CreatePartnerRequest
    from .create_request_product import CreateRequestProduct
    from .create_type_of_upload_orders_request import CreateTypeOfUploadOrdersRequest
    from .create_update_follow_up_chat_request import CreateUpdateFollowUpChatRequest
    from .create_update_product_knowledge_item_request import CreateUpdateProductKnowledgeItemRequest
    from .create_variant_digital_product_file_request import CreateVariantDigitalProductFileRequest
    from .created_by_of_bundle import CreatedByOfBundle
    from .created_by_of_bundle_list import CreatedByOfBundleList
    from .created_by_of_product import CreatedByOfProduct
    from .created_by_of_product_list import CreatedByOfProductList
    from .currency_of_latest_renewal_invoice_of_subscription_detail import (
        CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail,
    )
    from .currency_of_o_auth_billing_earnings import CurrencyOfOAuthBillingEarnings
    from .currency_of_o_auth_billing_refund_response_body import CurrencyOfOAuthBillingRefundResponseBody
    from .currency_of_orderlines_of_order import CurrencyOfOrderlinesOfOrder
    from .currency_of_product_variant_mutation_fields import CurrencyOfProductVariantMutationFields
    from .currency_of_subscription_items_of_subscription_detail import CurrencyOfSubscriptionItemsOfSubscriptionDetail
    from .currency_of_variant import CurrencyOfVariant
    from .currency_of_variant_of_bundlelines_of_bundle import CurrencyOfVariantOfBundlelinesOfBundle
    from .currency_of_variant_subscription import CurrencyOfVariantSubscription
    from .currency_of_variants_of_product import CurrencyOfVariantsOfProduct
    from .currency_of_variants_of_product_list import CurrencyOfVariantsOfProductList
    from .currency_of_variants_of_simplified_product_list import CurrencyOfVariantsOfSimplifiedProductList
    from .current_business_user import CurrentBusinessUser
    from .current_business_user_business import CurrentBusinessUserBusiness
    from .current_business_user_role import CurrentBusinessUserRole
    from .current_o_auth_application import CurrentOAuthApplication
    from .custom_breakdown_key_parameter_of_get_order_statistics import CustomBreakdownKeyParameterOfGetOrderStatistics
    from .custom_domain_of_store_of_storefront_public_order import CustomDomainOfStoreOfStorefrontPublicOrder
    from .custom_domain_of_stores_of_bundle_price_option import CustomDomainOfStoresOfBundlePriceOption
    from .custom_domain_of_stores_of_bundle_price_options_of_bundle import (
        CustomDomainOfStoresOfBundlePriceOptionsOfBundle,
    )
    from .custom_domain_of_stores_of_product import CustomDomainOfStoresOfProduct
    from .custom_domains_of_product_list import CustomDomainsOfProductList
    from .custom_domains_of_product_partner import CustomDomainsOfProductPartner
    from .custom_domains_of_product_partners_of_product_list import CustomDomainsOfProductPartnersOfProductList
    from .custom_fields_of_checkout_intent_fields import CustomFieldsOfCheckoutIntentFields
    from .custom_fields_of_fields_of_checkout_intent_detail import CustomFieldsOfFieldsOfCheckoutIntentDetail
    from .customer_address import CustomerAddress
    from .customer_address_list_response import CustomerAddressListResponse
    from .customer_address_request import CustomerAddressRequest
    from .customer_auth_token_response_body import CustomerAuthTokenResponseBody
    from .customer_cart import CustomerCart
    from .customer_cart_item_add_response import CustomerCartItemAddResponse
    from .customer_cart_item_delete_response import CustomerCartItemDeleteResponse
    from .customer_cart_item_update_response import CustomerCartItemUpdateResponse
    from .customer_checkout_address_list_response import CustomerCheckoutAddressListResponse
    from .customer_checkout_payment_account import CustomerCheckoutPaymentAccount
    from .customer_checkout_payment_methods_response import CustomerCheckoutPaymentMethodsResponse
    from .customer_checkout_request import CustomerCheckoutRequest
    from .customer_checkout_shipping_options_request import CustomerCheckoutShippingOptionsRequest
    from .customer_checkout_shipping_options_response import CustomerCheckoutShippingOptionsResponse
    from .customer_checkout_summary_request import CustomerCheckoutSummaryRequest
    from .customer_checkout_summary_response import CustomerCheckoutSummaryResponse
    from .customer_course_access_response import CustomerCourseAccessResponse
    from .customer_course_content import CustomerCourseContent
    from .customer_course_progress import CustomerCourseProgress
    from .customer_course_progress_update_request import CustomerCourseProgressUpdateRequest
    from .customer_course_progress_update_response import CustomerCourseProgressUpdateResponse
    from .customer_course_section import CustomerCourseSection
    from .customer_login_otp_challenge_response_body import CustomerLoginOtpChallengeResponseBody
    from .customer_login_request import CustomerLoginRequest
    from .customer_of_checkout_intent_detail import CustomerOfCheckoutIntentDetail
    from .customer_of_checkout_intent_summary import CustomerOfCheckoutIntentSummary
    from .customer_of_order import CustomerOfOrder
    from .customer_of_order_list import CustomerOfOrderList
    from .customer_of_storefront_public_order import CustomerOfStorefrontPublicOrder
    from .customer_of_subscription import CustomerOfSubscription
    from .customer_of_subscription_detail import CustomerOfSubscriptionDetail
    from .customer_order_list_response import CustomerOrderListResponse
    from .customer_otp_verify_request import CustomerOtpVerifyRequest
    from .customer_password_update_response import CustomerPasswordUpdateResponse
    from .customer_privacy_country_code import CustomerPrivacyCountryCode
    from .customer_privacy_legal_acceptance import CustomerPrivacyLegalAcceptance
    from .customer_privacy_settings import CustomerPrivacySettings
    from .customer_privacy_settings_update import CustomerPrivacySettingsUpdate
    from .customer_profile import CustomerProfile
    from .customer_profile_response import CustomerProfileResponse
    from .customer_profile_store import CustomerProfileStore
    from .customer_profile_update_request import CustomerProfileUpdateRequest
    from .customer_profile_update_response import CustomerProfileUpdateResponse
    from .data_of_checkout_intent_prefill_response import DataOfCheckoutIntentPrefillResponse
    from .datetime_type_parameter_of_get_order_statistics import DatetimeTypeParameterOfGetOrderStatistics
    from .delete_orders_request import DeleteOrdersRequest
    from .delete_orders_response_body import DeleteOrdersResponseBody
    from .denominator_basis_of_web_analytics_order_funnel import DenominatorBasisOfWebAnalyticsOrderFunnel
    from .destination_address_of_order import DestinationAddressOfOrder
    from .destination_address_of_order_list import DestinationAddressOfOrderList
    from .destination_address_of_storefront_public_order import DestinationAddressOfStorefrontPublicOrder
    from .digital_only_complete_type_of_business_store_update_request import (
        DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest,
    )
    from .digital_product_file import DigitalProductFile
    from .digital_product_files_of_variant import DigitalProductFilesOfVariant
    from .digital_product_files_of_variant_of_bundlelines_of_bundle import (
        DigitalProductFilesOfVariantOfBundlelinesOfBundle,
    )
    from .digital_product_files_of_variants_of_product import DigitalProductFilesOfVariantsOfProduct
    from .digital_product_files_of_variants_of_product_list import DigitalProductFilesOfVariantsOfProductList
    from .digital_product_files_of_variants_of_simplified_product_list import (
        DigitalProductFilesOfVariantsOfSimplifiedProductList,
    )
    from .discount_code import DiscountCode
    from .discount_code_collection_response_body import DiscountCodeCollectionResponseBody
    from .discount_code_create_request import DiscountCodeCreateRequest
    from .discount_code_update_request import DiscountCodeUpdateRequest
    from .downgrade_subscription_item_request import DowngradeSubscriptionItemRequest
    from .dynamic_other_income_cod_type_of_business_store_update_request import (
        DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest,
    )
    from .dynamic_other_income_cod_type_of_store_of_order import DynamicOtherIncomeCodTypeOfStoreOfOrder
    from .dynamic_other_income_epayment_type_of_business_store_update_request import (
        DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest,
    )
    from .dynamic_other_income_epayment_type_of_store_of_order import DynamicOtherIncomeEpaymentTypeOfStoreOfOrder
    from .email_reply_to_assignment_of_business_store_update_request import (
        EmailReplyToAssignmentOfBusinessStoreUpdateRequest,
    )
    from .entity_type_of_storefront_bundle_price_option_card import EntityTypeOfStorefrontBundlePriceOptionCard
    from .entity_type_of_storefront_product_card import EntityTypeOfStorefrontProductCard
    from .execution_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .failed_of_upload_orders import FailedOfUploadOrders
    from .failures_of_generate_or_cancel_awb import FailuresOfGenerateOrCancelAWB
    from .field_of_bulk_update_product_variant_prices_request import FieldOfBulkUpdateProductVariantPricesRequest
    from .fields_of_checkout_intent_detail import FieldsOfCheckoutIntentDetail
    from .final_variants_of_order_list import FinalVariantsOfOrderList
    from .final_variants_of_storefront_customer_facing_order import FinalVariantsOfStorefrontCustomerFacingOrder
    from .financial_entity_of_order import FinancialEntityOfOrder
    from .financial_entity_of_order_list import FinancialEntityOfOrderList
    from .financial_entity_of_payment_accounts_of_store_of_storefront_public_order import (
        FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder,
    )
    from .flexible_object import FlexibleObject
    from .follow_up_chat_detail import FollowUpChatDetail
    from .follow_up_chat_type_of_order_list import FollowUpChatTypeOfOrderList
    from .follow_up_chats_of_order import FollowUpChatsOfOrder
    from .follow_up_chats_of_order_chat import FollowUpChatsOfOrderChat
    from .follow_up_chats_of_order_list import FollowUpChatsOfOrderList
    from .forget_password_request import ForgetPasswordRequest
    from .form_displays_of_bundle_price_options_of_bundle import FormDisplaysOfBundlePriceOptionsOfBundle
    from .form_displays_of_variants_of_product import FormDisplaysOfVariantsOfProduct
    from .generate_or_cancel_awb import GenerateOrCancelAWB
    from .generate_order_awb_request import GenerateOrderAwbRequest
    from .generic_json_object import GenericJsonObject
    from .generic_upload_request import GenericUploadRequest
    from .get_courier_service_request import GetCourierServiceRequest
    from .get_order_statistics_response_body import GetOrderStatisticsResponseBody
    from .grant_type_of_o_auth_token_request import GrantTypeOfOAuthTokenRequest
    from .gtm_container import GtmContainer
    from .gtm_container_collection_response_body import GtmContainerCollectionResponseBody
    from .gtm_container_request import GtmContainerRequest
    from .guest_cart import GuestCart
    from .guest_cart_bundle_price_option_item import GuestCartBundlePriceOptionItem
    from .guest_cart_variant_item import GuestCartVariantItem
    from .handler_assignment_of_landing_page_form_display_request import (
        HandlerAssignmentOfLandingPageFormDisplayRequest,
    )
    from .handler_of_checkout_intent_detail import HandlerOfCheckoutIntentDetail
    from .handler_of_checkout_intent_summary import HandlerOfCheckoutIntentSummary
    from .handler_of_order import HandlerOfOrder
    from .handler_of_order_list import HandlerOfOrderList
    from .html_mode_csp_policy import HtmlModeCspPolicy
    from .interval_of_orderlines_of_order import IntervalOfOrderlinesOfOrder
    from .interval_of_product_variant_mutation_fields import IntervalOfProductVariantMutationFields
    from .interval_of_subscription import IntervalOfSubscription
    from .interval_of_subscription_detail import IntervalOfSubscriptionDetail
    from .interval_of_variant import IntervalOfVariant
    from .interval_of_variant_of_bundlelines_of_bundle import IntervalOfVariantOfBundlelinesOfBundle
    from .interval_of_variant_subscription import IntervalOfVariantSubscription
    from .interval_of_variants_of_product import IntervalOfVariantsOfProduct
    from .interval_of_variants_of_product_list import IntervalOfVariantsOfProductList
    from .interval_of_variants_of_simplified_product_list import IntervalOfVariantsOfSimplifiedProductList
    from .is_breakdown_status_parameter_of_get_order_statistics import IsBreakdownStatusParameterOfGetOrderStatistics
    from .is_from_form_parameter_of_list_orders import IsFromFormParameterOfListOrders
    from .is_probably_spam_parameter_of_list_orders import IsProbablySpamParameterOfListOrders
    from .is_repeat_parameter_of_list_orders import IsRepeatParameterOfListOrders
    from .is_transferproof_exist_parameter_of_list_orders import IsTransferproofExistParameterOfListOrders
    from .item_type_of_create_request_product import ItemTypeOfCreateRequestProduct
    from .item_type_of_orderlines_of_order import ItemTypeOfOrderlinesOfOrder
    from .item_type_of_product import ItemTypeOfProduct
    from .item_type_of_product_list import ItemTypeOfProductList
    from .item_type_of_product_of_variant import ItemTypeOfProductOfVariant
    from .item_type_of_product_of_variant_of_bundlelines_of_bundle import (
        ItemTypeOfProductOfVariantOfBundlelinesOfBundle,
    )
    from .item_type_of_product_variant_mutation_fields import ItemTypeOfProductVariantMutationFields
    from .item_type_of_simplified_product_list import ItemTypeOfSimplifiedProductList
    from .item_type_of_update_request_product import ItemTypeOfUpdateRequestProduct
    from .item_type_of_variant import ItemTypeOfVariant
    from .item_type_of_variant_of_bundlelines_of_bundle import ItemTypeOfVariantOfBundlelinesOfBundle
    from .item_type_of_variant_of_subscription_items_of_subscription import (
        ItemTypeOfVariantOfSubscriptionItemsOfSubscription,
    )
    from .item_type_of_variant_of_subscription_items_of_subscription_detail import (
        ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .item_type_of_variant_subscription import ItemTypeOfVariantSubscription
    from .item_type_of_variants_of_product import ItemTypeOfVariantsOfProduct
    from .item_type_of_variants_of_product_list import ItemTypeOfVariantsOfProductList
    from .item_type_of_variants_of_product_relations import ItemTypeOfVariantsOfProductRelations
    from .item_type_of_variants_of_simplified_product_list import ItemTypeOfVariantsOfSimplifiedProductList
    from .item_type_parameter_of_count_products import ItemTypeParameterOfCountProducts
    from .item_type_parameter_of_list_products import ItemTypeParameterOfListProducts
    from .item_type_parameter_of_list_products_simplified import ItemTypeParameterOfListProductsSimplified
    from .json_object import JsonObject
    from .jwt_blacklist_request import JwtBlacklistRequest
    from .jwt_refresh_request import JwtRefreshRequest
    from .kwai_pixel import KwaiPixel
    from .kwai_pixel_collection_response_body import KwaiPixelCollectionResponseBody
    from .kwai_pixel_request import KwaiPixelRequest
    from .labels_of_bundle import LabelsOfBundle
    from .labels_of_product import LabelsOfProduct
    from .labels_of_product_list import LabelsOfProductList
    from .labels_of_simplified_product_list import LabelsOfSimplifiedProductList
    from .landing_page import LandingPage
    from .landing_page_collection_response_body import LandingPageCollectionResponseBody
    from .landing_page_create_request import LandingPageCreateRequest
    from .landing_page_display import LandingPageDisplay
    from .landing_page_display_collection_response_body import LandingPageDisplayCollectionResponseBody
    from .landing_page_display_request import LandingPageDisplayRequest
    from .landing_page_display_summary import LandingPageDisplaySummary
    from .landing_page_display_validation_issue import LandingPageDisplayValidationIssue
    from .landing_page_display_validation_result import LandingPageDisplayValidationResult
    from .landing_page_display_version_request import LandingPageDisplayVersionRequest
    from .landing_page_form_display import LandingPageFormDisplay
    from .landing_page_form_display_request import LandingPageFormDisplayRequest
    from .landing_page_public import LandingPagePublic
    from .landing_page_simple_summary import LandingPageSimpleSummary
    from .landing_page_simplified_collection_response_body import LandingPageSimplifiedCollectionResponseBody
    from .landing_page_summary import LandingPageSummary
    from .landing_page_tag_collection_response_body import LandingPageTagCollectionResponseBody
    from .landing_page_tag_update_request import LandingPageTagUpdateRequest
    from .landing_page_update_request import LandingPageUpdateRequest
    from .last_updated_by_of_bundle import LastUpdatedByOfBundle
    from .last_updated_by_of_bundle_list import LastUpdatedByOfBundleList
    from .last_updated_by_of_order import LastUpdatedByOfOrder
    from .last_updated_by_of_product import LastUpdatedByOfProduct
    from .last_updated_by_of_product_list import LastUpdatedByOfProductList
    from .latest_renewal_invoice_of_subscription_detail import LatestRenewalInvoiceOfSubscriptionDetail
    from .limit_of_web_analytics_location_coverage import LimitOfWebAnalyticsLocationCoverage
    from .list_bundle_partners_response_body import ListBundlePartnersResponseBody
    from .list_bundle_price_options_response_body import ListBundlePriceOptionsResponseBody
    from .list_bundles_response_body import ListBundlesResponseBody
    from .list_bundles_simplified_response_body import ListBundlesSimplifiedResponseBody
    from .list_customer_subscriptions_response_body import ListCustomerSubscriptionsResponseBody
    from .list_locations_response_body import ListLocationsResponseBody
    from .list_order_emails_response_body import ListOrderEmailsResponseBody
    from .list_order_tags_response_body import ListOrderTagsResponseBody
    from .list_order_utm_campaigns_response_body import ListOrderUtmCampaignsResponseBody
    from .list_order_utm_contents_response_body import ListOrderUtmContentsResponseBody
    from .list_order_utm_mediums_response_body import ListOrderUtmMediumsResponseBody
    from .list_order_utm_sources_response_body import ListOrderUtmSourcesResponseBody
    from .list_order_utm_terms_response_body import ListOrderUtmTermsResponseBody
    from .list_orders_response_body import ListOrdersResponseBody
    from .list_product_follow_up_chats_response_body import ListProductFollowUpChatsResponseBody
    from .list_product_knowledge_items_response_body import ListProductKnowledgeItemsResponseBody
    from .list_product_partners_response_body import ListProductPartnersResponseBody
    from .list_product_taxonomies_response_body import ListProductTaxonomiesResponseBody
    from .list_products_response_body import ListProductsResponseBody
    from .list_products_simplified_response_body import ListProductsSimplifiedResponseBody
    from .list_subscription_upgrade_options_response_body import ListSubscriptionUpgradeOptionsResponseBody
    from .list_variant_digital_product_files_response_body import ListVariantDigitalProductFilesResponseBody
    from .location import Location
    from .location_basis_of_web_analytics_audience import LocationBasisOfWebAnalyticsAudience
    from .location_metadata_of_web_analytics_audience import LocationMetadataOfWebAnalyticsAudience
    from .location_of_customer_address import LocationOfCustomerAddress
    from .location_postal_code import LocationPostalCode
    from .location_postal_code_list_response import LocationPostalCodeListResponse
    from .login_as_of_customer_login_request import LoginAsOfCustomerLoginRequest
    from .login_as_of_customer_otp_verify_request import LoginAsOfCustomerOtpVerifyRequest
    from .mailketing_list_of_product_mailketing_lists_of_product import MailketingListOfProductMailketingListsOfProduct
    from .managing_follow_up_chat import ManagingFollowUpChat
    from .mark_orders_not_spam_request import MarkOrdersNotSpamRequest
    from .mark_orders_not_spam_response_body import MarkOrdersNotSpamResponseBody
    from .message_history_of_order import MessageHistoryOfOrder
    from .message_history_of_order_list import MessageHistoryOfOrderList
    from .message_history_of_order_message_history import MessageHistoryOfOrderMessageHistory
    from .meta_pixel import MetaPixel
    from .meta_pixel_collection_response_body import MetaPixelCollectionResponseBody
    from .meta_pixel_request import MetaPixelRequest
    from .non_cod_purchase_triggers_of_store_of_order import NonCodPurchaseTriggersOfStoreOfOrder
    from .o_auth_authorization_server_metadata import OAuthAuthorizationServerMetadata
    from .o_auth_billing_action import OAuthBillingAction
    from .o_auth_billing_action_collection_response_body import OAuthBillingActionCollectionResponseBody
    from .o_auth_billing_capture_context import OAuthBillingCaptureContext
    from .o_auth_billing_charge import OAuthBillingCharge
    from .o_auth_billing_charge_collection_response_body import OAuthBillingChargeCollectionResponseBody
    from .o_auth_billing_earnings import OAuthBillingEarnings
    from .o_auth_billing_earnings_entry import OAuthBillingEarningsEntry
    from .o_auth_billing_ledger_collection_response_body import OAuthBillingLedgerCollectionResponseBody
    from .o_auth_billing_merchant_context import OAuthBillingMerchantContext
    from .o_auth_billing_refund_request import OAuthBillingRefundRequest
    from .o_auth_billing_refund_response_body import OAuthBillingRefundResponseBody
    from .o_auth_billing_reservation import OAuthBillingReservation
    from .o_auth_billing_reservation_collection_response_body import OAuthBillingReservationCollectionResponseBody
    from .o_auth_billing_settlement import OAuthBillingSettlement
    from .o_auth_billing_settlement_collection_response_body import OAuthBillingSettlementCollectionResponseBody
    from .o_auth_billing_withdrawal_request import OAuthBillingWithdrawalRequest
    from .o_auth_client_registration import OAuthClientRegistration
    from .o_auth_client_registration_request import OAuthClientRegistrationRequest
    from .o_auth_installation_launch_token_exchange_request import OAuthInstallationLaunchTokenExchangeRequest
    from .o_auth_installation_status_application import OAuthInstallationStatusApplication
    from .o_auth_installation_status_billing_tag import OAuthInstallationStatusBillingTag
    from .o_auth_installation_status_request import OAuthInstallationStatusRequest
    from .o_auth_installation_status_response_body import OAuthInstallationStatusResponseBody
    from .o_auth_scope_catalog import OAuthScopeCatalog
    from .o_auth_token_request import OAuthTokenRequest
    from .oauth_application_of_authenticated_identity import OauthApplicationOfAuthenticatedIdentity
    from .order import Order
    from .order_available_actions import OrderAvailableActions
    from .order_change_status import OrderChangeStatus
    from .order_change_status_body import OrderChangeStatusBody
    from .order_chat import OrderChat
    from .order_create_body import OrderCreateBody
    from .order_create_shipment_status_history_body import OrderCreateShipmentStatusHistoryBody
    from .order_duplicate_body import OrderDuplicateBody
    from .order_email import OrderEmail
    from .order_emails_of_order import OrderEmailsOfOrder
    from .order_list import OrderList
    from .order_mark_not_spam import OrderMarkNotSpam
    from .order_message_history import OrderMessageHistory
    from .order_of_checkout_intent_detail import OrderOfCheckoutIntentDetail
    from .order_of_checkout_intent_summary import OrderOfCheckoutIntentSummary
    from .order_status_of_product_birdsend_sequences_of_product import OrderStatusOfProductBirdsendSequencesOfProduct
    from .order_status_of_product_mailketing_lists_of_product import OrderStatusOfProductMailketingListsOfProduct
    from .order_update_body import OrderUpdateBody
    from .order_update_shipment_data_body import OrderUpdateShipmentDataBody
    from .orderbundles_of_order_create_body import OrderbundlesOfOrderCreateBody
    from .orderbundles_of_order_update_body import OrderbundlesOfOrderUpdateBody
    from .orderlines_of_order import OrderlinesOfOrder
    from .orderlines_of_storefront_public_order import OrderlinesOfStorefrontPublicOrder
    from .ordervariants_of_order_create_body import OrdervariantsOfOrderCreateBody
    from .ordervariants_of_order_update_body import OrdervariantsOfOrderUpdateBody
    from .origin_address_of_order import OriginAddressOfOrder
    from .origin_address_of_order_list import OriginAddressOfOrderList
    from .page_checkout_intent_start_request import PageCheckoutIntentStartRequest
    from .page_display_of_form_displays_of_bundle_price_options_of_bundle import (
        PageDisplayOfFormDisplaysOfBundlePriceOptionsOfBundle,
    )
    from .page_display_of_form_displays_of_variants_of_product import PageDisplayOfFormDisplaysOfVariantsOfProduct
    from .page_display_of_upsell_form_displays_of_bundle_price_options_of_bundle import (
        PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle,
    )
    from .page_display_of_upsell_form_displays_of_variants_of_product import (
        PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct,
    )
    from .page_of_checkout_intent_detail import PageOfCheckoutIntentDetail
    from .page_of_checkout_intent_summary import PageOfCheckoutIntentSummary
    from .page_of_storefront_public_order import PageOfStorefrontPublicOrder
    from .page_public_checkout_customer import PagePublicCheckoutCustomer
    from .page_public_checkout_destination import PagePublicCheckoutDestination
    from .page_public_checkout_item import PagePublicCheckoutItem
    from .page_public_checkout_shipping_options_request import PagePublicCheckoutShippingOptionsRequest
    from .page_public_checkout_summary_request import PagePublicCheckoutSummaryRequest
    from .page_public_discount_code_check_request import PagePublicDiscountCodeCheckRequest
    from .page_public_order_bundle_item import PagePublicOrderBundleItem
    from .page_public_order_create_request import PagePublicOrderCreateRequest
    from .page_public_order_variant_item import PagePublicOrderVariantItem
    from .pages_of_bundle_price_option_extended_relation import PagesOfBundlePriceOptionExtendedRelation
    from .pages_of_bundle_relation import PagesOfBundleRelation
    from .pages_of_bundles_of_product_relations import PagesOfBundlesOfProductRelations
    from .pages_of_product_relations import PagesOfProductRelations
    from .paginated_collection_response_body import PaginatedCollectionResponseBody
    from .parameter_of_o_auth_billing_entry_type_query import ParameterOfOAuthBillingEntryTypeQuery
    from .parameter_of_sort_direction import ParameterOfSortDirection
    from .parameter_of_waba_send_mode import ParameterOfWabaSendMode
    from .parameter_of_web_analytics_ad_click import ParameterOfWebAnalyticsAdClick
    from .parameter_of_web_analytics_ad_click_type import ParameterOfWebAnalyticsAdClickType
    from .parameter_of_web_analytics_selectable_entity_type import ParameterOfWebAnalyticsSelectableEntityType
    from .parameter_of_web_analytics_utm_type import ParameterOfWebAnalyticsUtmType
    from .partner_of_bundle_partner import PartnerOfBundlePartner
    from .partner_of_product_partner import PartnerOfProductPartner
    from .partner_of_product_partners_of_product_list import PartnerOfProductPartnersOfProductList
    from .password_request import PasswordRequest
    from .payment_accounts_of_store_of_storefront_public_order import PaymentAccountsOfStoreOfStorefrontPublicOrder
    from .payment_method_of_get_courier_service_request import PaymentMethodOfGetCourierServiceRequest
    from .payment_method_of_order import PaymentMethodOfOrder
    from .payment_method_of_order_change_status_body import PaymentMethodOfOrderChangeStatusBody
    from .payment_method_of_order_create_body import PaymentMethodOfOrderCreateBody
    from .payment_method_of_order_duplicate_body import PaymentMethodOfOrderDuplicateBody
    from .payment_method_of_order_list import PaymentMethodOfOrderList
    from .payment_method_of_order_update_body import PaymentMethodOfOrderUpdateBody
    from .payment_method_parameter_of_list_orders import PaymentMethodParameterOfListOrders
    from .payment_status_history_of_order import PaymentStatusHistoryOfOrder
    from .payment_status_of_order import PaymentStatusOfOrder
    from .payment_status_of_order_change_status import PaymentStatusOfOrderChangeStatus
    from .payment_status_of_order_change_status_body import PaymentStatusOfOrderChangeStatusBody
    from .payment_status_of_order_chat import PaymentStatusOfOrderChat
    from .payment_status_of_order_list import PaymentStatusOfOrderList
    from .payment_status_of_order_mark_not_spam import PaymentStatusOfOrderMarkNotSpam
    from .payment_status_of_success_of_upload_orders import PaymentStatusOfSuccessOfUploadOrders
    from .payment_status_parameter_of_list_orders import PaymentStatusParameterOfListOrders
    from .pg_reference_i_ds import PGReferenceIDs
    from .pg_reference_id import PGReferenceID
    from .pgreferenceid_of_pg_reference_i_ds import PGREFERENCEIDOfPGReferenceIDs
    from .platform_parameter_of_list_orders import PlatformParameterOfListOrders
    from .position_of_remove_product_option_value_request import PositionOfRemoveProductOptionValueRequest
    from .position_of_reorder_product_option_values_request import PositionOfReorderProductOptionValuesRequest
    from .postal_code_requirement_of_business_store_update_request import (
        PostalCodeRequirementOfBusinessStoreUpdateRequest,
    )
    from .postal_code_requirement_of_store_of_order import PostalCodeRequirementOfStoreOfOrder
    from .pricing_type_of_orderlines_of_order import PricingTypeOfOrderlinesOfOrder
    from .pricing_type_of_product_variant_mutation_fields import PricingTypeOfProductVariantMutationFields
    from .pricing_type_of_variant import PricingTypeOfVariant
    from .pricing_type_of_variant_of_bundlelines_of_bundle import PricingTypeOfVariantOfBundlelinesOfBundle
    from .pricing_type_of_variant_subscription import PricingTypeOfVariantSubscription
    from .pricing_type_of_variants_of_product import PricingTypeOfVariantsOfProduct
    from .pricing_type_of_variants_of_product_list import PricingTypeOfVariantsOfProductList
    from .pricing_type_of_variants_of_simplified_product_list import PricingTypeOfVariantsOfSimplifiedProductList
    from .pricing_type_parameter_of_count_products import PricingTypeParameterOfCountProducts
    from .pricing_type_parameter_of_list_products import PricingTypeParameterOfListProducts
    from .pricing_type_parameter_of_list_products_simplified import PricingTypeParameterOfListProductsSimplified
    from .product import Product
    from .product_birdsend_sequences_of_product import ProductBirdsendSequencesOfProduct
    from .product_knowledge_item import ProductKnowledgeItem
    from .product_list import ProductList
    from .product_mailketing_lists_of_product import ProductMailketingListsOfProduct
    from .product_of_variant import ProductOfVariant
    from .product_of_variant_of_bundlelines_of_bundle import ProductOfVariantOfBundlelinesOfBundle
    from .product_partner import ProductPartner
    from .product_partners_of_product_list import ProductPartnersOfProductList
    from .product_relations import ProductRelations
    from .product_taxonomy import ProductTaxonomy
    from .product_variant_create_request import ProductVariantCreateRequest
    from .product_variant_mutation_fields import ProductVariantMutationFields
    from .product_variant_update_request import ProductVariantUpdateRequest
    from .public_checkout_request import PublicCheckoutRequest
    from .qty_type_parameter_of_count_products import QtyTypeParameterOfCountProducts
    from .qty_type_parameter_of_list_products import QtyTypeParameterOfListProducts
    from .qty_type_parameter_of_list_products_simplified import QtyTypeParameterOfListProductsSimplified
    from .raw_object_response_body import RawObjectResponseBody
    from .refund_status_of_o_auth_billing_refund_response_body import RefundStatusOfOAuthBillingRefundResponseBody
    from .remove_product_option_value_request import RemoveProductOptionValueRequest
    from .render_mode_of_landing_page_display import RenderModeOfLandingPageDisplay
    from .render_mode_of_landing_page_display_request import RenderModeOfLandingPageDisplayRequest
    from .render_mode_of_landing_page_display_summary import RenderModeOfLandingPageDisplaySummary
    from .render_mode_of_landing_page_summary import RenderModeOfLandingPageSummary
    from .reorder_product_option_values_request import ReorderProductOptionValuesRequest
    from .request_body_of_attach_business_store_bundle_price_options import (
        RequestBodyOfAttachBusinessStoreBundlePriceOptions,
    )
    from .revenue_basis_of_web_analytics_revenue_scope import RevenueBasisOfWebAnalyticsRevenueScope
    from .revenue_status_of_web_analytics_revenue import RevenueStatusOfWebAnalyticsRevenue
    from .revenue_status_of_web_analytics_source import RevenueStatusOfWebAnalyticsSource
    from .save_password_request import SavePasswordRequest
    from .search_courier_services_response_body import SearchCourierServicesResponseBody
    from .search_field_parameter_of_get_order_statistics import SearchFieldParameterOfGetOrderStatistics
    from .search_field_parameter_of_list_orders import SearchFieldParameterOfListOrders
    from .search_shipping_costs_response_body import SearchShippingCostsResponseBody
    from .search_warehouse_request import SearchWarehouseRequest
    from .search_warehouse_result import SearchWarehouseResult
    from .search_warehouses_response_body import SearchWarehousesResponseBody
    from .settlement_rail_of_o_auth_billing_settlement import SettlementRailOfOAuthBillingSettlement
    from .settlement_rail_of_o_auth_billing_withdrawal_request import SettlementRailOfOAuthBillingWithdrawalRequest
    from .severity_of_landing_page_display_validation_issue import SeverityOfLandingPageDisplayValidationIssue
    from .shipment_provider_code_of_order import ShipmentProviderCodeOfOrder
    from .shipment_provider_code_of_order_create_body import ShipmentProviderCodeOfOrderCreateBody
    from .shipment_provider_code_of_order_list import ShipmentProviderCodeOfOrderList
    from .shipment_provider_code_of_order_update_body import ShipmentProviderCodeOfOrderUpdateBody
    from .shipment_provider_code_of_order_update_shipment_data_body import (
        ShipmentProviderCodeOfOrderUpdateShipmentDataBody,
    )
    from .shipment_status_history_of_order import ShipmentStatusHistoryOfOrder
    from .shipment_status_history_of_storefront_public_order import ShipmentStatusHistoryOfStorefrontPublicOrder
    from .shipping_cost_request import ShippingCostRequest
    from .shipping_cost_result import ShippingCostResult
    from .simplified_product_list import SimplifiedProductList
    from .sort_by_parameter_of_list_checkout_intents import SortByParameterOfListCheckoutIntents
    from .sort_direction_parameter_of_list_checkout_intents import SortDirectionParameterOfListCheckoutIntents
    from .status_history_of_order import StatusHistoryOfOrder
    from .status_history_of_order_email import StatusHistoryOfOrderEmail
    from .status_history_of_order_emails_of_order import StatusHistoryOfOrderEmailsOfOrder
    from .status_of_checkout_intent_capture import StatusOfCheckoutIntentCapture
    from .status_of_checkout_intent_detail import StatusOfCheckoutIntentDetail
    from .status_of_checkout_intent_summary import StatusOfCheckoutIntentSummary
    from .status_of_collection_item import StatusOfCollectionItem
    from .status_of_latest_renewal_invoice_of_subscription_detail import (
        StatusOfLatestRenewalInvoiceOfSubscriptionDetail,
    )
    from .status_of_order import StatusOfOrder
    from .status_of_order_change_status import StatusOfOrderChangeStatus
    from .status_of_order_change_status_body import StatusOfOrderChangeStatusBody
    from .status_of_order_chat import StatusOfOrderChat
    from .status_of_order_create_shipment_status_history_body import StatusOfOrderCreateShipmentStatusHistoryBody
    from .status_of_order_list import StatusOfOrderList
    from .status_of_order_mark_not_spam import StatusOfOrderMarkNotSpam
    from .status_of_payment_status_history_of_order import StatusOfPaymentStatusHistoryOfOrder
    from .status_of_status_history_of_order import StatusOfStatusHistoryOfOrder
    from .status_of_storefront_allowed_origin import StatusOfStorefrontAllowedOrigin
    from .status_of_storefront_public_api_key import StatusOfStorefrontPublicApiKey
    from .status_of_subscription import StatusOfSubscription
    from .status_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .status_of_subscription_detail import StatusOfSubscriptionDetail
    from .status_of_subscription_items_of_subscription import StatusOfSubscriptionItemsOfSubscription
    from .status_of_subscription_items_of_subscription_detail import StatusOfSubscriptionItemsOfSubscriptionDetail
    from .status_of_success_of_upload_orders import StatusOfSuccessOfUploadOrders
    from .status_of_waba_typing_indicator import StatusOfWabaTypingIndicator
    from .status_of_web_analytics_revenue_scope import StatusOfWebAnalyticsRevenueScope
    from .status_parameter_of_list_checkout_intents import StatusParameterOfListCheckoutIntents
    from .status_parameter_of_list_customer_subscriptions import StatusParameterOfListCustomerSubscriptions
    from .status_parameter_of_list_discount_codes import StatusParameterOfListDiscountCodes
    from .status_parameter_of_list_orders import StatusParameterOfListOrders
    from .stock_status_of_variant_availability import StockStatusOfVariantAvailability
    from .store_courier_other_incomes_of_store_of_order import StoreCourierOtherIncomesOfStoreOfOrder
    from .store_custom_domain_of_storefront_public_order import StoreCustomDomainOfStorefrontPublicOrder
    from .store_method_other_incomes_of_store_of_order import StoreMethodOtherIncomesOfStoreOfOrder
    from .store_of_checkout_intent_detail import StoreOfCheckoutIntentDetail
    from .store_of_checkout_intent_summary import StoreOfCheckoutIntentSummary
    from .store_of_order import StoreOfOrder
    from .store_of_order_list import StoreOfOrderList
    from .store_of_storefront_public_order import StoreOfStorefrontPublicOrder
    from .store_of_subscription import StoreOfSubscription
    from .store_of_subscription_detail import StoreOfSubscriptionDetail
    from .storefront_allowed_origin import StorefrontAllowedOrigin
    from .storefront_allowed_origin_list_response import StorefrontAllowedOriginListResponse
    from .storefront_allowed_origin_request import StorefrontAllowedOriginRequest
    from .storefront_analytics_bundle_price_option_item import StorefrontAnalyticsBundlePriceOptionItem
    from .storefront_analytics_variant_item import StorefrontAnalyticsVariantItem
    from .storefront_bundle_line import StorefrontBundleLine
    from .storefront_bundle_price_option_card import StorefrontBundlePriceOptionCard
    from .storefront_bundle_price_option_detail import StorefrontBundlePriceOptionDetail
    from .storefront_cart_merge_response import StorefrontCartMergeResponse
    from .storefront_category import StorefrontCategory
    from .storefront_category_list_response import StorefrontCategoryListResponse
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_destination import StorefrontCheckoutDestination
    from .storefront_checkout_intent_start_request import StorefrontCheckoutIntentStartRequest
    from .storefront_checkout_shipping_options_request import StorefrontCheckoutShippingOptionsRequest
    from .storefront_checkout_shipping_options_response import StorefrontCheckoutShippingOptionsResponse
    from .storefront_checkout_summary_request import StorefrontCheckoutSummaryRequest
    from .storefront_checkout_summary_response import StorefrontCheckoutSummaryResponse
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem
    from .storefront_city import StorefrontCity
    from .storefront_city_list_response import StorefrontCityListResponse
    from .storefront_customer_facing_courier import StorefrontCustomerFacingCourier
    from .storefront_customer_facing_courier_service import StorefrontCustomerFacingCourierService
    from .storefront_customer_facing_customer import StorefrontCustomerFacingCustomer
    from .storefront_customer_facing_destination_address import StorefrontCustomerFacingDestinationAddress
    from .storefront_customer_facing_financial_entity import StorefrontCustomerFacingFinancialEntity
    from .storefront_customer_facing_order import StorefrontCustomerFacingOrder
    from .storefront_customer_facing_order_line import StorefrontCustomerFacingOrderLine
    from .storefront_customer_facing_payment_account import StorefrontCustomerFacingPaymentAccount
    from .storefront_customer_facing_store import StorefrontCustomerFacingStore
    from .storefront_discount_code import StorefrontDiscountCode
    from .storefront_discount_code_check_request import StorefrontDiscountCodeCheckRequest
    from .storefront_discount_code_check_response import StorefrontDiscountCodeCheckResponse
    from .storefront_item_count_response import StorefrontItemCountResponse
    from .storefront_item_list_response import StorefrontItemListResponse
    from .storefront_location import StorefrontLocation
    from .storefront_location_list_response import StorefrontLocationListResponse
    from .storefront_meta_conversion_event import StorefrontMetaConversionEvent
    from .storefront_meta_conversion_event_request import StorefrontMetaConversionEventRequest
    from .storefront_meta_conversion_user_data import StorefrontMetaConversionUserData
    from .storefront_payment_method import StorefrontPaymentMethod
    from .storefront_payment_method_list_response import StorefrontPaymentMethodListResponse
    from .storefront_postal_code import StorefrontPostalCode
    from .storefront_postal_code_list_response import StorefrontPostalCodeListResponse
    from .storefront_price_range import StorefrontPriceRange
    from .storefront_product_card import StorefrontProductCard
    from .storefront_product_detail import StorefrontProductDetail
    from .storefront_province import StorefrontProvince
    from .storefront_province_list_response import StorefrontProvinceListResponse
    from .storefront_public_api_key import StorefrontPublicApiKey
    from .storefront_public_api_key_list_response import StorefrontPublicApiKeyListResponse
    from .storefront_public_order import StorefrontPublicOrder
    from .storefront_public_order_transfer_proof_upload import StorefrontPublicOrderTransferProofUpload
    from .storefront_public_order_transfer_proof_upload_request import StorefrontPublicOrderTransferProofUploadRequest
    from .storefront_public_order_update_request import StorefrontPublicOrderUpdateRequest
    from .storefront_selected_shipping_option import StorefrontSelectedShippingOption
    from .storefront_shipping_option import StorefrontShippingOption
    from .storefront_snack_video_conversion_event import StorefrontSnackVideoConversionEvent
    from .storefront_snack_video_conversion_event_properties import StorefrontSnackVideoConversionEventProperties
    from .storefront_snack_video_conversion_event_request import StorefrontSnackVideoConversionEventRequest
    from .storefront_taxonomy import StorefrontTaxonomy
    from .storefront_tiktok_conversion_event import StorefrontTiktokConversionEvent
    from .storefront_tiktok_conversion_event_request import StorefrontTiktokConversionEventRequest
    from .storefront_tiktok_conversion_user_data import StorefrontTiktokConversionUserData
    from .storefront_variant import StorefrontVariant
    from .storefront_variant_pricing import StorefrontVariantPricing
    from .storefront_variant_pricing_response import StorefrontVariantPricingResponse
    from .stores_of_bundle_price_option import StoresOfBundlePriceOption
    from .stores_of_bundle_price_option_extended_relation import StoresOfBundlePriceOptionExtendedRelation
    from .stores_of_bundle_price_options_of_bundle import StoresOfBundlePriceOptionsOfBundle
    from .stores_of_bundle_relation import StoresOfBundleRelation
    from .stores_of_bundles_of_product_relations import StoresOfBundlesOfProductRelations
    from .stores_of_product import StoresOfProduct
    from .stores_of_product_relations import StoresOfProductRelations
    from .subscription import Subscription
    from .subscription_action_of_pending_action_of_subscription_items_of_subscription_detail import (
        SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail,
    )
    from .subscription_detail import SubscriptionDetail
    from .subscription_items_of_subscription import SubscriptionItemsOfSubscription
    from .subscription_items_of_subscription_detail import SubscriptionItemsOfSubscriptionDetail
    from .subscription_variant_change_request import SubscriptionVariantChangeRequest
    from .success_of_upload_orders import SuccessOfUploadOrders
    from .successes_of_generate_or_cancel_awb import SuccessesOfGenerateOrCancelAWB
    from .tags_of_order_list import TagsOfOrderList
    from .taxonomy_of_product import TaxonomyOfProduct
    from .tiktok_pixel import TiktokPixel
    from .tiktok_pixel_collection_response_body import TiktokPixelCollectionResponseBody
    from .tiktok_pixel_request import TiktokPixelRequest
    from .token_endpoint_auth_method_of_o_auth_client_registration import (
        TokenEndpointAuthMethodOfOAuthClientRegistration,
    )
    from .token_endpoint_auth_method_of_o_auth_client_registration_request import (
        TokenEndpointAuthMethodOfOAuthClientRegistrationRequest,
    )
    from .token_endpoint_auth_methods_supported_of_o_auth_authorization_server_metadata import (
        TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata,
    )
    from .token_endpoint_auth_signing_alg_of_o_auth_client_registration_request import (
        TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest,
    )
    from .token_type_of_customer_auth_token_response_body import TokenTypeOfCustomerAuthTokenResponseBody
    from .token_type_of_o_auth_installation_status_request import TokenTypeOfOAuthInstallationStatusRequest
    from .traffic_status_of_web_analytics_revenue import TrafficStatusOfWebAnalyticsRevenue
    from .traffic_status_of_web_analytics_source import TrafficStatusOfWebAnalyticsSource
    from .trigger_purchase import TriggerPurchase
    from .type_of_analytics_standard_event import TypeOfAnalyticsStandardEvent
    from .type_of_birdsend_sequence_of_product_birdsend_sequences_of_product import (
        TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct,
    )
    from .type_of_bundle_price_option_of_checkout_intent_item import TypeOfBundlePriceOptionOfCheckoutIntentItem
    from .type_of_cart_bundle_price_option_item_request import TypeOfCartBundlePriceOptionItemRequest
    from .type_of_cart_variant_item_request import TypeOfCartVariantItemRequest
    from .type_of_checkout_intent_prefill_item import TypeOfCheckoutIntentPrefillItem
    from .type_of_checkout_intent_stored_item import TypeOfCheckoutIntentStoredItem
    from .type_of_guest_cart_bundle_price_option_item import TypeOfGuestCartBundlePriceOptionItem
    from .type_of_guest_cart_variant_item import TypeOfGuestCartVariantItem
    from .type_of_kwai_pixel_request import TypeOfKwaiPixelRequest
    from .type_of_page_public_checkout_item import TypeOfPagePublicCheckoutItem
    from .type_of_store_courier_other_incomes_of_store_of_order import TypeOfStoreCourierOtherIncomesOfStoreOfOrder
    from .type_of_store_method_other_incomes_of_store_of_order import TypeOfStoreMethodOtherIncomesOfStoreOfOrder
    from .type_of_storefront_checkout_bundle_price_option_item import TypeOfStorefrontCheckoutBundlePriceOptionItem
    from .type_of_storefront_checkout_variant_item import TypeOfStorefrontCheckoutVariantItem
    from .type_of_typing_indicator_of_waba_typing_indicator import TypeOfTypingIndicatorOfWabaTypingIndicator
    from .type_of_variant_of_checkout_intent_item import TypeOfVariantOfCheckoutIntentItem
    from .type_parameter_of_list_kwai_pixels import TypeParameterOfListKwaiPixels
    from .type_parameter_of_list_kwai_standard_events import TypeParameterOfListKwaiStandardEvents
    from .typing_indicator_of_waba_typing_indicator import TypingIndicatorOfWabaTypingIndicator
    from .unavailable_reason_of_checkout_intent_prefill_item import UnavailableReasonOfCheckoutIntentPrefillItem
    from .update_order_customer_request import UpdateOrderCustomerRequest
    from .update_order_shipment_receipt_request import UpdateOrderShipmentReceiptRequest
    from .update_order_tags_request import UpdateOrderTagsRequest
    from .update_request_product import UpdateRequestProduct
    from .upgrade_subscription_item_request import UpgradeSubscriptionItemRequest
    from .upload_order_receipt_request import UploadOrderReceiptRequest
    from .upload_order_receipt_response_body import UploadOrderReceiptResponseBody
    from .upload_order_status_changes_request import UploadOrderStatusChangesRequest
    from .upload_orders import UploadOrders
    from .upload_orders_request import UploadOrdersRequest
    from .upload_receipt import UploadReceipt
    from .upsell_form_displays_of_bundle_price_options_of_bundle import UpsellFormDisplaysOfBundlePriceOptionsOfBundle
    from .upsell_form_displays_of_variants_of_product import UpsellFormDisplaysOfVariantsOfProduct
    from .user_of_authenticated_identity import UserOfAuthenticatedIdentity
    from .utm_type_of_web_analytics_source import UtmTypeOfWebAnalyticsSource
    from .utm_type_of_web_analytics_source_revenue import UtmTypeOfWebAnalyticsSourceRevenue
    from .validity_period_unit_of_product_variant_mutation_fields import (
        ValidityPeriodUnitOfProductVariantMutationFields,
    )
    from .validity_period_unit_of_variant import ValidityPeriodUnitOfVariant
    from .validity_period_unit_of_variant_of_bundlelines_of_bundle import (
        ValidityPeriodUnitOfVariantOfBundlelinesOfBundle,
    )
    from .validity_period_unit_of_variant_subscription import ValidityPeriodUnitOfVariantSubscription
    from .validity_period_unit_of_variants_of_product import ValidityPeriodUnitOfVariantsOfProduct
    from .validity_period_unit_of_variants_of_product_list import ValidityPeriodUnitOfVariantsOfProductList
    from .validity_period_unit_of_variants_of_simplified_product_list import (
        ValidityPeriodUnitOfVariantsOfSimplifiedProductList,
    )
    from .variant import Variant
    from .variant_availability import VariantAvailability
    from .variant_of_bundlelines_of_bundle import VariantOfBundlelinesOfBundle
    from .variant_of_checkout_intent_item import VariantOfCheckoutIntentItem
    from .variant_of_subscription_items_of_subscription import VariantOfSubscriptionItemsOfSubscription
    from .variant_of_subscription_items_of_subscription_detail import VariantOfSubscriptionItemsOfSubscriptionDetail
    from .variant_subscription import VariantSubscription
    from .variants_of_create_request_product import VariantsOfCreateRequestProduct
    from .variants_of_product import VariantsOfProduct
    from .variants_of_product_list import VariantsOfProductList
    from .variants_of_product_relations import VariantsOfProductRelations
    from .variants_of_search_warehouse_request import VariantsOfSearchWarehouseRequest
    from .variants_of_simplified_product_list import VariantsOfSimplifiedProductList
    from .wa_integration_of_managing_follow_up_chat import WaIntegrationOfManagingFollowUpChat
    from .waba_account import WabaAccount
    from .waba_account_collection_response_body import WabaAccountCollectionResponseBody
    from .waba_account_store import WabaAccountStore
    from .waba_typing_indicator import WabaTypingIndicator
    from .warehouse_address_of_warehouse_of_search_warehouse_result import (
        WarehouseAddressOfWarehouseOfSearchWarehouseResult,
    )
    from .warehouse_of_courier_service_result import WarehouseOfCourierServiceResult
    from .warehouse_of_order import WarehouseOfOrder
    from .warehouse_of_order_list import WarehouseOfOrderList
    from .warehouse_of_search_warehouse_result import WarehouseOfSearchWarehouseResult
    from .warehouse_partner_of_search_warehouse_result import WarehousePartnerOfSearchWarehouseResult
    from .warehouses_of_product import WarehousesOfProduct
    from .web_analytics_ad_click import WebAnalyticsAdClick
    from .web_analytics_ad_clicks import WebAnalyticsAdClicks
    from .web_analytics_audience import WebAnalyticsAudience
    from .web_analytics_audience_bucket import WebAnalyticsAudienceBucket
    from .web_analytics_conversion import WebAnalyticsConversion
    from .web_analytics_counts import WebAnalyticsCounts
    from .web_analytics_engagement import WebAnalyticsEngagement
    from .web_analytics_entity_funnel import WebAnalyticsEntityFunnel
    from .web_analytics_entity_journey import WebAnalyticsEntityJourney
    from .web_analytics_entity_type import WebAnalyticsEntityType
    from .web_analytics_funnel_step import WebAnalyticsFunnelStep
    from .web_analytics_journey import WebAnalyticsJourney
    from .web_analytics_location_coverage import WebAnalyticsLocationCoverage
    from .web_analytics_map_point import WebAnalyticsMapPoint
    from .web_analytics_neighbour import WebAnalyticsNeighbour
    from .web_analytics_order_funnel import WebAnalyticsOrderFunnel
    from .web_analytics_page import WebAnalyticsPage
    from .web_analytics_pages import WebAnalyticsPages
    from .web_analytics_payment_link_option import WebAnalyticsPaymentLinkOption
    from .web_analytics_payment_link_options import WebAnalyticsPaymentLinkOptions
    from .web_analytics_revenue import WebAnalyticsRevenue
    from .web_analytics_revenue_scope import WebAnalyticsRevenueScope
    from .web_analytics_scope_option import WebAnalyticsScopeOption
    from .web_analytics_scope_options import WebAnalyticsScopeOptions
    from .web_analytics_source import WebAnalyticsSource
    from .web_analytics_source_revenue import WebAnalyticsSourceRevenue
    from .web_analytics_sources import WebAnalyticsSources
    from .web_analytics_traffic import WebAnalyticsTraffic
    from .web_analytics_traffic_bucket import WebAnalyticsTrafficBucket
    from .web_analytics_transition import WebAnalyticsTransition
    from .webhook_status_of_o_auth_installation_status_response_body import (
        WebhookStatusOfOAuthInstallationStatusResponseBody,
    )
    from .will_unpublish_of_pages_of_bundle_price_option_extended_relation import (
        WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation,
    )
    from .will_unpublish_of_pages_of_bundle_relation import WillUnpublishOfPagesOfBundleRelation
    from .will_unpublish_of_pages_of_bundles_of_product_relations import WillUnpublishOfPagesOfBundlesOfProductRelations
    from .will_unpublish_of_pages_of_product_relations import WillUnpublishOfPagesOfProductRelations
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return value


__all__ = (
    "AcceptBusinessInvitationRequest",
    "ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail",
    "AdClickTypeOfWebAnalyticsAdClick",
    "AddOrderMessageHistoryRequest",
    "AddProductOptionRequest",
    "AdvertiserOfOrder",
    "AdvertiserOfOrderList",
    "AffiliateProDomainsOfProductPartner",
    "AffiliateProDomainsOfProductPartnersOfProductList",
    "AffiliateProLinksOfProductPartner",
    "AffiliateProLinksOfProductPartnersOfProductList",
    "AfterSubmitEventOfLandingPageFormDisplayRequest",
    "AllOfPagesOfBundlePriceOptionExtendedRelation",
    "AllOfPagesOfBundleRelation",
    "AllOfPagesOfBundlesOfProductRelations",
    "AllOfPagesOfProductRelations",
    "AmountTypeOfDiscountCodeCreateRequest",
    "AnalyticsPurchasesOfOrder",
    "AnalyticsStandardEvent",
    "AnalyticsStandardEventCollectionResponseBody",
    "ApiErrorResponse",
    "AppliedFiltersOfWebAnalyticsRevenueScope",
    "AppliedToOfDiscountCodeCreateRequest",
    "AppliedToParameterOfListDiscountCodes",
    "AttributionOfCheckoutIntentDetail",
    "AttributionOfWebAnalyticsRevenue",
    "AttributionOfWebAnalyticsSource",
    "AuthMethodOfAuthenticatedIdentity",
    "AuthenticatedBusinessSummary",
    "AuthenticatedConnectedBusiness",
    "AuthenticatedIdentity",
    "AwbCaStatusOfOrder",
    "AwbCaStatusOfOrderList",
    "AwbCaStatusOfOrderUpdateShipmentDataBody",
    "AwbCaStatusParameterOfListOrders",
    "AwbStatusOfOrder",
    "AwbStatusOfOrderList",
    "BasisOfWebAnalyticsAdClick",
    "BasisOfWebAnalyticsOrderFunnel",
    "BasisOfWebAnalyticsRevenueScope",
    "BirdsendSequenceOfProductBirdsendSequencesOfProduct",
    "BreakdownDateParameterOfGetOrderStatistics",
    "BucketKindOfWebAnalyticsRevenue",
    "BucketKindOfWebAnalyticsSource",
    "BulkUpdateProductVariantPricesRequest",
    "Bundle",
    "BundleCount",
    "BundleCreateRequest",
    "BundleList",
    "BundleListSimplified",
    "BundlePartner",
    "BundlePriceOption",
    "BundlePriceOptionExtendedRelation",
    "BundlePriceOptionOfCheckoutIntentItem",
    "BundlePriceOptionRequest",
    "BundlePriceOptionsOfBundle",
    "BundlePriceOptionsOfBundleCreateRequest",
    "BundlePriceOptionsOfBundleListSimplified",
    "BundlePriceOptionsOfBundleRelation",
    "BundlePriceOptionsOfBundlesOfProductRelations",
    "BundleRelation",
    "BundleUpdateRequest",
    "BundlelinesOfBundle",
    "BundlelinesOfBundleCreateRequest",
    "BundlelinesOfBundleUpdateRequest",
    "BundlesOfProductRelations",
    "BusinessOfAllOfPagesOfBundlePriceOptionExtendedRelation",
    "BusinessOfAllOfPagesOfBundleRelation",
    "BusinessOfAllOfPagesOfBundlesOfProductRelations",
    "BusinessOfAllOfPagesOfProductRelations",
    "BusinessOfBundle",
    "BusinessOfBundleList",
    "BusinessOfBundleRelation",
    "BusinessOfBundlesOfProductRelations",
    "BusinessOfOrder",
    "BusinessOfProduct",
    "BusinessOfProductList",
    "BusinessOfProductOfVariant",
    "BusinessOfProductOfVariantOfBundlelinesOfBundle",
    "BusinessOfStoreOfOrder",
    "BusinessOfStoreOfOrderList",
    "BusinessOfStorefrontPublicOrder",
    "BusinessOfStoresOfBundlePriceOptionExtendedRelation",
    "BusinessOfStoresOfBundleRelation",
    "BusinessOfStoresOfBundlesOfProductRelations",
    "BusinessOfStoresOfProductRelations",
    "BusinessOfWarehouseOfOrder",
    "BusinessOfWarehouseOfOrderList",
    "BusinessOfWarehouseOfSearchWarehouseResult",
    "BusinessOfWillUnpublishOfPagesOfBundlePriceOptionExtendedRelation",
    "BusinessOfWillUnpublishOfPagesOfBundleRelation",
    "BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations",
    "BusinessOfWillUnpublishOfPagesOfProductRelations",
    "BusinessRoleParameterOfListOrders",
    "BusinessStore",
    "BusinessStoreBundle",
    "BusinessStoreBundleCollectionResponseBody",
    "BusinessStoreBundlePriceOption",
    "BusinessStoreBusinessUser",
    "BusinessStoreCollectionResponseBody",
    "BusinessStoreCreateRequest",
    "BusinessStoreProduct",
    "BusinessStoreProductCollectionResponseBody",
    "BusinessStoreRole",
    "BusinessStoreSalesPerson",
    "BusinessStoreSalesPersonCollectionResponseBody",
    "BusinessStoreUpdateRequest",
    "BusinessStoreUser",
    "BusinessStoreVariantSummary",
    "BusinessUserCollectionResponseBody",
    "CancelOrderAwbRequest",
    "CapiPurchaseValueTypeOfBusinessStoreUpdateRequest",
    "CapiPurchaseValueTypeOfStoreOfOrder",
    "CartBundlePriceOptionItemRequest",
    "CartItemUpdateRequest",
    "CartSummaryOfCheckoutIntentDetail",
    "CartSummaryOfCheckoutIntentSummary",
    "CartVariantItemRequest",
    "ChangeOrderStatusResponseBody",
    "CheckoutIntentAttribution",
    "CheckoutIntentCapture",
    "CheckoutIntentCollection",
    "CheckoutIntentDetail",
    "CheckoutIntentFields",
    "CheckoutIntentOfDataOfCheckoutIntentPrefillResponse",
    "CheckoutIntentPrefillItem",
    "CheckoutIntentPrefillResponse",
    "CheckoutIntentStoredItem",
    "CheckoutIntentSummary",
    "CheckoutIntentUpdateRequest",
    "ClientAnalyticsConfigOfLandingPage",
    "ClientAnalyticsConfigOfLandingPagePublic",
    "ClientAnalyticsConfigOfLandingPageUpdateRequest",
    "CodPurchaseTriggersOfStoreOfOrder",
    "CollectionItem",
    "CollectionResponseBody",
    "ConnectedBusinessesResponseBody",
    "ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest",
    "CountProductsResponseBody",
    "CourierCodesOfShippingCostRequest",
    "CourierOfCourierServiceOfCourierServiceResult",
    "CourierOfCourierServiceOfOrder",
    "CourierOfCourierServiceOfOrderList",
    "CourierOfCourierServiceOfShippingCostResult",
    "CourierOfCourierServiceOfStorefrontPublicOrder",
    "CourierServiceOfCourierServiceResult",
    "CourierServiceOfOrder",
    "CourierServiceOfOrderList",
    "CourierServiceOfShippingCostResult",
    "CourierServiceOfStorefrontPublicOrder",
    "CourierServiceResult",
    "CourierTypeOfCourierOfCourierServiceOfCourierServiceResult",
    "CourierTypeOfCourierOfCourierServiceOfOrder",
    "CourierTypeOfCourierOfCourierServiceOfOrderList",
    "CourierTypeOfCourierOfCourierServiceOfShippingCostResult",
    "CreateBundlePartnerRequest",
    "CreateOrderPaymentResponseBody",
    "CreatePartnerRequest",
    "CreateRequestProduct",
    "CreateTypeOfUploadOrdersRequest",
    "CreateUpdateFollowUpChatRequest",
    "CreateUpdateProductKnowledgeItemRequest",
    "CreateVariantDigitalProductFileRequest",
    "CreatedByOfBundle",
    "CreatedByOfBundleList",
    "CreatedByOfProduct",
    "CreatedByOfProductList",
    "CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail",
    "CurrencyOfOAuthBillingEarnings",
    "CurrencyOfOAuthBillingRefundResponseBody",
    "CurrencyOfOrderlinesOfOrder",
    "CurrencyOfProductVariantMutationFields",
    "CurrencyOfSubscriptionItemsOfSubscriptionDetail",
    "CurrencyOfVariant",
    "CurrencyOfVariantOfBundlelinesOfBundle",
    "CurrencyOfVariantSubscription",
    "CurrencyOfVariantsOfProduct",
    "CurrencyOfVariantsOfProductList",
    "CurrencyOfVariantsOfSimplifiedProductList",
    "CurrentBusinessUser",
    "CurrentBusinessUserBusiness",
    "CurrentBusinessUserRole",
    "CurrentOAuthApplication",
    "CustomBreakdownKeyParameterOfGetOrderStatistics",
    "CustomDomainOfStoreOfStorefrontPublicOrder",
    "CustomDomainOfStoresOfBundlePriceOption",
    "CustomDomainOfStoresOfBundlePriceOptionsOfBundle",
    "CustomDomainOfStoresOfProduct",
    "CustomDomainsOfProductList",
    "CustomDomainsOfProductPartner",
    "CustomDomainsOfProductPartnersOfProductList",
    "CustomFieldsOfCheckoutIntentFields",
    "CustomFieldsOfFieldsOfCheckoutIntentDetail",
    "CustomerAddress",
    "CustomerAddressListResponse",
    "CustomerAddressRequest",
    "CustomerAuthTokenResponseBody",
    "CustomerCart",
    "CustomerCartItemAddResponse",
    "CustomerCartItemDeleteResponse",
    "CustomerCartItemUpdateResponse",
    "CustomerCheckoutAddressListResponse",
    "CustomerCheckoutPaymentAccount",
    "CustomerCheckoutPaymentMethodsResponse",
    "CustomerCheckoutRequest",
    "CustomerCheckoutShippingOptionsRequest",
    "CustomerCheckoutShippingOptionsResponse",
    "CustomerCheckoutSummaryRequest",
    "CustomerCheckoutSummaryResponse",
    "CustomerCourseAccessResponse",
    "CustomerCourseContent",
    "CustomerCourseProgress",
    "CustomerCourseProgressUpdateRequest",
    "CustomerCourseProgressUpdateResponse",
    "CustomerCourseSection",
    "CustomerLoginOtpChallengeResponseBody",
    "CustomerLoginRequest",
    "CustomerOfCheckoutIntentDetail",
    "CustomerOfCheckoutIntentSummary",
    "CustomerOfOrder",
    "CustomerOfOrderList",
    "CustomerOfStorefrontPublicOrder",
    "CustomerOfSubscription",
    "CustomerOfSubscriptionDetail",
    "CustomerOrderListResponse",
    "CustomerOtpVerifyRequest",
    "CustomerPasswordUpdateResponse",
    "CustomerPrivacyCountryCode",
    "CustomerPrivacyLegalAcceptance",
    "CustomerPrivacySettings",
    "CustomerPrivacySettingsUpdate",
    "CustomerProfile",
    "CustomerProfileResponse",
    "CustomerProfileStore",
    "CustomerProfileUpdateRequest",
    "CustomerProfileUpdateResponse",
    "DataOfCheckoutIntentPrefillResponse",
    "DatetimeTypeParameterOfGetOrderStatistics",
    "DeleteOrdersRequest",
    "DeleteOrdersResponseBody",
    "DenominatorBasisOfWebAnalyticsOrderFunnel",
    "DestinationAddressOfOrder",
    "DestinationAddressOfOrderList",
    "DestinationAddressOfStorefrontPublicOrder",
    "DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest",
    "DigitalProductFile",
    "DigitalProductFilesOfVariant",
    "DigitalProductFilesOfVariantOfBundlelinesOfBundle",
    "DigitalProductFilesOfVariantsOfProduct",
    "DigitalProductFilesOfVariantsOfProductList",
    "DigitalProductFilesOfVariantsOfSimplifiedProductList",
    "DiscountCode",
    "DiscountCodeCollectionResponseBody",
    "DiscountCodeCreateRequest",
    "DiscountCodeUpdateRequest",
    "DowngradeSubscriptionItemRequest",
    "DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest",
    "DynamicOtherIncomeCodTypeOfStoreOfOrder",
    "DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest",
    "DynamicOtherIncomeEpaymentTypeOfStoreOfOrder",
    "EmailReplyToAssignmentOfBusinessStoreUpdateRequest",
    "EntityTypeOfStorefrontBundlePriceOptionCard",
    "EntityTypeOfStorefrontProductCard",
    "ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail",
    "FailedOfUploadOrders",
    "FailuresOfGenerateOrCancelAWB",
    "FieldOfBulkUpdateProductVariantPricesRequest",
    "FieldsOfCheckoutIntentDetail",
    "FinalVariantsOfOrderList",
    "FinalVariantsOfStorefrontCustomerFacingOrder",
    "FinancialEntityOfOrder",
    "FinancialEntityOfOrderList",
    "FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder",
    "FlexibleObject",
    "FollowUpChatDetail",
    "FollowUpChatTypeOfOrderList",
    "FollowUpChatsOfOrder",
    "FollowUpChatsOfOrderChat",
    "FollowUpChatsOfOrderList",
    "ForgetPasswordRequest",
    "FormDisplaysOfBundlePriceOptionsOfBundle",
    "FormDisplaysOfVariantsOfProduct",
    "GenerateOrCancelAWB",
    "GenerateOrderAwbRequest",
    "GenericJsonObject",
    "GenericUploadRequest",
    "GetCourierServiceRequest",
    "GetOrderStatisticsResponseBody",
    "GrantTypeOfOAuthTokenRequest",
    "GtmContainer",
    "GtmContainerCollectionResponseBody",
    "GtmContainerRequest",
    "GuestCart",
    "GuestCartBundlePriceOptionItem",
    "GuestCartVariantItem",
    "HandlerAssignmentOfLandingPageFormDisplayRequest",
    "HandlerOfCheckoutIntentDetail",
    "HandlerOfCheckoutIntentSummary",
    "HandlerOfOrder",
    "HandlerOfOrderList",
    "HtmlModeCspPolicy",
    "IntervalOfOrderlinesOfOrder",
    "IntervalOfProductVariantMutationFields",
    "IntervalOfSubscription",
    "IntervalOfSubscriptionDetail",
    "IntervalOfVariant",
    "IntervalOfVariantOfBundlelinesOfBundle",
    "IntervalOfVariantSubscription",
    "IntervalOfVariantsOfProduct",
    "IntervalOfVariantsOfProductList",
    "IntervalOfVariantsOfSimplifiedProductList",
    "IsBreakdownStatusParameterOfGetOrderStatistics",
    "IsFromFormParameterOfListOrders",
    "IsProbablySpamParameterOfListOrders",
    "IsRepeatParameterOfListOrders",
    "IsTransferproofExistParameterOfListOrders",
    "ItemTypeOfCreateRequestProduct",
    "ItemTypeOfOrderlinesOfOrder",
    "ItemTypeOfProduct",
    "ItemTypeOfProductList",
    "ItemTypeOfProductOfVariant",
    "ItemTypeOfProductOfVariantOfBundlelinesOfBundle",
    "ItemTypeOfProductVariantMutationFields",
    "ItemTypeOfSimplifiedProductList",
    "ItemTypeOfUpdateRequestProduct",
    "ItemTypeOfVariant",
    "ItemTypeOfVariantOfBundlelinesOfBundle",
    "ItemTypeOfVariantOfSubscriptionItemsOfSubscription",
    "ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail",
    "ItemTypeOfVariantSubscription",
    "ItemTypeOfVariantsOfProduct",
    "ItemTypeOfVariantsOfProductList",
    "ItemTypeOfVariantsOfProductRelations",
    "ItemTypeOfVariantsOfSimplifiedProductList",
    "ItemTypeParameterOfCountProducts",
    "ItemTypeParameterOfListProducts",
    "ItemTypeParameterOfListProductsSimplified",
    "JsonObject",
    "JwtBlacklistRequest",
    "JwtRefreshRequest",
    "KwaiPixel",
    "KwaiPixelCollectionResponseBody",
    "KwaiPixelRequest",
    "LabelsOfBundle",
    "LabelsOfProduct",
    "LabelsOfProductList",
    "LabelsOfSimplifiedProductList",
    "LandingPage",
    "LandingPageCollectionResponseBody",
    "LandingPageCreateRequest",
    "LandingPageDisplay",
    "LandingPageDisplayCollectionResponseBody",
    "LandingPageDisplayRequest",
    "LandingPageDisplaySummary",
    "LandingPageDisplayValidationIssue",
    "LandingPageDisplayValidationResult",
    "LandingPageDisplayVersionRequest",
    "LandingPageFormDisplay",
    "LandingPageFormDisplayRequest",
    "LandingPagePublic",
    "LandingPageSimpleSummary",
    "LandingPageSimplifiedCollectionResponseBody",
    "LandingPageSummary",
    "LandingPageTagCollectionResponseBody",
    "LandingPageTagUpdateRequest",
    "LandingPageUpdateRequest",
    "LastUpdatedByOfBundle",
    "LastUpdatedByOfBundleList",
    "LastUpdatedByOfOrder",
    "LastUpdatedByOfProduct",
    "LastUpdatedByOfProductList",
    "LatestRenewalInvoiceOfSubscriptionDetail",
    "LimitOfWebAnalyticsLocationCoverage",
    "ListBundlePartnersResponseBody",
    "ListBundlePriceOptionsResponseBody",
    "ListBundlesResponseBody",
    "ListBundlesSimplifiedResponseBody",
    "ListCustomerSubscriptionsResponseBody",
    "ListLocationsResponseBody",
    "ListOrderEmailsResponseBody",
    "ListOrderTagsResponseBody",
    "ListOrderUtmCampaignsResponseBody",
    "ListOrderUtmContentsResponseBody",
    "ListOrderUtmMediumsResponseBody",
    "ListOrderUtmSourcesResponseBody",
    "ListOrderUtmTermsResponseBody",
    "ListOrdersResponseBody",
    "ListProductFollowUpChatsResponseBody",
    "ListProductKnowledgeItemsResponseBody",
    "ListProductPartnersResponseBody",
    "ListProductTaxonomiesResponseBody",
    "ListProductsResponseBody",
    "ListProductsSimplifiedResponseBody",
    "ListSubscriptionUpgradeOptionsResponseBody",
    "ListVariantDigitalProductFilesResponseBody",
    "Location",
    "LocationBasisOfWebAnalyticsAudience",
    "LocationMetadataOfWebAnalyticsAudience",
    "LocationOfCustomerAddress",
    "LocationPostalCode",
    "LocationPostalCodeListResponse",
    "LoginAsOfCustomerLoginRequest",
    "LoginAsOfCustomerOtpVerifyRequest",
    "MailketingListOfProductMailketingListsOfProduct",
    "ManagingFollowUpChat",
    "MarkOrdersNotSpamRequest",
    "MarkOrdersNotSpamResponseBody",
    "MessageHistoryOfOrder",
    "MessageHistoryOfOrderList",
    "MessageHistoryOfOrderMessageHistory",
    "MetaPixel",
    "MetaPixelCollectionResponseBody",
    "MetaPixelRequest",
    "NonCodPurchaseTriggersOfStoreOfOrder",
    "OAuthAuthorizationServerMetadata",
    "OAuthBillingAction",
    "OAuthBillingActionCollectionResponseBody",
    "OAuthBillingCaptureContext",
    "OAuthBillingCharge",
    "OAuthBillingChargeCollectionResponseBody",
    "OAuthBillingEarnings",
    "OAuthBillingEarningsEntry",
    "OAuthBillingLedgerCollectionResponseBody",
    "OAuthBillingMerchantContext",
    "OAuthBillingRefundRequest",
    "OAuthBillingRefundResponseBody",
    "OAuthBillingReservation",
    "OAuthBillingReservationCollectionResponseBody",
    "OAuthBillingSettlement",
    "OAuthBillingSettlementCollectionResponseBody",
    "OAuthBillingWithdrawalRequest",
    "OAuthClientRegistration",
    "OAuthClientRegistrationRequest",
    "OAuthInstallationLaunchTokenExchangeRequest",
    "OAuthInstallationStatusApplication",
    "OAuthInstallationStatusBillingTag",
    "OAuthInstallationStatusRequest",
    "OAuthInstallationStatusResponseBody",
    "OAuthScopeCatalog",
    "OAuthTokenRequest",
    "OauthApplicationOfAuthenticatedIdentity",
    "Order",
    "OrderAvailableActions",
    "OrderChangeStatus",
    "OrderChangeStatusBody",
    "OrderChat",
    "OrderCreateBody",
    "OrderCreateShipmentStatusHistoryBody",
    "OrderDuplicateBody",
    "OrderEmail",
    "OrderEmailsOfOrder",
    "OrderList",
    "OrderMarkNotSpam",
    "OrderMessageHistory",
    "OrderOfCheckoutIntentDetail",
    "OrderOfCheckoutIntentSummary",
    "OrderStatusOfProductBirdsendSequencesOfProduct",
    "OrderStatusOfProductMailketingListsOfProduct",
    "OrderUpdateBody",
    "OrderUpdateShipmentDataBody",
    "OrderbundlesOfOrderCreateBody",
    "OrderbundlesOfOrderUpdateBody",
    "OrderlinesOfOrder",
    "OrderlinesOfStorefrontPublicOrder",
    "OrdervariantsOfOrderCreateBody",
    "OrdervariantsOfOrderUpdateBody",
    "OriginAddressOfOrder",
    "OriginAddressOfOrderList",
    "PGREFERENCEIDOfPGReferenceIDs",
    "PGReferenceID",
    "PGReferenceIDs",
    "PageCheckoutIntentStartRequest",
    "PageDisplayOfFormDisplaysOfBundlePriceOptionsOfBundle",
    "PageDisplayOfFormDisplaysOfVariantsOfProduct",
    "PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle",
    "PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct",
    "PageOfCheckoutIntentDetail",
    "PageOfCheckoutIntentSummary",
    "PageOfStorefrontPublicOrder",
    "PagePublicCheckoutCustomer",
    "PagePublicCheckoutDestination",
    "PagePublicCheckoutItem",
    "PagePublicCheckoutShippingOptionsRequest",
    "PagePublicCheckoutSummaryRequest",
    "PagePublicDiscountCodeCheckRequest",
    "PagePublicOrderBundleItem",
    "PagePublicOrderCreateRequest",
    "PagePublicOrderVariantItem",
    "PagesOfBundlePriceOptionExtendedRelation",
    "PagesOfBundleRelation",
    "PagesOfBundlesOfProductRelations",
    "PagesOfProductRelations",
    "PaginatedCollectionResponseBody",
    "ParameterOfOAuthBillingEntryTypeQuery",
    "ParameterOfSortDirection",
    "ParameterOfWabaSendMode",
    "ParameterOfWebAnalyticsAdClick",
    "ParameterOfWebAnalyticsAdClickType",
    "ParameterOfWebAnalyticsSelectableEntityType",
    "ParameterOfWebAnalyticsUtmType",
    "PartnerOfBundlePartner",
    "PartnerOfProductPartner",
    "PartnerOfProductPartnersOfProductList",
    "PasswordRequest",
    "PaymentAccountsOfStoreOfStorefrontPublicOrder",
    "PaymentMethodOfGetCourierServiceRequest",
    "PaymentMethodOfOrder",
    "PaymentMethodOfOrderChangeStatusBody",
    "PaymentMethodOfOrderCreateBody",
    "PaymentMethodOfOrderDuplicateBody",
    "PaymentMethodOfOrderList",
    "PaymentMethodOfOrderUpdateBody",
    "PaymentMethodParameterOfListOrders",
    "PaymentStatusHistoryOfOrder",
    "PaymentStatusOfOrder",
    "PaymentStatusOfOrderChangeStatus",
    "PaymentStatusOfOrderChangeStatusBody",
    "PaymentStatusOfOrderChat",
    "PaymentStatusOfOrderList",
    "PaymentStatusOfOrderMarkNotSpam",
    "PaymentStatusOfSuccessOfUploadOrders",
    "PaymentStatusParameterOfListOrders",
    "PlatformParameterOfListOrders",
    "PositionOfRemoveProductOptionValueRequest",
    "PositionOfReorderProductOptionValuesRequest",
    "PostalCodeRequirementOfBusinessStoreUpdateRequest",
    "PostalCodeRequirementOfStoreOfOrder",
    "PricingTypeOfOrderlinesOfOrder",
    "PricingTypeOfProductVariantMutationFields",
    "PricingTypeOfVariant",
    "PricingTypeOfVariantOfBundlelinesOfBundle",
    "PricingTypeOfVariantSubscription",
    "PricingTypeOfVariantsOfProduct",
    "PricingTypeOfVariantsOfProductList",
    "PricingTypeOfVariantsOfSimplifiedProductList",
    "PricingTypeParameterOfCountProducts",
    "PricingTypeParameterOfListProducts",
    "PricingTypeParameterOfListProductsSimplified",
    "Product",
    "ProductBirdsendSequencesOfProduct",
    "ProductKnowledgeItem",
    "ProductList",
    "ProductMailketingListsOfProduct",
    "ProductOfVariant",
    "ProductOfVariantOfBundlelinesOfBundle",
    "ProductPartner",
    "ProductPartnersOfProductList",
    "ProductRelations",
    "ProductTaxonomy",
    "ProductVariantCreateRequest",
    "ProductVariantMutationFields",
    "ProductVariantUpdateRequest",
    "PublicCheckoutRequest",
    "QtyTypeParameterOfCountProducts",
    "QtyTypeParameterOfListProducts",
    "QtyTypeParameterOfListProductsSimplified",
    "RawObjectResponseBody",
    "RefundStatusOfOAuthBillingRefundResponseBody",
    "RemoveProductOptionValueRequest",
    "RenderModeOfLandingPageDisplay",
    "RenderModeOfLandingPageDisplayRequest",
    "RenderModeOfLandingPageDisplaySummary",
    "RenderModeOfLandingPageSummary",
    "ReorderProductOptionValuesRequest",
    "RequestBodyOfAttachBusinessStoreBundlePriceOptions",
    "RevenueBasisOfWebAnalyticsRevenueScope",
    "RevenueStatusOfWebAnalyticsRevenue",
    "RevenueStatusOfWebAnalyticsSource",
    "SavePasswordRequest",
    "SearchCourierServicesResponseBody",
    "SearchFieldParameterOfGetOrderStatistics",
    "SearchFieldParameterOfListOrders",
    "SearchShippingCostsResponseBody",
    "SearchWarehouseRequest",
    "SearchWarehouseResult",
    "SearchWarehousesResponseBody",
    "SettlementRailOfOAuthBillingSettlement",
    "SettlementRailOfOAuthBillingWithdrawalRequest",
    "SeverityOfLandingPageDisplayValidationIssue",
    "ShipmentProviderCodeOfOrder",
    "ShipmentProviderCodeOfOrderCreateBody",
    "ShipmentProviderCodeOfOrderList",
    "ShipmentProviderCodeOfOrderUpdateBody",
    "ShipmentProviderCodeOfOrderUpdateShipmentDataBody",
    "ShipmentStatusHistoryOfOrder",
    "ShipmentStatusHistoryOfStorefrontPublicOrder",
    "ShippingCostRequest",
    "ShippingCostResult",
    "SimplifiedProductList",
    "SortByParameterOfListCheckoutIntents",
    "SortDirectionParameterOfListCheckoutIntents",
    "StatusHistoryOfOrder",
    "StatusHistoryOfOrderEmail",
    "StatusHistoryOfOrderEmailsOfOrder",
    "StatusOfCheckoutIntentCapture",
    "StatusOfCheckoutIntentDetail",
    "StatusOfCheckoutIntentSummary",
    "StatusOfCollectionItem",
    "StatusOfLatestRenewalInvoiceOfSubscriptionDetail",
    "StatusOfOrder",
    "StatusOfOrderChangeStatus",
    "StatusOfOrderChangeStatusBody",
    "StatusOfOrderChat",
    "StatusOfOrderCreateShipmentStatusHistoryBody",
    "StatusOfOrderList",
    "StatusOfOrderMarkNotSpam",
    "StatusOfPaymentStatusHistoryOfOrder",
    "StatusOfStatusHistoryOfOrder",
    "StatusOfStorefrontAllowedOrigin",
    "StatusOfStorefrontPublicApiKey",
    "StatusOfSubscription",
    "StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail",
    "StatusOfSubscriptionDetail",
    "StatusOfSubscriptionItemsOfSubscription",
    "StatusOfSubscriptionItemsOfSubscriptionDetail",
    "StatusOfSuccessOfUploadOrders",
    "StatusOfWabaTypingIndicator",
    "StatusOfWebAnalyticsRevenueScope",
    "StatusParameterOfListCheckoutIntents",
    "StatusParameterOfListCustomerSubscriptions",
    "StatusParameterOfListDiscountCodes",
    "StatusParameterOfListOrders",
    "StockStatusOfVariantAvailability",
    "StoreCourierOtherIncomesOfStoreOfOrder",
    "StoreCustomDomainOfStorefrontPublicOrder",
    "StoreMethodOtherIncomesOfStoreOfOrder",
    "StoreOfCheckoutIntentDetail",
    "StoreOfCheckoutIntentSummary",
    "StoreOfOrder",
    "StoreOfOrderList",
    "StoreOfStorefrontPublicOrder",
    "StoreOfSubscription",
    "StoreOfSubscriptionDetail",
    "StorefrontAllowedOrigin",
    "StorefrontAllowedOriginListResponse",
    "StorefrontAllowedOriginRequest",
    "StorefrontAnalyticsBundlePriceOptionItem",
    "StorefrontAnalyticsVariantItem",
    "StorefrontBundleLine",
    "StorefrontBundlePriceOptionCard",
    "StorefrontBundlePriceOptionDetail",
    "StorefrontCartMergeResponse",
    "StorefrontCategory",
    "StorefrontCategoryListResponse",
    "StorefrontCheckoutBundlePriceOptionItem",
    "StorefrontCheckoutDestination",
    "StorefrontCheckoutIntentStartRequest",
    "StorefrontCheckoutShippingOptionsRequest",
    "StorefrontCheckoutShippingOptionsResponse",
    "StorefrontCheckoutSummaryRequest",
    "StorefrontCheckoutSummaryResponse",
    "StorefrontCheckoutVariantItem",
    "StorefrontCity",
    "StorefrontCityListResponse",
    "StorefrontCustomerFacingCourier",
    "StorefrontCustomerFacingCourierService",
    "StorefrontCustomerFacingCustomer",
    "StorefrontCustomerFacingDestinationAddress",
    "StorefrontCustomerFacingFinancialEntity",
    "StorefrontCustomerFacingOrder",
    "StorefrontCustomerFacingOrderLine",
    "StorefrontCustomerFacingPaymentAccount",
    "StorefrontCustomerFacingStore",
    "StorefrontDiscountCode",
    "StorefrontDiscountCodeCheckRequest",
    "StorefrontDiscountCodeCheckResponse",
    "StorefrontItemCountResponse",
    "StorefrontItemListResponse",
    "StorefrontLocation",
    "StorefrontLocationListResponse",
    "StorefrontMetaConversionEvent",
    "StorefrontMetaConversionEventRequest",
    "StorefrontMetaConversionUserData",
    "StorefrontPaymentMethod",
    "StorefrontPaymentMethodListResponse",
    "StorefrontPostalCode",
    "StorefrontPostalCodeListResponse",
    "StorefrontPriceRange",
    "StorefrontProductCard",
    "StorefrontProductDetail",
    "StorefrontProvince",
    "StorefrontProvinceListResponse",
    "StorefrontPublicApiKey",
    "StorefrontPublicApiKeyListResponse",
    "StorefrontPublicOrder",
    "StorefrontPublicOrderTransferProofUpload",
    "StorefrontPublicOrderTransferProofUploadRequest",
    "StorefrontPublicOrderUpdateRequest",
    "StorefrontSelectedShippingOption",
    "StorefrontShippingOption",
    "StorefrontSnackVideoConversionEvent",
    "StorefrontSnackVideoConversionEventProperties",
    "StorefrontSnackVideoConversionEventRequest",
    "StorefrontTaxonomy",
    "StorefrontTiktokConversionEvent",
    "StorefrontTiktokConversionEventRequest",
    "StorefrontTiktokConversionUserData",
    "StorefrontVariant",
    "StorefrontVariantPricing",
    "StorefrontVariantPricingResponse",
    "StoresOfBundlePriceOption",
    "StoresOfBundlePriceOptionExtendedRelation",
    "StoresOfBundlePriceOptionsOfBundle",
    "StoresOfBundleRelation",
    "StoresOfBundlesOfProductRelations",
    "StoresOfProduct",
    "StoresOfProductRelations",
    "Subscription",
    "SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail",
    "SubscriptionDetail",
    "SubscriptionItemsOfSubscription",
    "SubscriptionItemsOfSubscriptionDetail",
    "SubscriptionVariantChangeRequest",
    "SuccessOfUploadOrders",
    "SuccessesOfGenerateOrCancelAWB",
    "TagsOfOrderList",
    "TaxonomyOfProduct",
    "TiktokPixel",
    "TiktokPixelCollectionResponseBody",
    "TiktokPixelRequest",
    "TokenEndpointAuthMethodOfOAuthClientRegistration",
    "TokenEndpointAuthMethodOfOAuthClientRegistrationRequest",
    "TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata",
    "TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest",
    "TokenTypeOfCustomerAuthTokenResponseBody",
    "TokenTypeOfOAuthInstallationStatusRequest",
    "TrafficStatusOfWebAnalyticsRevenue",
    "TrafficStatusOfWebAnalyticsSource",
    "TriggerPurchase",
    "TypeOfAnalyticsStandardEvent",
    "TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct",
    "TypeOfBundlePriceOptionOfCheckoutIntentItem",
    "TypeOfCartBundlePriceOptionItemRequest",
    "TypeOfCartVariantItemRequest",
    "TypeOfCheckoutIntentPrefillItem",
    "TypeOfCheckoutIntentStoredItem",
    "TypeOfGuestCartBundlePriceOptionItem",
    "TypeOfGuestCartVariantItem",
    "TypeOfKwaiPixelRequest",
    "TypeOfPagePublicCheckoutItem",
    "TypeOfStoreCourierOtherIncomesOfStoreOfOrder",
    "TypeOfStoreMethodOtherIncomesOfStoreOfOrder",
    "TypeOfStorefrontCheckoutBundlePriceOptionItem",
    "TypeOfStorefrontCheckoutVariantItem",
    "TypeOfTypingIndicatorOfWabaTypingIndicator",
    "TypeOfVariantOfCheckoutIntentItem",
    "TypeParameterOfListKwaiPixels",
    "TypeParameterOfListKwaiStandardEvents",
    "TypingIndicatorOfWabaTypingIndicator",
    "UnavailableReasonOfCheckoutIntentPrefillItem",
    "UpdateOrderCustomerRequest",
    "UpdateOrderShipmentReceiptRequest",
    "UpdateOrderTagsRequest",
    "UpdateRequestProduct",
    "UpgradeSubscriptionItemRequest",
    "UploadOrderReceiptRequest",
    "UploadOrderReceiptResponseBody",
    "UploadOrderStatusChangesRequest",
    "UploadOrders",
    "UploadOrdersRequest",
    "UploadReceipt",
    "UpsellFormDisplaysOfBundlePriceOptionsOfBundle",
    "UpsellFormDisplaysOfVariantsOfProduct",
    "UserOfAuthenticatedIdentity",
    "UtmTypeOfWebAnalyticsSource",
    "UtmTypeOfWebAnalyticsSourceRevenue",
    "ValidityPeriodUnitOfProductVariantMutationFields",
    "ValidityPeriodUnitOfVariant",
    "ValidityPeriodUnitOfVariantOfBundlelinesOfBundle",
    "ValidityPeriodUnitOfVariantSubscription",
    "ValidityPeriodUnitOfVariantsOfProduct",
    "ValidityPeriodUnitOfVariantsOfProductList",
    "ValidityPeriodUnitOfVariantsOfSimplifiedProductList",
    "Variant",
    "VariantAvailability",
    "VariantOfBundlelinesOfBundle",
    "VariantOfCheckoutIntentItem",
    "VariantOfSubscriptionItemsOfSubscription",
    "VariantOfSubscriptionItemsOfSubscriptionDetail",
    "VariantSubscription",
    "VariantsOfCreateRequestProduct",
    "VariantsOfProduct",
    "VariantsOfProductList",
    "VariantsOfProductRelations",
    "VariantsOfSearchWarehouseRequest",
    "VariantsOfSimplifiedProductList",
    "WaIntegrationOfManagingFollowUpChat",
    "WabaAccount",
    "WabaAccountCollectionResponseBody",
    "WabaAccountStore",
    "WabaTypingIndicator",
    "WarehouseAddressOfWarehouseOfSearchWarehouseResult",
    "WarehouseOfCourierServiceResult",
    "WarehouseOfOrder",
    "WarehouseOfOrderList",
    "WarehouseOfSearchWarehouseResult",
    "WarehousePartnerOfSearchWarehouseResult",
    "WarehousesOfProduct",
    "WebAnalyticsAdClick",
    "WebAnalyticsAdClicks",
    "WebAnalyticsAudience",
    "WebAnalyticsAudienceBucket",
    "WebAnalyticsConversion",
    "WebAnalyticsCounts",
    "WebAnalyticsEngagement",
    "WebAnalyticsEntityFunnel",
    "WebAnalyticsEntityJourney",
    "WebAnalyticsEntityType",
    "WebAnalyticsFunnelStep",
    "WebAnalyticsJourney",
    "WebAnalyticsLocationCoverage",
    "WebAnalyticsMapPoint",
    "WebAnalyticsNeighbour",
    "WebAnalyticsOrderFunnel",
    "WebAnalyticsPage",
    "WebAnalyticsPages",
    "WebAnalyticsPaymentLinkOption",
    "WebAnalyticsPaymentLinkOptions",
    "WebAnalyticsRevenue",
    "WebAnalyticsRevenueScope",
    "WebAnalyticsScopeOption",
    "WebAnalyticsScopeOptions",
    "WebAnalyticsSource",
    "WebAnalyticsSourceRevenue",
    "WebAnalyticsSources",
    "WebAnalyticsTraffic",
    "WebAnalyticsTrafficBucket",
    "WebAnalyticsTransition",
    "WebhookStatusOfOAuthInstallationStatusResponseBody",
    "WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation",
    "WillUnpublishOfPagesOfBundleRelation",
    "WillUnpublishOfPagesOfBundlesOfProductRelations",
    "WillUnpublishOfPagesOfProductRelations",
)

_MODULES = {
    "AcceptBusinessInvitationRequest": "accept_business_invitation_request",
    "ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail": "action_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail",
    "AdClickTypeOfWebAnalyticsAdClick": "ad_click_type_of_web_analytics_ad_click",
    "AddOrderMessageHistoryRequest": "add_order_message_history_request",
    "AddProductOptionRequest": "add_product_option_request",
    "AdvertiserOfOrder": "advertiser_of_order",
    "AdvertiserOfOrderList": "advertiser_of_order_list",
    "AffiliateProDomainsOfProductPartner": "affiliate_pro_domains_of_product_partner",
    "AffiliateProDomainsOfProductPartnersOfProductList": "affiliate_pro_domains_of_product_partners_of_product_list",
    "AffiliateProLinksOfProductPartner": "affiliate_pro_links_of_product_partner",
    "AffiliateProLinksOfProductPartnersOfProductList": "affiliate_pro_links_of_product_partners_of_product_list",
    "AfterSubmitEventOfLandingPageFormDisplayRequest": "after_submit_event_of_landing_page_form_display_request",
    "AllOfPagesOfBundlePriceOptionExtendedRelation": "all_of_pages_of_bundle_price_option_extended_relation",
    "AllOfPagesOfBundleRelation": "all_of_pages_of_bundle_relation",
    "AllOfPagesOfBundlesOfProductRelations": "all_of_pages_of_bundles_of_product_relations",
    "AllOfPagesOfProductRelations": "all_of_pages_of_product_relations",
    "AmountTypeOfDiscountCodeCreateRequest": "amount_type_of_discount_code_create_request",
    "AnalyticsPurchasesOfOrder": "analytics_purchases_of_order",
    "AnalyticsStandardEvent": "analytics_standard_event",
    "AnalyticsStandardEventCollectionResponseBody": "analytics_standard_event_collection_response_body",
    "ApiErrorResponse": "api_error_response",
    "AppliedFiltersOfWebAnalyticsRevenueScope": "applied_filters_of_web_analytics_revenue_scope",
    "AppliedToOfDiscountCodeCreateRequest": "applied_to_of_discount_code_create_request",
    "AppliedToParameterOfListDiscountCodes": "applied_to_parameter_of_list_discount_codes",
    "AttributionOfCheckoutIntentDetail": "attribution_of_checkout_intent_detail",
    "AttributionOfWebAnalyticsRevenue": "attribution_of_web_analytics_revenue",
    "AttributionOfWebAnalyticsSource": "attribution_of_web_analytics_source",
    "AuthMethodOfAuthenticatedIdentity": "auth_method_of_authenticated_identity",
    "AuthenticatedBusinessSummary": "authenticated_business_summary",
    "AuthenticatedConnectedBusiness": "authenticated_connected_business",
    "AuthenticatedIdentity": "authenticated_identity",
    "AwbCaStatusOfOrder": "awb_ca_status_of_order",
    "AwbCaStatusOfOrderList": "awb_ca_status_of_order_list",
    "AwbCaStatusOfOrderUpdateShipmentDataBody": "awb_ca_status_of_order_update_shipment_data_body",
    "AwbCaStatusParameterOfListOrders": "awb_ca_status_parameter_of_list_orders",
    "AwbStatusOfOrder": "awb_status_of_order",
    "AwbStatusOfOrderList": "awb_status_of_order_list",
    "BasisOfWebAnalyticsAdClick": "basis_of_web_analytics_ad_click",
    "BasisOfWebAnalyticsOrderFunnel": "basis_of_web_analytics_order_funnel",
    "BasisOfWebAnalyticsRevenueScope": "basis_of_web_analytics_revenue_scope",
    "BirdsendSequenceOfProductBirdsendSequencesOfProduct": "birdsend_sequence_of_product_birdsend_sequences_of_product",
    "BreakdownDateParameterOfGetOrderStatistics": "breakdown_date_parameter_of_get_order_statistics",
    "BucketKindOfWebAnalyticsRevenue": "bucket_kind_of_web_analytics_revenue",
    "BucketKindOfWebAnalyticsSource": "bucket_kind_of_web_analytics_source",
    "BulkUpdateProductVariantPricesRequest": "bulk_update_product_variant_prices_request",
    "Bundle": "bundle",
    "BundleCount": "bundle_count",
    "BundleCreateRequest": "bundle_create_request",
    "BundleList": "bundle_list",
    "BundleListSimplified": "bundle_list_simplified",
    "BundlePartner": "bundle_partner",
    "BundlePriceOption": "bundle_price_option",
    "BundlePriceOptionExtendedRelation": "bundle_price_option_extended_relation",
    "BundlePriceOptionOfCheckoutIntentItem": "bundle_price_option_of_checkout_intent_item",
    "BundlePriceOptionRequest": "bundle_price_option_request",
    "BundlePriceOptionsOfBundle": "bundle_price_options_of_bundle",
    "BundlePriceOptionsOfBundleCreateRequest": "bundle_price_options_of_bundle_create_request",
    "BundlePriceOptionsOfBundleListSimplified": "bundle_price_options_of_bundle_list_simplified",
    "BundlePriceOptionsOfBundleRelation": "bundle_price_options_of_bundle_relation",
    "BundlePriceOptionsOfBundlesOfProductRelations": "bundle_price_options_of_bundles_of_product_relations",
    "BundleRelation": "bundle_relation",
    "BundleUpdateRequest": "bundle_update_request",
    "BundlelinesOfBundle": "bundlelines_of_bundle",
    "BundlelinesOfBundleCreateRequest": "bundlelines_of_bundle_create_request",
    "BundlelinesOfBundleUpdateRequest": "bundlelines_of_bundle_update_request",
    "BundlesOfProductRelations": "bundles_of_product_relations",
    "BusinessOfAllOfPagesOfBundlePriceOptionExtendedRelation": "business_of_all_of_pages_of_bundle_price_option_extended_relation",
    "BusinessOfAllOfPagesOfBundleRelation": "business_of_all_of_pages_of_bundle_relation",
    "BusinessOfAllOfPagesOfBundlesOfProductRelations": "business_of_all_of_pages_of_bundles_of_product_relations",
    "BusinessOfAllOfPagesOfProductRelations": "business_of_all_of_pages_of_product_relations",
    "BusinessOfBundle": "business_of_bundle",
    "BusinessOfBundleList": "business_of_bundle_list",
    "BusinessOfBundleRelation": "business_of_bundle_relation",
    "BusinessOfBundlesOfProductRelations": "business_of_bundles_of_product_relations",
    "BusinessOfOrder": "business_of_order",
    "BusinessOfProduct": "business_of_product",
    "BusinessOfProductList": "business_of_product_list",
    "BusinessOfProductOfVariant": "business_of_product_of_variant",
    "BusinessOfProductOfVariantOfBundlelinesOfBundle": "business_of_product_of_variant_of_bundlelines_of_bundle",
    "BusinessOfStoreOfOrder": "business_of_store_of_order",
    "BusinessOfStoreOfOrderList": "business_of_store_of_order_list",
    "BusinessOfStorefrontPublicOrder": "business_of_storefront_public_order",
    "BusinessOfStoresOfBundlePriceOptionExtendedRelation": "business_of_stores_of_bundle_price_option_extended_relation",
    "BusinessOfStoresOfBundleRelation": "business_of_stores_of_bundle_relation",
    "BusinessOfStoresOfBundlesOfProductRelations": "business_of_stores_of_bundles_of_product_relations",
    "BusinessOfStoresOfProductRelations": "business_of_stores_of_product_relations",
    "BusinessOfWarehouseOfOrder": "business_of_warehouse_of_order",
    "BusinessOfWarehouseOfOrderList": "business_of_warehouse_of_order_list",
    "BusinessOfWarehouseOfSearchWarehouseResult": "business_of_warehouse_of_search_warehouse_result",
    "BusinessOfWillUnpublishOfPagesOfBundlePriceOptionExtendedRelation": "business_of_will_unpublish_of_pages_of_bundle_price_option_extended_relation",
    "BusinessOfWillUnpublishOfPagesOfBundleRelation": "business_of_will_unpublish_of_pages_of_bundle_relation",
    "BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations": "business_of_will_unpublish_of_pages_of_bundles_of_product_relations",
    "BusinessOfWillUnpublishOfPagesOfProductRelations": "business_of_will_unpublish_of_pages_of_product_relations",
    "BusinessRoleParameterOfListOrders": "business_role_parameter_of_list_orders",
    "BusinessStore": "business_store",
    "BusinessStoreBundle": "business_store_bundle",
    "BusinessStoreBundleCollectionResponseBody": "business_store_bundle_collection_response_body",
    "BusinessStoreBundlePriceOption": "business_store_bundle_price_option",
    "BusinessStoreBusinessUser": "business_store_business_user",
    "BusinessStoreCollectionResponseBody": "business_store_collection_response_body",
    "BusinessStoreCreateRequest": "business_store_create_request",
    "BusinessStoreProduct": "business_store_product",
    "BusinessStoreProductCollectionResponseBody": "business_store_product_collection_response_body",
    "BusinessStoreRole": "business_store_role",
    "BusinessStoreSalesPerson": "business_store_sales_person",
    "BusinessStoreSalesPersonCollectionResponseBody": "business_store_sales_person_collection_response_body",
    "BusinessStoreUpdateRequest": "business_store_update_request",
    "BusinessStoreUser": "business_store_user",
    "BusinessStoreVariantSummary": "business_store_variant_summary",
    "BusinessUserCollectionResponseBody": "business_user_collection_response_body",
    "CancelOrderAwbRequest": "cancel_order_awb_request",
    "CapiPurchaseValueTypeOfBusinessStoreUpdateRequest": "capi_purchase_value_type_of_business_store_update_request",
    "CapiPurchaseValueTypeOfStoreOfOrder": "capi_purchase_value_type_of_store_of_order",
    "CartBundlePriceOptionItemRequest": "cart_bundle_price_option_item_request",
    "CartItemUpdateRequest": "cart_item_update_request",
    "CartSummaryOfCheckoutIntentDetail": "cart_summary_of_checkout_intent_detail",
    "CartSummaryOfCheckoutIntentSummary": "cart_summary_of_checkout_intent_summary",
    "CartVariantItemRequest": "cart_variant_item_request",
    "ChangeOrderStatusResponseBody": "change_order_status_response_body",
    "CheckoutIntentAttribution": "checkout_intent_attribution",
    "CheckoutIntentCapture": "checkout_intent_capture",
    "CheckoutIntentCollection": "checkout_intent_collection",
    "CheckoutIntentDetail": "checkout_intent_detail",
    "CheckoutIntentFields": "checkout_intent_fields",
    "CheckoutIntentOfDataOfCheckoutIntentPrefillResponse": "checkout_intent_of_data_of_checkout_intent_prefill_response",
    "CheckoutIntentPrefillItem": "checkout_intent_prefill_item",
    "CheckoutIntentPrefillResponse": "checkout_intent_prefill_response",
    "CheckoutIntentStoredItem": "checkout_intent_stored_item",
    "CheckoutIntentSummary": "checkout_intent_summary",
    "CheckoutIntentUpdateRequest": "checkout_intent_update_request",
    "ClientAnalyticsConfigOfLandingPage": "client_analytics_config_of_landing_page",
    "ClientAnalyticsConfigOfLandingPagePublic": "client_analytics_config_of_landing_page_public",
    "ClientAnalyticsConfigOfLandingPageUpdateRequest": "client_analytics_config_of_landing_page_update_request",
    "CodPurchaseTriggersOfStoreOfOrder": "cod_purchase_triggers_of_store_of_order",
    "CollectionItem": "collection_item",
    "CollectionResponseBody": "collection_response_body",
    "ConnectedBusinessesResponseBody": "connected_businesses_response_body",
    "ContentTypeOfStorefrontPublicOrderTransferProofUploadRequest": "content_type_of_storefront_public_order_transfer_proof_upload_request",
    "CountProductsResponseBody": "count_products_response_body",
    "CourierCodesOfShippingCostRequest": "courier_codes_of_shipping_cost_request",
    "CourierOfCourierServiceOfCourierServiceResult": "courier_of_courier_service_of_courier_service_result",
    "CourierOfCourierServiceOfOrder": "courier_of_courier_service_of_order",
    "CourierOfCourierServiceOfOrderList": "courier_of_courier_service_of_order_list",
    "CourierOfCourierServiceOfShippingCostResult": "courier_of_courier_service_of_shipping_cost_result",
    "CourierOfCourierServiceOfStorefrontPublicOrder": "courier_of_courier_service_of_storefront_public_order",
    "CourierServiceOfCourierServiceResult": "courier_service_of_courier_service_result",
    "CourierServiceOfOrder": "courier_service_of_order",
    "CourierServiceOfOrderList": "courier_service_of_order_list",
    "CourierServiceOfShippingCostResult": "courier_service_of_shipping_cost_result",
    "CourierServiceOfStorefrontPublicOrder": "courier_service_of_storefront_public_order",
    "CourierServiceResult": "courier_service_result",
    "CourierTypeOfCourierOfCourierServiceOfCourierServiceResult": "courier_type_of_courier_of_courier_service_of_courier_service_result",
    "CourierTypeOfCourierOfCourierServiceOfOrder": "courier_type_of_courier_of_courier_service_of_order",
    "CourierTypeOfCourierOfCourierServiceOfOrderList": "courier_type_of_courier_of_courier_service_of_order_list",
    "CourierTypeOfCourierOfCourierServiceOfShippingCostResult": "courier_type_of_courier_of_courier_service_of_shipping_cost_result",
    "CreateBundlePartnerRequest": "create_bundle_partner_request",
    "CreateOrderPaymentResponseBody": "create_order_payment_response_body",
    "CreatePartnerRequest": "create_partner_request",
    "CreateRequestProduct": "create_request_product",
    "CreateTypeOfUploadOrdersRequest": "create_type_of_upload_orders_request",
    "CreateUpdateFollowUpChatRequest": "create_update_follow_up_chat_request",
    "CreateUpdateProductKnowledgeItemRequest": "create_update_product_knowledge_item_request",
    "CreateVariantDigitalProductFileRequest": "create_variant_digital_product_file_request",
    "CreatedByOfBundle": "created_by_of_bundle",
    "CreatedByOfBundleList": "created_by_of_bundle_list",
    "CreatedByOfProduct": "created_by_of_product",
    "CreatedByOfProductList": "created_by_of_product_list",
    "CurrencyOfLatestRenewalInvoiceOfSubscriptionDetail": "currency_of_latest_renewal_invoice_of_subscription_detail",
    "CurrencyOfOAuthBillingEarnings": "currency_of_o_auth_billing_earnings",
    "CurrencyOfOAuthBillingRefundResponseBody": "currency_of_o_auth_billing_refund_response_body",
    "CurrencyOfOrderlinesOfOrder": "currency_of_orderlines_of_order",
    "CurrencyOfProductVariantMutationFields": "currency_of_product_variant_mutation_fields",
    "CurrencyOfSubscriptionItemsOfSubscriptionDetail": "currency_of_subscription_items_of_subscription_detail",
    "CurrencyOfVariant": "currency_of_variant",
    "CurrencyOfVariantOfBundlelinesOfBundle": "currency_of_variant_of_bundlelines_of_bundle",
    "CurrencyOfVariantSubscription": "currency_of_variant_subscription",
    "CurrencyOfVariantsOfProduct": "currency_of_variants_of_product",
    "CurrencyOfVariantsOfProductList": "currency_of_variants_of_product_list",
    "CurrencyOfVariantsOfSimplifiedProductList": "currency_of_variants_of_simplified_product_list",
    "CurrentBusinessUser": "current_business_user",
    "CurrentBusinessUserBusiness": "current_business_user_business",
    "CurrentBusinessUserRole": "current_business_user_role",
    "CurrentOAuthApplication": "current_o_auth_application",
    "CustomBreakdownKeyParameterOfGetOrderStatistics": "custom_breakdown_key_parameter_of_get_order_statistics",
    "CustomDomainOfStoreOfStorefrontPublicOrder": "custom_domain_of_store_of_storefront_public_order",
    "CustomDomainOfStoresOfBundlePriceOption": "custom_domain_of_stores_of_bundle_price_option",
    "CustomDomainOfStoresOfBundlePriceOptionsOfBundle": "custom_domain_of_stores_of_bundle_price_options_of_bundle",
    "CustomDomainOfStoresOfProduct": "custom_domain_of_stores_of_product",
    "CustomDomainsOfProductList": "custom_domains_of_product_list",
    "CustomDomainsOfProductPartner": "custom_domains_of_product_partner",
    "CustomDomainsOfProductPartnersOfProductList": "custom_domains_of_product_partners_of_product_list",
    "CustomFieldsOfCheckoutIntentFields": "custom_fields_of_checkout_intent_fields",
    "CustomFieldsOfFieldsOfCheckoutIntentDetail": "custom_fields_of_fields_of_checkout_intent_detail",
    "CustomerAddress": "customer_address",
    "CustomerAddressListResponse": "customer_address_list_response",
    "CustomerAddressRequest": "customer_address_request",
    "CustomerAuthTokenResponseBody": "customer_auth_token_response_body",
    "CustomerCart": "customer_cart",
    "CustomerCartItemAddResponse": "customer_cart_item_add_response",
    "CustomerCartItemDeleteResponse": "customer_cart_item_delete_response",
    "CustomerCartItemUpdateResponse": "customer_cart_item_update_response",
    "CustomerCheckoutAddressListResponse": "customer_checkout_address_list_response",
    "CustomerCheckoutPaymentAccount": "customer_checkout_payment_account",
    "CustomerCheckoutPaymentMethodsResponse": "customer_checkout_payment_methods_response",
    "CustomerCheckoutRequest": "customer_checkout_request",
    "CustomerCheckoutShippingOptionsRequest": "customer_checkout_shipping_options_request",
    "CustomerCheckoutShippingOptionsResponse": "customer_checkout_shipping_options_response",
    "CustomerCheckoutSummaryRequest": "customer_checkout_summary_request",
    "CustomerCheckoutSummaryResponse": "customer_checkout_summary_response",
    "CustomerCourseAccessResponse": "customer_course_access_response",
    "CustomerCourseContent": "customer_course_content",
    "CustomerCourseProgress": "customer_course_progress",
    "CustomerCourseProgressUpdateRequest": "customer_course_progress_update_request",
    "CustomerCourseProgressUpdateResponse": "customer_course_progress_update_response",
    "CustomerCourseSection": "customer_course_section",
    "CustomerLoginOtpChallengeResponseBody": "customer_login_otp_challenge_response_body",
    "CustomerLoginRequest": "customer_login_request",
    "CustomerOfCheckoutIntentDetail": "customer_of_checkout_intent_detail",
    "CustomerOfCheckoutIntentSummary": "customer_of_checkout_intent_summary",
    "CustomerOfOrder": "customer_of_order",
    "CustomerOfOrderList": "customer_of_order_list",
    "CustomerOfStorefrontPublicOrder": "customer_of_storefront_public_order",
    "CustomerOfSubscription": "customer_of_subscription",
    "CustomerOfSubscriptionDetail": "customer_of_subscription_detail",
    "CustomerOrderListResponse": "customer_order_list_response",
    "CustomerOtpVerifyRequest": "customer_otp_verify_request",
    "CustomerPasswordUpdateResponse": "customer_password_update_response",
    "CustomerPrivacyCountryCode": "customer_privacy_country_code",
    "CustomerPrivacyLegalAcceptance": "customer_privacy_legal_acceptance",
    "CustomerPrivacySettings": "customer_privacy_settings",
    "CustomerPrivacySettingsUpdate": "customer_privacy_settings_update",
    "CustomerProfile": "customer_profile",
    "CustomerProfileResponse": "customer_profile_response",
    "CustomerProfileStore": "customer_profile_store",
    "CustomerProfileUpdateRequest": "customer_profile_update_request",
    "CustomerProfileUpdateResponse": "customer_profile_update_response",
    "DataOfCheckoutIntentPrefillResponse": "data_of_checkout_intent_prefill_response",
    "DatetimeTypeParameterOfGetOrderStatistics": "datetime_type_parameter_of_get_order_statistics",
    "DeleteOrdersRequest": "delete_orders_request",
    "DeleteOrdersResponseBody": "delete_orders_response_body",
    "DenominatorBasisOfWebAnalyticsOrderFunnel": "denominator_basis_of_web_analytics_order_funnel",
    "DestinationAddressOfOrder": "destination_address_of_order",
    "DestinationAddressOfOrderList": "destination_address_of_order_list",
    "DestinationAddressOfStorefrontPublicOrder": "destination_address_of_storefront_public_order",
    "DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest": "digital_only_complete_type_of_business_store_update_request",
    "DigitalProductFile": "digital_product_file",
    "DigitalProductFilesOfVariant": "digital_product_files_of_variant",
    "DigitalProductFilesOfVariantOfBundlelinesOfBundle": "digital_product_files_of_variant_of_bundlelines_of_bundle",
    "DigitalProductFilesOfVariantsOfProduct": "digital_product_files_of_variants_of_product",
    "DigitalProductFilesOfVariantsOfProductList": "digital_product_files_of_variants_of_product_list",
    "DigitalProductFilesOfVariantsOfSimplifiedProductList": "digital_product_files_of_variants_of_simplified_product_list",
    "DiscountCode": "discount_code",
    "DiscountCodeCollectionResponseBody": "discount_code_collection_response_body",
    "DiscountCodeCreateRequest": "discount_code_create_request",
    "DiscountCodeUpdateRequest": "discount_code_update_request",
    "DowngradeSubscriptionItemRequest": "downgrade_subscription_item_request",
    "DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest": "dynamic_other_income_cod_type_of_business_store_update_request",
    "DynamicOtherIncomeCodTypeOfStoreOfOrder": "dynamic_other_income_cod_type_of_store_of_order",
    "DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest": "dynamic_other_income_epayment_type_of_business_store_update_request",
    "DynamicOtherIncomeEpaymentTypeOfStoreOfOrder": "dynamic_other_income_epayment_type_of_store_of_order",
    "EmailReplyToAssignmentOfBusinessStoreUpdateRequest": "email_reply_to_assignment_of_business_store_update_request",
    "EntityTypeOfStorefrontBundlePriceOptionCard": "entity_type_of_storefront_bundle_price_option_card",
    "EntityTypeOfStorefrontProductCard": "entity_type_of_storefront_product_card",
    "ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail": "execution_type_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail",
    "FailedOfUploadOrders": "failed_of_upload_orders",
    "FailuresOfGenerateOrCancelAWB": "failures_of_generate_or_cancel_awb",
    "FieldOfBulkUpdateProductVariantPricesRequest": "field_of_bulk_update_product_variant_prices_request",
    "FieldsOfCheckoutIntentDetail": "fields_of_checkout_intent_detail",
    "FinalVariantsOfOrderList": "final_variants_of_order_list",
    "FinalVariantsOfStorefrontCustomerFacingOrder": "final_variants_of_storefront_customer_facing_order",
    "FinancialEntityOfOrder": "financial_entity_of_order",
    "FinancialEntityOfOrderList": "financial_entity_of_order_list",
    "FinancialEntityOfPaymentAccountsOfStoreOfStorefrontPublicOrder": "financial_entity_of_payment_accounts_of_store_of_storefront_public_order",
    "FlexibleObject": "flexible_object",
    "FollowUpChatDetail": "follow_up_chat_detail",
    "FollowUpChatTypeOfOrderList": "follow_up_chat_type_of_order_list",
    "FollowUpChatsOfOrder": "follow_up_chats_of_order",
    "FollowUpChatsOfOrderChat": "follow_up_chats_of_order_chat",
    "FollowUpChatsOfOrderList": "follow_up_chats_of_order_list",
    "ForgetPasswordRequest": "forget_password_request",
    "FormDisplaysOfBundlePriceOptionsOfBundle": "form_displays_of_bundle_price_options_of_bundle",
    "FormDisplaysOfVariantsOfProduct": "form_displays_of_variants_of_product",
    "GenerateOrCancelAWB": "generate_or_cancel_awb",
    "GenerateOrderAwbRequest": "generate_order_awb_request",
    "GenericJsonObject": "generic_json_object",
    "GenericUploadRequest": "generic_upload_request",
    "GetCourierServiceRequest": "get_courier_service_request",
    "GetOrderStatisticsResponseBody": "get_order_statistics_response_body",
    "GrantTypeOfOAuthTokenRequest": "grant_type_of_o_auth_token_request",
    "GtmContainer": "gtm_container",
    "GtmContainerCollectionResponseBody": "gtm_container_collection_response_body",
    "GtmContainerRequest": "gtm_container_request",
    "GuestCart": "guest_cart",
    "GuestCartBundlePriceOptionItem": "guest_cart_bundle_price_option_item",
    "GuestCartVariantItem": "guest_cart_variant_item",
    "HandlerAssignmentOfLandingPageFormDisplayRequest": "handler_assignment_of_landing_page_form_display_request",
    "HandlerOfCheckoutIntentDetail": "handler_of_checkout_intent_detail",
    "HandlerOfCheckoutIntentSummary": "handler_of_checkout_intent_summary",
    "HandlerOfOrder": "handler_of_order",
    "HandlerOfOrderList": "handler_of_order_list",
    "HtmlModeCspPolicy": "html_mode_csp_policy",
    "IntervalOfOrderlinesOfOrder": "interval_of_orderlines_of_order",
    "IntervalOfProductVariantMutationFields": "interval_of_product_variant_mutation_fields",
    "IntervalOfSubscription": "interval_of_subscription",
    "IntervalOfSubscriptionDetail": "interval_of_subscription_detail",
    "IntervalOfVariant": "interval_of_variant",
    "IntervalOfVariantOfBundlelinesOfBundle": "interval_of_variant_of_bundlelines_of_bundle",
    "IntervalOfVariantSubscription": "interval_of_variant_subscription",
    "IntervalOfVariantsOfProduct": "interval_of_variants_of_product",
    "IntervalOfVariantsOfProductList": "interval_of_variants_of_product_list",
    "IntervalOfVariantsOfSimplifiedProductList": "interval_of_variants_of_simplified_product_list",
    "IsBreakdownStatusParameterOfGetOrderStatistics": "is_breakdown_status_parameter_of_get_order_statistics",
    "IsFromFormParameterOfListOrders": "is_from_form_parameter_of_list_orders",
    "IsProbablySpamParameterOfListOrders": "is_probably_spam_parameter_of_list_orders",
    "IsRepeatParameterOfListOrders": "is_repeat_parameter_of_list_orders",
    "IsTransferproofExistParameterOfListOrders": "is_transferproof_exist_parameter_of_list_orders",
    "ItemTypeOfCreateRequestProduct": "item_type_of_create_request_product",
    "ItemTypeOfOrderlinesOfOrder": "item_type_of_orderlines_of_order",
    "ItemTypeOfProduct": "item_type_of_product",
    "ItemTypeOfProductList": "item_type_of_product_list",
    "ItemTypeOfProductOfVariant": "item_type_of_product_of_variant",
    "ItemTypeOfProductOfVariantOfBundlelinesOfBundle": "item_type_of_product_of_variant_of_bundlelines_of_bundle",
    "ItemTypeOfProductVariantMutationFields": "item_type_of_product_variant_mutation_fields",
    "ItemTypeOfSimplifiedProductList": "item_type_of_simplified_product_list",
    "ItemTypeOfUpdateRequestProduct": "item_type_of_update_request_product",
    "ItemTypeOfVariant": "item_type_of_variant",
    "ItemTypeOfVariantOfBundlelinesOfBundle": "item_type_of_variant_of_bundlelines_of_bundle",
    "ItemTypeOfVariantOfSubscriptionItemsOfSubscription": "item_type_of_variant_of_subscription_items_of_subscription",
    "ItemTypeOfVariantOfSubscriptionItemsOfSubscriptionDetail": "item_type_of_variant_of_subscription_items_of_subscription_detail",
    "ItemTypeOfVariantSubscription": "item_type_of_variant_subscription",
    "ItemTypeOfVariantsOfProduct": "item_type_of_variants_of_product",
    "ItemTypeOfVariantsOfProductList": "item_type_of_variants_of_product_list",
    "ItemTypeOfVariantsOfProductRelations": "item_type_of_variants_of_product_relations",
    "ItemTypeOfVariantsOfSimplifiedProductList": "item_type_of_variants_of_simplified_product_list",
    "ItemTypeParameterOfCountProducts": "item_type_parameter_of_count_products",
    "ItemTypeParameterOfListProducts": "item_type_parameter_of_list_products",
    "ItemTypeParameterOfListProductsSimplified": "item_type_parameter_of_list_products_simplified",
    "JsonObject": "json_object",
    "JwtBlacklistRequest": "jwt_blacklist_request",
    "JwtRefreshRequest": "jwt_refresh_request",
    "KwaiPixel": "kwai_pixel",
    "KwaiPixelCollectionResponseBody": "kwai_pixel_collection_response_body",
    "KwaiPixelRequest": "kwai_pixel_request",
    "LabelsOfBundle": "labels_of_bundle",
    "LabelsOfProduct": "labels_of_product",
    "LabelsOfProductList": "labels_of_product_list",
    "LabelsOfSimplifiedProductList": "labels_of_simplified_product_list",
    "LandingPage": "landing_page",
    "LandingPageCollectionResponseBody": "landing_page_collection_response_body",
    "LandingPageCreateRequest": "landing_page_create_request",
    "LandingPageDisplay": "landing_page_display",
    "LandingPageDisplayCollectionResponseBody": "landing_page_display_collection_response_body",
    "LandingPageDisplayRequest": "landing_page_display_request",
    "LandingPageDisplaySummary": "landing_page_display_summary",
    "LandingPageDisplayValidationIssue": "landing_page_display_validation_issue",
    "LandingPageDisplayValidationResult": "landing_page_display_validation_result",
    "LandingPageDisplayVersionRequest": "landing_page_display_version_request",
    "LandingPageFormDisplay": "landing_page_form_display",
    "LandingPageFormDisplayRequest": "landing_page_form_display_request",
    "LandingPagePublic": "landing_page_public",
    "LandingPageSimpleSummary": "landing_page_simple_summary",
    "LandingPageSimplifiedCollectionResponseBody": "landing_page_simplified_collection_response_body",
    "LandingPageSummary": "landing_page_summary",
    "LandingPageTagCollectionResponseBody": "landing_page_tag_collection_response_body",
    "LandingPageTagUpdateRequest": "landing_page_tag_update_request",
    "LandingPageUpdateRequest": "landing_page_update_request",
    "LastUpdatedByOfBundle": "last_updated_by_of_bundle",
    "LastUpdatedByOfBundleList": "last_updated_by_of_bundle_list",
    "LastUpdatedByOfOrder": "last_updated_by_of_order",
    "LastUpdatedByOfProduct": "last_updated_by_of_product",
    "LastUpdatedByOfProductList": "last_updated_by_of_product_list",
    "LatestRenewalInvoiceOfSubscriptionDetail": "latest_renewal_invoice_of_subscription_detail",
    "LimitOfWebAnalyticsLocationCoverage": "limit_of_web_analytics_location_coverage",
    "ListBundlePartnersResponseBody": "list_bundle_partners_response_body",
    "ListBundlePriceOptionsResponseBody": "list_bundle_price_options_response_body",
    "ListBundlesResponseBody": "list_bundles_response_body",
    "ListBundlesSimplifiedResponseBody": "list_bundles_simplified_response_body",
    "ListCustomerSubscriptionsResponseBody": "list_customer_subscriptions_response_body",
    "ListLocationsResponseBody": "list_locations_response_body",
    "ListOrderEmailsResponseBody": "list_order_emails_response_body",
    "ListOrderTagsResponseBody": "list_order_tags_response_body",
    "ListOrderUtmCampaignsResponseBody": "list_order_utm_campaigns_response_body",
    "ListOrderUtmContentsResponseBody": "list_order_utm_contents_response_body",
    "ListOrderUtmMediumsResponseBody": "list_order_utm_mediums_response_body",
    "ListOrderUtmSourcesResponseBody": "list_order_utm_sources_response_body",
    "ListOrderUtmTermsResponseBody": "list_order_utm_terms_response_body",
    "ListOrdersResponseBody": "list_orders_response_body",
    "ListProductFollowUpChatsResponseBody": "list_product_follow_up_chats_response_body",
    "ListProductKnowledgeItemsResponseBody": "list_product_knowledge_items_response_body",
    "ListProductPartnersResponseBody": "list_product_partners_response_body",
    "ListProductTaxonomiesResponseBody": "list_product_taxonomies_response_body",
    "ListProductsResponseBody": "list_products_response_body",
    "ListProductsSimplifiedResponseBody": "list_products_simplified_response_body",
    "ListSubscriptionUpgradeOptionsResponseBody": "list_subscription_upgrade_options_response_body",
    "ListVariantDigitalProductFilesResponseBody": "list_variant_digital_product_files_response_body",
    "Location": "location",
    "LocationBasisOfWebAnalyticsAudience": "location_basis_of_web_analytics_audience",
    "LocationMetadataOfWebAnalyticsAudience": "location_metadata_of_web_analytics_audience",
    "LocationOfCustomerAddress": "location_of_customer_address",
    "LocationPostalCode": "location_postal_code",
    "LocationPostalCodeListResponse": "location_postal_code_list_response",
    "LoginAsOfCustomerLoginRequest": "login_as_of_customer_login_request",
    "LoginAsOfCustomerOtpVerifyRequest": "login_as_of_customer_otp_verify_request",
    "MailketingListOfProductMailketingListsOfProduct": "mailketing_list_of_product_mailketing_lists_of_product",
    "ManagingFollowUpChat": "managing_follow_up_chat",
    "MarkOrdersNotSpamRequest": "mark_orders_not_spam_request",
    "MarkOrdersNotSpamResponseBody": "mark_orders_not_spam_response_body",
    "MessageHistoryOfOrder": "message_history_of_order",
    "MessageHistoryOfOrderList": "message_history_of_order_list",
    "MessageHistoryOfOrderMessageHistory": "message_history_of_order_message_history",
    "MetaPixel": "meta_pixel",
    "MetaPixelCollectionResponseBody": "meta_pixel_collection_response_body",
    "MetaPixelRequest": "meta_pixel_request",
    "NonCodPurchaseTriggersOfStoreOfOrder": "non_cod_purchase_triggers_of_store_of_order",
    "OAuthAuthorizationServerMetadata": "o_auth_authorization_server_metadata",
    "OAuthBillingAction": "o_auth_billing_action",
    "OAuthBillingActionCollectionResponseBody": "o_auth_billing_action_collection_response_body",
    "OAuthBillingCaptureContext": "o_auth_billing_capture_context",
    "OAuthBillingCharge": "o_auth_billing_charge",
    "OAuthBillingChargeCollectionResponseBody": "o_auth_billing_charge_collection_response_body",
    "OAuthBillingEarnings": "o_auth_billing_earnings",
    "OAuthBillingEarningsEntry": "o_auth_billing_earnings_entry",
    "OAuthBillingLedgerCollectionResponseBody": "o_auth_billing_ledger_collection_response_body",
    "OAuthBillingMerchantContext": "o_auth_billing_merchant_context",
    "OAuthBillingRefundRequest": "o_auth_billing_refund_request",
    "OAuthBillingRefundResponseBody": "o_auth_billing_refund_response_body",
    "OAuthBillingReservation": "o_auth_billing_reservation",
    "OAuthBillingReservationCollectionResponseBody": "o_auth_billing_reservation_collection_response_body",
    "OAuthBillingSettlement": "o_auth_billing_settlement",
    "OAuthBillingSettlementCollectionResponseBody": "o_auth_billing_settlement_collection_response_body",
    "OAuthBillingWithdrawalRequest": "o_auth_billing_withdrawal_request",
    "OAuthClientRegistration": "o_auth_client_registration",
    "OAuthClientRegistrationRequest": "o_auth_client_registration_request",
    "OAuthInstallationLaunchTokenExchangeRequest": "o_auth_installation_launch_token_exchange_request",
    "OAuthInstallationStatusApplication": "o_auth_installation_status_application",
    "OAuthInstallationStatusBillingTag": "o_auth_installation_status_billing_tag",
    "OAuthInstallationStatusRequest": "o_auth_installation_status_request",
    "OAuthInstallationStatusResponseBody": "o_auth_installation_status_response_body",
    "OAuthScopeCatalog": "o_auth_scope_catalog",
    "OAuthTokenRequest": "o_auth_token_request",
    "OauthApplicationOfAuthenticatedIdentity": "oauth_application_of_authenticated_identity",
    "Order": "order",
    "OrderAvailableActions": "order_available_actions",
    "OrderChangeStatus": "order_change_status",
    "OrderChangeStatusBody": "order_change_status_body",
    "OrderChat": "order_chat",
    "OrderCreateBody": "order_create_body",
    "OrderCreateShipmentStatusHistoryBody": "order_create_shipment_status_history_body",
    "OrderDuplicateBody": "order_duplicate_body",
    "OrderEmail": "order_email",
    "OrderEmailsOfOrder": "order_emails_of_order",
    "OrderList": "order_list",
    "OrderMarkNotSpam": "order_mark_not_spam",
    "OrderMessageHistory": "order_message_history",
    "OrderOfCheckoutIntentDetail": "order_of_checkout_intent_detail",
    "OrderOfCheckoutIntentSummary": "order_of_checkout_intent_summary",
    "OrderStatusOfProductBirdsendSequencesOfProduct": "order_status_of_product_birdsend_sequences_of_product",
    "OrderStatusOfProductMailketingListsOfProduct": "order_status_of_product_mailketing_lists_of_product",
    "OrderUpdateBody": "order_update_body",
    "OrderUpdateShipmentDataBody": "order_update_shipment_data_body",
    "OrderbundlesOfOrderCreateBody": "orderbundles_of_order_create_body",
    "OrderbundlesOfOrderUpdateBody": "orderbundles_of_order_update_body",
    "OrderlinesOfOrder": "orderlines_of_order",
    "OrderlinesOfStorefrontPublicOrder": "orderlines_of_storefront_public_order",
    "OrdervariantsOfOrderCreateBody": "ordervariants_of_order_create_body",
    "OrdervariantsOfOrderUpdateBody": "ordervariants_of_order_update_body",
    "OriginAddressOfOrder": "origin_address_of_order",
    "OriginAddressOfOrderList": "origin_address_of_order_list",
    "PGREFERENCEIDOfPGReferenceIDs": "pgreferenceid_of_pg_reference_i_ds",
    "PGReferenceID": "pg_reference_id",
    "PGReferenceIDs": "pg_reference_i_ds",
    "PageCheckoutIntentStartRequest": "page_checkout_intent_start_request",
    "PageDisplayOfFormDisplaysOfBundlePriceOptionsOfBundle": "page_display_of_form_displays_of_bundle_price_options_of_bundle",
    "PageDisplayOfFormDisplaysOfVariantsOfProduct": "page_display_of_form_displays_of_variants_of_product",
    "PageDisplayOfUpsellFormDisplaysOfBundlePriceOptionsOfBundle": "page_display_of_upsell_form_displays_of_bundle_price_options_of_bundle",
    "PageDisplayOfUpsellFormDisplaysOfVariantsOfProduct": "page_display_of_upsell_form_displays_of_variants_of_product",
    "PageOfCheckoutIntentDetail": "page_of_checkout_intent_detail",
    "PageOfCheckoutIntentSummary": "page_of_checkout_intent_summary",
    "PageOfStorefrontPublicOrder": "page_of_storefront_public_order",
    "PagePublicCheckoutCustomer": "page_public_checkout_customer",
    "PagePublicCheckoutDestination": "page_public_checkout_destination",
    "PagePublicCheckoutItem": "page_public_checkout_item",
    "PagePublicCheckoutShippingOptionsRequest": "page_public_checkout_shipping_options_request",
    "PagePublicCheckoutSummaryRequest": "page_public_checkout_summary_request",
    "PagePublicDiscountCodeCheckRequest": "page_public_discount_code_check_request",
    "PagePublicOrderBundleItem": "page_public_order_bundle_item",
    "PagePublicOrderCreateRequest": "page_public_order_create_request",
    "PagePublicOrderVariantItem": "page_public_order_variant_item",
    "PagesOfBundlePriceOptionExtendedRelation": "pages_of_bundle_price_option_extended_relation",
    "PagesOfBundleRelation": "pages_of_bundle_relation",
    "PagesOfBundlesOfProductRelations": "pages_of_bundles_of_product_relations",
    "PagesOfProductRelations": "pages_of_product_relations",
    "PaginatedCollectionResponseBody": "paginated_collection_response_body",
    "ParameterOfOAuthBillingEntryTypeQuery": "parameter_of_o_auth_billing_entry_type_query",
    "ParameterOfSortDirection": "parameter_of_sort_direction",
    "ParameterOfWabaSendMode": "parameter_of_waba_send_mode",
    "ParameterOfWebAnalyticsAdClick": "parameter_of_web_analytics_ad_click",
    "ParameterOfWebAnalyticsAdClickType": "parameter_of_web_analytics_ad_click_type",
    "ParameterOfWebAnalyticsSelectableEntityType": "parameter_of_web_analytics_selectable_entity_type",
    "ParameterOfWebAnalyticsUtmType": "parameter_of_web_analytics_utm_type",
    "PartnerOfBundlePartner": "partner_of_bundle_partner",
    "PartnerOfProductPartner": "partner_of_product_partner",
    "PartnerOfProductPartnersOfProductList": "partner_of_product_partners_of_product_list",
    "PasswordRequest": "password_request",
    "PaymentAccountsOfStoreOfStorefrontPublicOrder": "payment_accounts_of_store_of_storefront_public_order",
    "PaymentMethodOfGetCourierServiceRequest": "payment_method_of_get_courier_service_request",
    "PaymentMethodOfOrder": "payment_method_of_order",
    "PaymentMethodOfOrderChangeStatusBody": "payment_method_of_order_change_status_body",
    "PaymentMethodOfOrderCreateBody": "payment_method_of_order_create_body",
    "PaymentMethodOfOrderDuplicateBody": "payment_method_of_order_duplicate_body",
    "PaymentMethodOfOrderList": "payment_method_of_order_list",
    "PaymentMethodOfOrderUpdateBody": "payment_method_of_order_update_body",
    "PaymentMethodParameterOfListOrders": "payment_method_parameter_of_list_orders",
    "PaymentStatusHistoryOfOrder": "payment_status_history_of_order",
    "PaymentStatusOfOrder": "payment_status_of_order",
    "PaymentStatusOfOrderChangeStatus": "payment_status_of_order_change_status",
    "PaymentStatusOfOrderChangeStatusBody": "payment_status_of_order_change_status_body",
    "PaymentStatusOfOrderChat": "payment_status_of_order_chat",
    "PaymentStatusOfOrderList": "payment_status_of_order_list",
    "PaymentStatusOfOrderMarkNotSpam": "payment_status_of_order_mark_not_spam",
    "PaymentStatusOfSuccessOfUploadOrders": "payment_status_of_success_of_upload_orders",
    "PaymentStatusParameterOfListOrders": "payment_status_parameter_of_list_orders",
    "PlatformParameterOfListOrders": "platform_parameter_of_list_orders",
    "PositionOfRemoveProductOptionValueRequest": "position_of_remove_product_option_value_request",
    "PositionOfReorderProductOptionValuesRequest": "position_of_reorder_product_option_values_request",
    "PostalCodeRequirementOfBusinessStoreUpdateRequest": "postal_code_requirement_of_business_store_update_request",
    "PostalCodeRequirementOfStoreOfOrder": "postal_code_requirement_of_store_of_order",
    "PricingTypeOfOrderlinesOfOrder": "pricing_type_of_orderlines_of_order",
    "PricingTypeOfProductVariantMutationFields": "pricing_type_of_product_variant_mutation_fields",
    "PricingTypeOfVariant": "pricing_type_of_variant",
    "PricingTypeOfVariantOfBundlelinesOfBundle": "pricing_type_of_variant_of_bundlelines_of_bundle",
    "PricingTypeOfVariantSubscription": "pricing_type_of_variant_subscription",
    "PricingTypeOfVariantsOfProduct": "pricing_type_of_variants_of_product",
    "PricingTypeOfVariantsOfProductList": "pricing_type_of_variants_of_product_list",
    "PricingTypeOfVariantsOfSimplifiedProductList": "pricing_type_of_variants_of_simplified_product_list",
    "PricingTypeParameterOfCountProducts": "pricing_type_parameter_of_count_products",
    "PricingTypeParameterOfListProducts": "pricing_type_parameter_of_list_products",
    "PricingTypeParameterOfListProductsSimplified": "pricing_type_parameter_of_list_products_simplified",
    "Product": "product",
    "ProductBirdsendSequencesOfProduct": "product_birdsend_sequences_of_product",
    "ProductKnowledgeItem": "product_knowledge_item",
    "ProductList": "product_list",
    "ProductMailketingListsOfProduct": "product_mailketing_lists_of_product",
    "ProductOfVariant": "product_of_variant",
    "ProductOfVariantOfBundlelinesOfBundle": "product_of_variant_of_bundlelines_of_bundle",
    "ProductPartner": "product_partner",
    "ProductPartnersOfProductList": "product_partners_of_product_list",
    "ProductRelations": "product_relations",
    "ProductTaxonomy": "product_taxonomy",
    "ProductVariantCreateRequest": "product_variant_create_request",
    "ProductVariantMutationFields": "product_variant_mutation_fields",
    "ProductVariantUpdateRequest": "product_variant_update_request",
    "PublicCheckoutRequest": "public_checkout_request",
    "QtyTypeParameterOfCountProducts": "qty_type_parameter_of_count_products",
    "QtyTypeParameterOfListProducts": "qty_type_parameter_of_list_products",
    "QtyTypeParameterOfListProductsSimplified": "qty_type_parameter_of_list_products_simplified",
    "RawObjectResponseBody": "raw_object_response_body",
    "RefundStatusOfOAuthBillingRefundResponseBody": "refund_status_of_o_auth_billing_refund_response_body",
    "RemoveProductOptionValueRequest": "remove_product_option_value_request",
    "RenderModeOfLandingPageDisplay": "render_mode_of_landing_page_display",
    "RenderModeOfLandingPageDisplayRequest": "render_mode_of_landing_page_display_request",
    "RenderModeOfLandingPageDisplaySummary": "render_mode_of_landing_page_display_summary",
    "RenderModeOfLandingPageSummary": "render_mode_of_landing_page_summary",
    "ReorderProductOptionValuesRequest": "reorder_product_option_values_request",
    "RequestBodyOfAttachBusinessStoreBundlePriceOptions": "request_body_of_attach_business_store_bundle_price_options",
    "RevenueBasisOfWebAnalyticsRevenueScope": "revenue_basis_of_web_analytics_revenue_scope",
    "RevenueStatusOfWebAnalyticsRevenue": "revenue_status_of_web_analytics_revenue",
    "RevenueStatusOfWebAnalyticsSource": "revenue_status_of_web_analytics_source",
    "SavePasswordRequest": "save_password_request",
    "SearchCourierServicesResponseBody": "search_courier_services_response_body",
    "SearchFieldParameterOfGetOrderStatistics": "search_field_parameter_of_get_order_statistics",
    "SearchFieldParameterOfListOrders": "search_field_parameter_of_list_orders",
    "SearchShippingCostsResponseBody": "search_shipping_costs_response_body",
    "SearchWarehouseRequest": "search_warehouse_request",
    "SearchWarehouseResult": "search_warehouse_result",
    "SearchWarehousesResponseBody": "search_warehouses_response_body",
    "SettlementRailOfOAuthBillingSettlement": "settlement_rail_of_o_auth_billing_settlement",
    "SettlementRailOfOAuthBillingWithdrawalRequest": "settlement_rail_of_o_auth_billing_withdrawal_request",
    "SeverityOfLandingPageDisplayValidationIssue": "severity_of_landing_page_display_validation_issue",
    "ShipmentProviderCodeOfOrder": "shipment_provider_code_of_order",
    "ShipmentProviderCodeOfOrderCreateBody": "shipment_provider_code_of_order_create_body",
    "ShipmentProviderCodeOfOrderList": "shipment_provider_code_of_order_list",
    "ShipmentProviderCodeOfOrderUpdateBody": "shipment_provider_code_of_order_update_body",
    "ShipmentProviderCodeOfOrderUpdateShipmentDataBody": "shipment_provider_code_of_order_update_shipment_data_body",
    "ShipmentStatusHistoryOfOrder": "shipment_status_history_of_order",
    "ShipmentStatusHistoryOfStorefrontPublicOrder": "shipment_status_history_of_storefront_public_order",
    "ShippingCostRequest": "shipping_cost_request",
    "ShippingCostResult": "shipping_cost_result",
    "SimplifiedProductList": "simplified_product_list",
    "SortByParameterOfListCheckoutIntents": "sort_by_parameter_of_list_checkout_intents",
    "SortDirectionParameterOfListCheckoutIntents": "sort_direction_parameter_of_list_checkout_intents",
    "StatusHistoryOfOrder": "status_history_of_order",
    "StatusHistoryOfOrderEmail": "status_history_of_order_email",
    "StatusHistoryOfOrderEmailsOfOrder": "status_history_of_order_emails_of_order",
    "StatusOfCheckoutIntentCapture": "status_of_checkout_intent_capture",
    "StatusOfCheckoutIntentDetail": "status_of_checkout_intent_detail",
    "StatusOfCheckoutIntentSummary": "status_of_checkout_intent_summary",
    "StatusOfCollectionItem": "status_of_collection_item",
    "StatusOfLatestRenewalInvoiceOfSubscriptionDetail": "status_of_latest_renewal_invoice_of_subscription_detail",
    "StatusOfOrder": "status_of_order",
    "StatusOfOrderChangeStatus": "status_of_order_change_status",
    "StatusOfOrderChangeStatusBody": "status_of_order_change_status_body",
    "StatusOfOrderChat": "status_of_order_chat",
    "StatusOfOrderCreateShipmentStatusHistoryBody": "status_of_order_create_shipment_status_history_body",
    "StatusOfOrderList": "status_of_order_list",
    "StatusOfOrderMarkNotSpam": "status_of_order_mark_not_spam",
    "StatusOfPaymentStatusHistoryOfOrder": "status_of_payment_status_history_of_order",
    "StatusOfStatusHistoryOfOrder": "status_of_status_history_of_order",
    "StatusOfStorefrontAllowedOrigin": "status_of_storefront_allowed_origin",
    "StatusOfStorefrontPublicApiKey": "status_of_storefront_public_api_key",
    "StatusOfSubscription": "status_of_subscription",
    "StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail": "status_of_subscription_action_of_pending_action_of_subscription_items_of_subscription_detail",
    "StatusOfSubscriptionDetail": "status_of_subscription_detail",
    "StatusOfSubscriptionItemsOfSubscription": "status_of_subscription_items_of_subscription",
    "StatusOfSubscriptionItemsOfSubscriptionDetail": "status_of_subscription_items_of_subscription_detail",
    "StatusOfSuccessOfUploadOrders": "status_of_success_of_upload_orders",
    "StatusOfWabaTypingIndicator": "status_of_waba_typing_indicator",
    "StatusOfWebAnalyticsRevenueScope": "status_of_web_analytics_revenue_scope",
    "StatusParameterOfListCheckoutIntents": "status_parameter_of_list_checkout_intents",
    "StatusParameterOfListCustomerSubscriptions": "status_parameter_of_list_customer_subscriptions",
    "StatusParameterOfListDiscountCodes": "status_parameter_of_list_discount_codes",
    "StatusParameterOfListOrders": "status_parameter_of_list_orders",
    "StockStatusOfVariantAvailability": "stock_status_of_variant_availability",
    "StoreCourierOtherIncomesOfStoreOfOrder": "store_courier_other_incomes_of_store_of_order",
    "StoreCustomDomainOfStorefrontPublicOrder": "store_custom_domain_of_storefront_public_order",
    "StoreMethodOtherIncomesOfStoreOfOrder": "store_method_other_incomes_of_store_of_order",
    "StoreOfCheckoutIntentDetail": "store_of_checkout_intent_detail",
    "StoreOfCheckoutIntentSummary": "store_of_checkout_intent_summary",
    "StoreOfOrder": "store_of_order",
    "StoreOfOrderList": "store_of_order_list",
    "StoreOfStorefrontPublicOrder": "store_of_storefront_public_order",
    "StoreOfSubscription": "store_of_subscription",
    "StoreOfSubscriptionDetail": "store_of_subscription_detail",
    "StorefrontAllowedOrigin": "storefront_allowed_origin",
    "StorefrontAllowedOriginListResponse": "storefront_allowed_origin_list_response",
    "StorefrontAllowedOriginRequest": "storefront_allowed_origin_request",
    "StorefrontAnalyticsBundlePriceOptionItem": "storefront_analytics_bundle_price_option_item",
    "StorefrontAnalyticsVariantItem": "storefront_analytics_variant_item",
    "StorefrontBundleLine": "storefront_bundle_line",
    "StorefrontBundlePriceOptionCard": "storefront_bundle_price_option_card",
    "StorefrontBundlePriceOptionDetail": "storefront_bundle_price_option_detail",
    "StorefrontCartMergeResponse": "storefront_cart_merge_response",
    "StorefrontCategory": "storefront_category",
    "StorefrontCategoryListResponse": "storefront_category_list_response",
    "StorefrontCheckoutBundlePriceOptionItem": "storefront_checkout_bundle_price_option_item",
    "StorefrontCheckoutDestination": "storefront_checkout_destination",
    "StorefrontCheckoutIntentStartRequest": "storefront_checkout_intent_start_request",
    "StorefrontCheckoutShippingOptionsRequest": "storefront_checkout_shipping_options_request",
    "StorefrontCheckoutShippingOptionsResponse": "storefront_checkout_shipping_options_response",
    "StorefrontCheckoutSummaryRequest": "storefront_checkout_summary_request",
    "StorefrontCheckoutSummaryResponse": "storefront_checkout_summary_response",
    "StorefrontCheckoutVariantItem": "storefront_checkout_variant_item",
    "StorefrontCity": "storefront_city",
    "StorefrontCityListResponse": "storefront_city_list_response",
    "StorefrontCustomerFacingCourier": "storefront_customer_facing_courier",
    "StorefrontCustomerFacingCourierService": "storefront_customer_facing_courier_service",
    "StorefrontCustomerFacingCustomer": "storefront_customer_facing_customer",
    "StorefrontCustomerFacingDestinationAddress": "storefront_customer_facing_destination_address",
    "StorefrontCustomerFacingFinancialEntity": "storefront_customer_facing_financial_entity",
    "StorefrontCustomerFacingOrder": "storefront_customer_facing_order",
    "StorefrontCustomerFacingOrderLine": "storefront_customer_facing_order_line",
    "StorefrontCustomerFacingPaymentAccount": "storefront_customer_facing_payment_account",
    "StorefrontCustomerFacingStore": "storefront_customer_facing_store",
    "StorefrontDiscountCode": "storefront_discount_code",
    "StorefrontDiscountCodeCheckRequest": "storefront_discount_code_check_request",
    "StorefrontDiscountCodeCheckResponse": "storefront_discount_code_check_response",
    "StorefrontItemCountResponse": "storefront_item_count_response",
    "StorefrontItemListResponse": "storefront_item_list_response",
    "StorefrontLocation": "storefront_location",
    "StorefrontLocationListResponse": "storefront_location_list_response",
    "StorefrontMetaConversionEvent": "storefront_meta_conversion_event",
    "StorefrontMetaConversionEventRequest": "storefront_meta_conversion_event_request",
    "StorefrontMetaConversionUserData": "storefront_meta_conversion_user_data",
    "StorefrontPaymentMethod": "storefront_payment_method",
    "StorefrontPaymentMethodListResponse": "storefront_payment_method_list_response",
    "StorefrontPostalCode": "storefront_postal_code",
    "StorefrontPostalCodeListResponse": "storefront_postal_code_list_response",
    "StorefrontPriceRange": "storefront_price_range",
    "StorefrontProductCard": "storefront_product_card",
    "StorefrontProductDetail": "storefront_product_detail",
    "StorefrontProvince": "storefront_province",
    "StorefrontProvinceListResponse": "storefront_province_list_response",
    "StorefrontPublicApiKey": "storefront_public_api_key",
    "StorefrontPublicApiKeyListResponse": "storefront_public_api_key_list_response",
    "StorefrontPublicOrder": "storefront_public_order",
    "StorefrontPublicOrderTransferProofUpload": "storefront_public_order_transfer_proof_upload",
    "StorefrontPublicOrderTransferProofUploadRequest": "storefront_public_order_transfer_proof_upload_request",
    "StorefrontPublicOrderUpdateRequest": "storefront_public_order_update_request",
    "StorefrontSelectedShippingOption": "storefront_selected_shipping_option",
    "StorefrontShippingOption": "storefront_shipping_option",
    "StorefrontSnackVideoConversionEvent": "storefront_snack_video_conversion_event",
    "StorefrontSnackVideoConversionEventProperties": "storefront_snack_video_conversion_event_properties",
    "StorefrontSnackVideoConversionEventRequest": "storefront_snack_video_conversion_event_request",
    "StorefrontTaxonomy": "storefront_taxonomy",
    "StorefrontTiktokConversionEvent": "storefront_tiktok_conversion_event",
    "StorefrontTiktokConversionEventRequest": "storefront_tiktok_conversion_event_request",
    "StorefrontTiktokConversionUserData": "storefront_tiktok_conversion_user_data",
    "StorefrontVariant": "storefront_variant",
    "StorefrontVariantPricing": "storefront_variant_pricing",
    "StorefrontVariantPricingResponse": "storefront_variant_pricing_response",
    "StoresOfBundlePriceOption": "stores_of_bundle_price_option",
    "StoresOfBundlePriceOptionExtendedRelation": "stores_of_bundle_price_option_extended_relation",
    "StoresOfBundlePriceOptionsOfBundle": "stores_of_bundle_price_options_of_bundle",
    "StoresOfBundleRelation": "stores_of_bundle_relation",
    "StoresOfBundlesOfProductRelations": "stores_of_bundles_of_product_relations",
    "StoresOfProduct": "stores_of_product",
    "StoresOfProductRelations": "stores_of_product_relations",
    "Subscription": "subscription",
    "SubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail": "subscription_action_of_pending_action_of_subscription_items_of_subscription_detail",
    "SubscriptionDetail": "subscription_detail",
    "SubscriptionItemsOfSubscription": "subscription_items_of_subscription",
    "SubscriptionItemsOfSubscriptionDetail": "subscription_items_of_subscription_detail",
    "SubscriptionVariantChangeRequest": "subscription_variant_change_request",
    "SuccessOfUploadOrders": "success_of_upload_orders",
    "SuccessesOfGenerateOrCancelAWB": "successes_of_generate_or_cancel_awb",
    "TagsOfOrderList": "tags_of_order_list",
    "TaxonomyOfProduct": "taxonomy_of_product",
    "TiktokPixel": "tiktok_pixel",
    "TiktokPixelCollectionResponseBody": "tiktok_pixel_collection_response_body",
    "TiktokPixelRequest": "tiktok_pixel_request",
    "TokenEndpointAuthMethodOfOAuthClientRegistration": "token_endpoint_auth_method_of_o_auth_client_registration",
    "TokenEndpointAuthMethodOfOAuthClientRegistrationRequest": "token_endpoint_auth_method_of_o_auth_client_registration_request",
    "TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata": "token_endpoint_auth_methods_supported_of_o_auth_authorization_server_metadata",
    "TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest": "token_endpoint_auth_signing_alg_of_o_auth_client_registration_request",
    "TokenTypeOfCustomerAuthTokenResponseBody": "token_type_of_customer_auth_token_response_body",
    "TokenTypeOfOAuthInstallationStatusRequest": "token_type_of_o_auth_installation_status_request",
    "TrafficStatusOfWebAnalyticsRevenue": "traffic_status_of_web_analytics_revenue",
    "TrafficStatusOfWebAnalyticsSource": "traffic_status_of_web_analytics_source",
    "TriggerPurchase": "trigger_purchase",
    "TypeOfAnalyticsStandardEvent": "type_of_analytics_standard_event",
    "TypeOfBirdsendSequenceOfProductBirdsendSequencesOfProduct": "type_of_birdsend_sequence_of_product_birdsend_sequences_of_product",
    "TypeOfBundlePriceOptionOfCheckoutIntentItem": "type_of_bundle_price_option_of_checkout_intent_item",
    "TypeOfCartBundlePriceOptionItemRequest": "type_of_cart_bundle_price_option_item_request",
    "TypeOfCartVariantItemRequest": "type_of_cart_variant_item_request",
    "TypeOfCheckoutIntentPrefillItem": "type_of_checkout_intent_prefill_item",
    "TypeOfCheckoutIntentStoredItem": "type_of_checkout_intent_stored_item",
    "TypeOfGuestCartBundlePriceOptionItem": "type_of_guest_cart_bundle_price_option_item",
    "TypeOfGuestCartVariantItem": "type_of_guest_cart_variant_item",
    "TypeOfKwaiPixelRequest": "type_of_kwai_pixel_request",
    "TypeOfPagePublicCheckoutItem": "type_of_page_public_checkout_item",
    "TypeOfStoreCourierOtherIncomesOfStoreOfOrder": "type_of_store_courier_other_incomes_of_store_of_order",
    "TypeOfStoreMethodOtherIncomesOfStoreOfOrder": "type_of_store_method_other_incomes_of_store_of_order",
    "TypeOfStorefrontCheckoutBundlePriceOptionItem": "type_of_storefront_checkout_bundle_price_option_item",
    "TypeOfStorefrontCheckoutVariantItem": "type_of_storefront_checkout_variant_item",
    "TypeOfTypingIndicatorOfWabaTypingIndicator": "type_of_typing_indicator_of_waba_typing_indicator",
    "TypeOfVariantOfCheckoutIntentItem": "type_of_variant_of_checkout_intent_item",
    "TypeParameterOfListKwaiPixels": "type_parameter_of_list_kwai_pixels",
    "TypeParameterOfListKwaiStandardEvents": "type_parameter_of_list_kwai_standard_events",
    "TypingIndicatorOfWabaTypingIndicator": "typing_indicator_of_waba_typing_indicator",
    "UnavailableReasonOfCheckoutIntentPrefillItem": "unavailable_reason_of_checkout_intent_prefill_item",
    "UpdateOrderCustomerRequest": "update_order_customer_request",
    "UpdateOrderShipmentReceiptRequest": "update_order_shipment_receipt_request",
    "UpdateOrderTagsRequest": "update_order_tags_request",
    "UpdateRequestProduct": "update_request_product",
    "UpgradeSubscriptionItemRequest": "upgrade_subscription_item_request",
    "UploadOrderReceiptRequest": "upload_order_receipt_request",
    "UploadOrderReceiptResponseBody": "upload_order_receipt_response_body",
    "UploadOrderStatusChangesRequest": "upload_order_status_changes_request",
    "UploadOrders": "upload_orders",
    "UploadOrdersRequest": "upload_orders_request",
    "UploadReceipt": "upload_receipt",
    "UpsellFormDisplaysOfBundlePriceOptionsOfBundle": "upsell_form_displays_of_bundle_price_options_of_bundle",
    "UpsellFormDisplaysOfVariantsOfProduct": "upsell_form_displays_of_variants_of_product",
    "UserOfAuthenticatedIdentity": "user_of_authenticated_identity",
    "UtmTypeOfWebAnalyticsSource": "utm_type_of_web_analytics_source",
    "UtmTypeOfWebAnalyticsSourceRevenue": "utm_type_of_web_analytics_source_revenue",
    "ValidityPeriodUnitOfProductVariantMutationFields": "validity_period_unit_of_product_variant_mutation_fields",
    "ValidityPeriodUnitOfVariant": "validity_period_unit_of_variant",
    "ValidityPeriodUnitOfVariantOfBundlelinesOfBundle": "validity_period_unit_of_variant_of_bundlelines_of_bundle",
    "ValidityPeriodUnitOfVariantSubscription": "validity_period_unit_of_variant_subscription",
    "ValidityPeriodUnitOfVariantsOfProduct": "validity_period_unit_of_variants_of_product",
    "ValidityPeriodUnitOfVariantsOfProductList": "validity_period_unit_of_variants_of_product_list",
    "ValidityPeriodUnitOfVariantsOfSimplifiedProductList": "validity_period_unit_of_variants_of_simplified_product_list",
    "Variant": "variant",
    "VariantAvailability": "variant_availability",
    "VariantOfBundlelinesOfBundle": "variant_of_bundlelines_of_bundle",
    "VariantOfCheckoutIntentItem": "variant_of_checkout_intent_item",
    "VariantOfSubscriptionItemsOfSubscription": "variant_of_subscription_items_of_subscription",
    "VariantOfSubscriptionItemsOfSubscriptionDetail": "variant_of_subscription_items_of_subscription_detail",
    "VariantSubscription": "variant_subscription",
    "VariantsOfCreateRequestProduct": "variants_of_create_request_product",
    "VariantsOfProduct": "variants_of_product",
    "VariantsOfProductList": "variants_of_product_list",
    "VariantsOfProductRelations": "variants_of_product_relations",
    "VariantsOfSearchWarehouseRequest": "variants_of_search_warehouse_request",
    "VariantsOfSimplifiedProductList": "variants_of_simplified_product_list",
    "WaIntegrationOfManagingFollowUpChat": "wa_integration_of_managing_follow_up_chat",
    "WabaAccount": "waba_account",
    "WabaAccountCollectionResponseBody": "waba_account_collection_response_body",
    "WabaAccountStore": "waba_account_store",
    "WabaTypingIndicator": "waba_typing_indicator",
    "WarehouseAddressOfWarehouseOfSearchWarehouseResult": "warehouse_address_of_warehouse_of_search_warehouse_result",
    "WarehouseOfCourierServiceResult": "warehouse_of_courier_service_result",
    "WarehouseOfOrder": "warehouse_of_order",
    "WarehouseOfOrderList": "warehouse_of_order_list",
    "WarehouseOfSearchWarehouseResult": "warehouse_of_search_warehouse_result",
    "WarehousePartnerOfSearchWarehouseResult": "warehouse_partner_of_search_warehouse_result",
    "WarehousesOfProduct": "warehouses_of_product",
    "WebAnalyticsAdClick": "web_analytics_ad_click",
    "WebAnalyticsAdClicks": "web_analytics_ad_clicks",
    "WebAnalyticsAudience": "web_analytics_audience",
    "WebAnalyticsAudienceBucket": "web_analytics_audience_bucket",
    "WebAnalyticsConversion": "web_analytics_conversion",
    "WebAnalyticsCounts": "web_analytics_counts",
    "WebAnalyticsEngagement": "web_analytics_engagement",
    "WebAnalyticsEntityFunnel": "web_analytics_entity_funnel",
    "WebAnalyticsEntityJourney": "web_analytics_entity_journey",
    "WebAnalyticsEntityType": "web_analytics_entity_type",
    "WebAnalyticsFunnelStep": "web_analytics_funnel_step",
    "WebAnalyticsJourney": "web_analytics_journey",
    "WebAnalyticsLocationCoverage": "web_analytics_location_coverage",
    "WebAnalyticsMapPoint": "web_analytics_map_point",
    "WebAnalyticsNeighbour": "web_analytics_neighbour",
    "WebAnalyticsOrderFunnel": "web_analytics_order_funnel",
    "WebAnalyticsPage": "web_analytics_page",
    "WebAnalyticsPages": "web_analytics_pages",
    "WebAnalyticsPaymentLinkOption": "web_analytics_payment_link_option",
    "WebAnalyticsPaymentLinkOptions": "web_analytics_payment_link_options",
    "WebAnalyticsRevenue": "web_analytics_revenue",
    "WebAnalyticsRevenueScope": "web_analytics_revenue_scope",
    "WebAnalyticsScopeOption": "web_analytics_scope_option",
    "WebAnalyticsScopeOptions": "web_analytics_scope_options",
    "WebAnalyticsSource": "web_analytics_source",
    "WebAnalyticsSourceRevenue": "web_analytics_source_revenue",
    "WebAnalyticsSources": "web_analytics_sources",
    "WebAnalyticsTraffic": "web_analytics_traffic",
    "WebAnalyticsTrafficBucket": "web_analytics_traffic_bucket",
    "WebAnalyticsTransition": "web_analytics_transition",
    "WebhookStatusOfOAuthInstallationStatusResponseBody": "webhook_status_of_o_auth_installation_status_response_body",
    "WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation": "will_unpublish_of_pages_of_bundle_price_option_extended_relation",
    "WillUnpublishOfPagesOfBundleRelation": "will_unpublish_of_pages_of_bundle_relation",
    "WillUnpublishOfPagesOfBundlesOfProductRelations": "will_unpublish_of_pages_of_bundles_of_product_relations",
    "WillUnpublishOfPagesOfProductRelations": "will_unpublish_of_pages_of_product_relations",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
