"""The policy: what each kind of change means to the client, and why. Nothing else in the tool decides a class.

Requests may widen and answers may narrow; the reverse breaks. What a request and an answer share takes the worse.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Class = Literal["breaking", "additive", "docs-only"]
Verdict = Literal["breaking", "additive", "docs-only", "identical"]
Role = Literal["request", "answer", "error", "wire"]

CLASSES: tuple[Class, ...] = get_args(Class)

B: Class = "breaking"
A: Class = "additive"
D: Class = "docs-only"


class Rule(NamedTuple):
    """One row: `request` and `answer` are the class on either side, None where that side cannot notice.

    `says` is the message; it knows {name}, {before} and {after}. `strict` rows break clients that refuse what they do
    not know; `generated` rows rename something in generated code.
    """

    kind: str
    request: Class | None
    answer: Class | None
    says: str
    reason: str
    strict: bool = False
    generated: bool = False


def _wire(kind: str, cls: Class, says: str, reason: str, *, generated: bool = False) -> Rule:
    return Rule(kind, cls, cls, says, reason, generated=generated)


RULES: tuple[Rule, ...] = (
    # operations
    _wire("operation-removed", B, "operation gone", "The call answers 404."),
    _wire("operation-added", A, "new operation", "Nobody calls it yet."),
    _wire("operation-moved", B, "moved from {before} to {after}", "The old address answers 404."),
    _wire(
        "operation-id-renamed",
        D,
        "operation id {before} is now {after}: breaking for the generated client",
        "Nothing changes on the wire, but the generated function is named after it.",
        generated=True,
    ),
    _wire(
        "tags-changed",
        D,
        "tags {before} are now {after}",
        "Nothing changes on the wire, but the generated module lies in a package named after the tag.",
        generated=True,
    ),
    _wire("deprecated", D, "now deprecated", "It works as before; plan ahead."),
    _wire("undeprecated", D, "no longer deprecated", "It works as before."),
    _wire(
        "callback-changed",
        B,
        "callback {name} changed",
        "The service calls us in another way, and nothing says how compatible.",
    ),
    _wire("callback-added", A, "new callback {name}", "It calls only who asks for it."),
    _wire("callback-removed", B, "callback {name} gone", "The service no longer calls us."),
    # parameters
    _wire("parameter-removed", B, "parameter {name} gone", "What we send is no longer read."),
    _wire("parameter-added", A, "new optional parameter {name}", "A request without it stays valid."),
    _wire("required-parameter-added", B, "new required parameter {name}", "Requests without it are refused."),
    _wire(
        "parameter-renamed",
        B,
        "parameter {before} is now {after}",
        "What we send under the old name is no longer read.",
    ),
    _wire("parameter-moved", B, "parameter {name} moved from {before} to {after}", "The old place is no longer read."),
    _wire("parameter-required", B, "parameter {name} is now required", "Requests without it are refused."),
    _wire("parameter-optional", A, "parameter {name} is now optional", "Requests with it stay valid."),
    _wire(
        "parameter-style-changed",
        B,
        "parameter {name} is written in another style ({before}, now {after})",
        "Lists and objects are read in another way.",
    ),
    _wire("parameter-loosened", A, "parameter {name} now allows {after}", "Requests that were valid stay valid."),
    _wire("parameter-tightened", B, "parameter {name} no longer allows {before}", "Some valid requests are refused."),
    # bodies, media types, answers
    _wire("body-removed", B, "request body gone", "What we send is no longer read."),
    _wire("body-added", A, "new optional request body", "A request without it stays valid."),
    _wire("required-body-added", B, "new required request body", "Requests without it are refused."),
    _wire("body-required", B, "request body is now required", "Requests without it are refused."),
    _wire("body-optional", A, "request body is now optional", "Requests with it stay valid."),
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
    _wire("success-status-removed", B, "success status {name} gone", "The answer we wait for no longer comes."),
    _wire(
        "success-status-changed", B, "success status {before} is now {after}", "The answer we wait for no longer comes."
    ),
    _wire(
        "success-status-added",
        A,
        "new success status {name}",
        "The ones we know still come; an unknown one is an error we can read.",
    ),
    _wire("error-status-added", A, "new error status {name}", "Every status without a success is an error already."),
    _wire("error-status-removed", A, "error status {name} gone", "One error less."),
    _wire("header-removed", B, "answer header {name} gone", "What we read no longer comes."),
    _wire("header-added", A, "new answer header {name}", "Unknown headers are ignored."),
    _wire("header-optional", B, "answer header {name} is now optional", "What we count on may be missing."),
    _wire("header-required", A, "answer header {name} is now always there", "Answers narrowed."),
    # security and servers
    _wire("security-required", B, "now requires {after}", "Requests without credentials are refused."),
    _wire("security-dropped", A, "no longer requires {before}", "Credentials sent are ignored."),
    _wire("security-alternative-added", A, "also accepts {after}", "The old way still works."),
    _wire("security-alternative-removed", B, "no longer accepts {before}", "Credentials that worked are refused."),
    _wire("security-replaced", B, "requires {after} in place of {before}", "Credentials that worked are refused."),
    _wire("security-requirement-added", B, "requires {after} besides {before}", "Requests without it are refused."),
    _wire("security-requirement-removed", A, "requires {after}, no longer {before}", "Requests with both stay valid."),
    _wire("security-scope-added", B, "requires scope {after} of {name}", "Tokens without the scope are refused."),
    _wire(
        "security-scope-removed", A, "no longer requires scope {before} of {name}", "Tokens with the scope stay valid."
    ),
    _wire(
        "security-scheme-changed",
        B,
        "{name}: {before} is now {after}",
        "Credentials go to the wrong place or in the wrong form.",
    ),
    _wire("server-removed", B, "server {before} gone", "Calls go to an address that is no longer promised."),
    _wire("server-changed", B, "server {before} is now {after}", "Calls go to an address that is no longer promised."),
    _wire("server-added", A, "new server {after}", "The one we use is still there."),
    # objects
    Rule("property-removed", B, B, "{name} gone", "What we send is no longer read; what we read no longer comes."),
    Rule(
        "property-added",
        A,
        A,
        "new field {name}",
        "Requests without it stay valid; unknown fields in answers are kept.",
        strict=True,
    ),
    Rule(
        "required-property-added",
        B,
        A,
        "new required field {name}",
        "Requests without it are refused; in answers it is one field more.",
        strict=True,
    ),
    Rule("property-renamed", B, B, "{before} is now {after}", "The old name is no longer read, and no longer comes."),
    Rule("property-required", B, A, "{name} is now required", "Requests without it are refused; answers narrowed."),
    Rule(
        "property-optional",
        A,
        B,
        "{name} is now optional",
        "Requests with it stay valid; in answers it may be missing.",
    ),
    Rule("made-read-only", B, None, "{name} is now read-only", "What we send is no longer read."),
    Rule("no-longer-read-only", A, None, "{name} may now be sent", "Requests without it stay valid."),
    Rule("no-longer-read-only-required", B, None, "{name} must now be sent", "Requests without it are refused."),
    Rule("made-write-only", None, B, "{name} is now write-only", "What we read no longer comes."),
    Rule("no-longer-write-only", None, A, "{name} now comes back", "One field more.", strict=True),
    Rule(
        "object-closed",
        B,
        A,
        "now closed: no fields but those listed",
        "Requests that carry more are refused; answers narrowed.",
    ),
    Rule(
        "object-opened",
        A,
        A,
        "now open: fields beyond those listed",
        "Requests widened; unknown fields in answers are kept.",
        strict=True,
    ),
    Rule(
        "fields-described",
        A,
        A,
        "free-form object now lists its fields: {after}",
        "The same bodies, better described.",
        strict=True,
    ),
    Rule(
        "fields-described-strictly",
        B,
        A,
        "free-form object now lists its fields, some required or no others allowed: {after}",
        "Some requests are refused; the same answers, better described.",
        strict=True,
    ),
    Rule(
        "fields-dropped",
        B,
        B,
        "all fields gone: {before}",
        "What we send is no longer read; what we read is no longer promised.",
    ),
    # types and values
    Rule("type-changed", B, B, "type {before} is now {after}", "What we send is refused; what comes is read wrongly."),
    Rule(
        "type-widened", A, B, "type {before} is now {after}", "Requests widened; answers may bring what we cannot read."
    ),
    Rule("type-narrowed", B, A, "type {before} is now {after}", "Some valid requests are refused; answers narrowed."),
    Rule(
        "format-changed", B, B, "format {before} is now {after}", "What we send is refused; what comes is read wrongly."
    ),
    Rule("format-added", B, A, "now has format {after}", "Some valid requests are refused; answers narrowed."),
    Rule("format-removed", A, B, "format {before} gone", "Requests widened; what we parse may come in another form."),
    Rule("nullable", A, B, "may now be null", "Requests widened; answers bring nulls we did not expect."),
    Rule("not-nullable", B, A, "may no longer be null", "Nulls we send are refused; answers narrowed."),
    Rule(
        "enum-values-added",
        A,
        A,
        "new values {after}",
        "Requests widened; unknown values in answers stay readable.",
        strict=True,
    ),
    Rule("enum-values-removed", B, A, "values gone: {before}", "Values we send are refused; answers narrowed."),
    Rule("enum-added", B, A, "now only {after}", "Values we send may be refused; answers narrowed."),
    Rule(
        "enum-removed",
        A,
        A,
        "any value, no longer only {before}",
        "Requests widened; unknown values in answers stay readable.",
        strict=True,
    ),
    Rule("bound-tightened", B, A, "{name} {before} is now {after}", "Values we send may be refused; answers narrowed."),
    Rule(
        "bound-loosened",
        A,
        B,
        "{name} {before} is now {after}",
        "Requests widened; answers may exceed what we are built for.",
    ),
    Rule(
        "bound-changed",
        B,
        B,
        "{name} {before} is now {after}",
        "Neither the old values nor the new ones contain the other.",
    ),
    Rule("pattern-changed", B, B, "pattern {before} is now {after}", "Nothing shows that the old values still match."),
    Rule(
        "default-changed",
        A,
        D,
        "default {before} is now {after}",
        "The same requests stay valid, though leaving it out now means something else.",
    ),
    Rule(
        "discriminator-changed",
        B,
        B,
        "discriminator {before} is now {after}",
        "Variants are told apart by another field.",
    ),
    Rule(
        "discriminator-added",
        D,
        D,
        "discriminator {after}",
        "The variants are the same; only a hint to tell them apart.",
    ),
    Rule(
        "discriminator-removed",
        D,
        D,
        "discriminator {before} gone",
        "The variants are the same; only a hint to tell them apart.",
    ),
    # combinations
    Rule("variant-added", A, B, "new variant {after}", "Requests widened; answers may bring what we cannot read."),
    Rule("variant-removed", B, A, "variant {before} gone", "What we send may be refused; answers narrowed."),
    Rule(
        "variants-exclusive",
        B,
        A,
        "anyOf is now oneOf",
        "Values that match two variants are refused; answers narrowed.",
    ),
    Rule("variants-inclusive", A, B, "oneOf is now anyOf", "Requests widened; answers may match two variants."),
    Rule(
        "choice-added", B, A, "must now also match one of {after}", "Values we send may be refused; answers narrowed."
    ),
    Rule("choice-removed", A, B, "need no longer match one of {before}", "Requests widened; answers may bring more."),
    Rule(
        "exclusion-changed", B, B, "what is excluded by `not` changed", "Nothing shows that the old values still pass."
    ),
    Rule("exclusion-added", B, A, "some values are now excluded", "Values we send may be refused; answers narrowed."),
    Rule("exclusion-removed", A, B, "values are no longer excluded", "Requests widened; answers may bring more."),
    Rule("unknown-keyword-changed", B, B, "{name} changed", "A keyword we do not understand may mean anything."),
    Rule(
        "unresolvable",
        B,
        B,
        "reference leads nowhere: {before}{after}",
        "What cannot be read cannot be called unchanged.",
    ),
    # several at once
    Rule(
        "same-edit",
        None,
        None,
        "the same edits in several places",
        "One set of edits made in several places is one change; worst part counts.",
    ),
    # words
    _wire("wording-changed", D, "{name} reworded", "Words only."),
    _wire("info-changed", D, "info: {name} changed", "Words only; versions of this contract are judged by content."),
    _wire("unused-component-added", D, "new component {name} that no operation reaches", "Nothing sees it."),
    _wire("unused-component-removed", D, "component {name}, that no operation reached, is gone", "Nothing saw it."),
    _wire("unused-component-changed", D, "component {name}, that no operation reaches, changed", "Nothing sees it."),
)

BY_KIND: dict[str, Rule] = {rule.kind: rule for rule in RULES}


def worst(classes: list[Class]) -> Class:
    return min(classes, key=CLASSES.index)


def classify(kind: str, role: Role, *, strict_answers: bool = False) -> Class | None:
    """The class of one change seen from one side; None when that side cannot notice it."""
    rule = BY_KIND[kind]
    if role == "request":
        return rule.request
    if strict_answers and rule.strict and role in ("answer", "error"):
        return "breaking"
    return rule.answer
