"""The policy for operations: addresses, parameters, bodies, answers, security, servers, words."""

from __future__ import annotations

from _drift.rules import A, B, D, Rule, wire

OPERATIONS: tuple[Rule, ...] = (
    # operations
    wire("operation-removed", B, "operation gone", "The call answers 404."),
    wire("operation-added", A, "new operation", "Nobody calls it yet."),
    wire("operation-moved", B, "moved from {before} to {after}", "The old address answers 404."),
    wire(
        "operation-id-renamed",
        D,
        "operation id {before} is now {after}: breaking for the generated client",
        "Nothing changes on the wire, but the generated function is named after it.",
        generated=True,
    ),
    wire(
        "tags-changed",
        D,
        "tags {before} are now {after}",
        "Nothing changes on the wire, but the generated module lies in a package named after the tag.",
        generated=True,
    ),
    wire("deprecated", D, "now deprecated", "It works as before; plan ahead."),
    wire("undeprecated", D, "no longer deprecated", "It works as before."),
    wire(
        "callback-changed",
        B,
        "callback {name} changed",
        "The service calls us in another way, and nothing says how compatible.",
    ),
    wire(
        "webhook-changed",
        B,
        "webhook {name} changed",
        "The service calls us in another way, and nothing says how compatible.",
    ),
    wire("webhook-added", A, "new webhook {name}", "It calls only who asks for it."),
    wire("webhook-removed", B, "webhook {name} gone", "The service no longer calls us."),
    wire("callback-added", A, "new callback {name}", "It calls only who asks for it."),
    wire("callback-removed", B, "callback {name} gone", "The service no longer calls us."),
    # parameters
    wire("parameter-removed", B, "parameter {name} gone", "What we send is no longer read."),
    wire("parameter-added", A, "new optional parameter {name}", "A request without it stays valid."),
    wire("required-parameter-added", B, "new required parameter {name}", "Requests without it are refused."),
    wire(
        "parameter-renamed",
        B,
        "parameter {before} is now {after}",
        "What we send under the old name is no longer read.",
    ),
    wire("parameter-moved", B, "parameter {name} moved from {before} to {after}", "The old place is no longer read."),
    wire("parameter-required", B, "parameter {name} is now required", "Requests without it are refused."),
    wire("parameter-optional", A, "parameter {name} is now optional", "Requests with it stay valid."),
    wire(
        "parameter-style-changed",
        B,
        "parameter {name} is written in another style ({before}, now {after})",
        "Lists and objects are read in another way.",
    ),
    wire("parameter-loosened", A, "parameter {name} now allows {after}", "Requests that were valid stay valid."),
    wire("parameter-tightened", B, "parameter {name} no longer allows {before}", "Some valid requests are refused."),
    # bodies, media types, answers
    wire("body-removed", B, "request body gone", "What we send is no longer read."),
    wire("body-added", A, "new optional request body", "A request without it stays valid."),
    wire("required-body-added", B, "new required request body", "Requests without it are refused."),
    wire("body-required", B, "request body is now required", "Requests without it are refused."),
    wire("body-optional", A, "request body is now optional", "Requests with it stay valid."),
    Rule("body-wrapped", B, B, "body now wrapped in {after}", "Everything inside moved one level down."),
    Rule("body-unwrapped", B, B, "body no longer wrapped in {before}", "Everything inside moved one level up."),
    Rule(
        "media-type-removed",
        B,
        B,
        "media type {name} gone",
        "What we send is refused, or what we read no longer comes.",
    ),
    Rule("media-type-added", A, A, "new media type {name}", "The one we use is still there."),
    Rule(
        "media-type-changed",
        B,
        B,
        "media type {before} is now {after}",
        "What we send is refused, or what comes is unreadable.",
    ),
    Rule("encoding-changed", B, B, "encoding of {name} changed", "Parts of the body are read in another way."),
    wire("success-status-removed", B, "success status {name} gone", "The answer we wait for no longer comes."),
    wire(
        "success-status-changed", B, "success status {before} is now {after}", "The answer we wait for no longer comes."
    ),
    wire(
        "success-status-added",
        A,
        "new success status {name}",
        "The ones we know still come; an unknown one is an error we can read.",
    ),
    wire("error-status-added", A, "new error status {name}", "Every status without a success is an error already."),
    wire("error-status-removed", A, "error status {name} gone", "One error less."),
    wire("header-removed", B, "answer header {name} gone", "What we read no longer comes."),
    wire("header-added", A, "new answer header {name}", "Unknown headers are ignored."),
    wire("header-optional", B, "answer header {name} is now optional", "What we count on may be missing."),
    wire("header-required", A, "answer header {name} is now always there", "Answers narrowed."),
    # security and servers
    wire("security-required", B, "now requires {after}", "Requests without credentials are refused."),
    wire("security-dropped", A, "no longer requires {before}", "Credentials sent are ignored."),
    wire("security-alternative-added", A, "also accepts {after}", "The old way still works."),
    wire("security-alternative-removed", B, "no longer accepts {before}", "Credentials that worked are refused."),
    wire("security-replaced", B, "requires {after} in place of {before}", "Credentials that worked are refused."),
    wire("security-requirement-added", B, "requires {after} besides {before}", "Requests without it are refused."),
    wire("security-requirement-removed", A, "requires {after}, no longer {before}", "Requests with both stay valid."),
    wire("security-scope-added", B, "requires scope {after} of {name}", "Tokens without the scope are refused."),
    wire(
        "security-scope-removed", A, "no longer requires scope {before} of {name}", "Tokens with the scope stay valid."
    ),
    wire(
        "security-scheme-changed",
        B,
        "{name}: {before} is now {after}",
        "Credentials go to the wrong place or in the wrong form.",
    ),
    wire("server-removed", B, "server {before} gone", "Calls go to an address that is no longer promised."),
    wire("server-changed", B, "server {before} is now {after}", "Calls go to an address that is no longer promised."),
    wire("server-added", A, "new server {after}", "The one we use is still there."),
    wire(
        "server-variable-values-removed",
        B,
        "server variable {name} no longer takes {before}",
        "Calls go to an address that is no longer promised.",
    ),
    wire(
        "server-variable-values-added", A, "server variable {name} also takes {after}", "The old ones are still there."
    ),
    wire(
        "server-variable-limited",
        B,
        "server variable {name} is now one of {after}",
        "Calls may go to an address that is no longer promised.",
    ),
    wire("server-variable-free", A, "server variable {name} is no longer one of {before}", "The old ones still work."),
    # several at once
    Rule(
        "same-edit",
        None,
        None,
        "the same edits in several places",
        "One set of edits made in several places is one change; worst part counts.",
    ),
    # words
    wire("wording-changed", D, "{name} reworded", "Words only."),
    wire("info-changed", D, "info: {name} changed", "Words only; versions of this contract are judged by content."),
    wire("unused-component-added", D, "new component {name} that no operation reaches", "Nothing sees it."),
    wire("unused-component-removed", D, "component {name}, that no operation reached, is gone", "Nothing saw it."),
    wire("unused-component-changed", D, "component {name}, that no operation reaches, changed", "Nothing sees it."),
)
