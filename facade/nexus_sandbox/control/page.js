"use strict";
const at = (id) => document.getElementById(id);
const make = (tag, content, name) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (content instanceof Node) node.append(content);
  else if (content !== null && content !== undefined) node.textContent = content;
  return node;
};
const code = (text) => make("code", text);
const rupiah = (amount) => "Rp " + Number(amount).toLocaleString("id-ID");
const clock = (text) => (text || "").slice(0, 19).replace("T", " ");
const time = (text) => make("span", clock(text), "time");
const ask = async (method, name, body) => {
  const answer = await fetch("/_sandbox/" + name, { method, body: body && JSON.stringify(body) });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error);
  return found;
};
const say = (text, name) => { at("state").textContent = text; at("state").className = name; };
let told = 0;
const call = async (method, name, body) => {
  let found;
  try {
    found = await ask(method, name, body);
  } catch (error) {
    say(error.message, "bad");
    told = Date.now();
  }
  await refresh();
  return found;
};
const button = (text, action) => { const node = make("button", text); node.type = "button"; node.onclick = action; return node; };
const buttons = (...nodes) => { const line = make("span", null, "line"); line.append(...nodes); return line; };
const choice = (options, now, action, label) => {
  const node = make("select");
  node.setAttribute("aria-label", label);
  node.append(...options.map((option) => make("option", option)));
  node.value = now;
  node.onchange = () => action(node.value);
  return node;
};
const kept = {};
// A part is drawn again only when it changed and nobody types in it, so that a selection or a scroll position lives.
const table = (id, heads, source, rowsOf) => {
  const text = JSON.stringify(source);
  const place = at(id);
  if (kept[id] === text || (place.contains(document.activeElement) && document.activeElement.matches("input, select"))) return;
  kept[id] = text;
  const rows = rowsOf(source);
  if (!rows.length) { place.replaceChildren(make("p", "nothing yet", "dim")); return; }
  const head = make("tr");
  for (const name of heads) head.append(make("th", name.replace("#", ""), name.startsWith("#") ? "number" : ""));
  const body = make("tbody");
  for (const cells of rows) {
    const row = make("tr");
    cells.forEach((cell, column) => {
      const node = make("td", cell, heads[column].startsWith("#") ? "number" : "");
      node.dataset.head = heads[column].replace("#", "");
      row.append(node);
    });
    body.append(row);
  }
  const whole = make("table");
  whole.append(make("thead", head), body);
  place.replaceChildren(whole);
};
const tone = (text, name) => make("span", text, name);
const tones = { paid: "good", settled: "good", confirmed: "good", canceled: "bad", conflict: "bad", unpaid: "warn",
  delivered: "good", waiting: "warn", "given up": "bad" };
const lines = (items) => items.map((item) => `${item.quantity} × ${item.type === "variant" ? "" : "bundle "}${item.id}`).join(", ");

const STATUSES = ["draft", "pending", "confirmed", "in_process", "ready", "shipped", "completed", "rts", "canceled", "closed"];
const PAYMENT = ["unpaid", "paid", "settled", "conflict"];
const facts = (pairs) => {
  const list = make("dl");
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(make("dt", name), make("dd", value));
  }
  return list;
};
const link = (url) => {
  if (!url || !/^https?:/.test(url)) return url;
  const node = make("a", url);
  node.href = url; node.rel = "noreferrer"; node.target = "_blank";
  return node;
};
const detail = async (reference) => {
  const order = await ask("GET", "order?reference=" + encodeURIComponent(reference));
  const again = async (...given) => { await call(...given); await detail(reference); };
  const box = at("detail"), top = make("header"), where = order.destination_address;
  top.append(make("h2", "Order " + order.order_id), buttons(
    choice(STATUSES, order.status, (status) => again("POST", "orders/status", { reference, status }), "status"),
    choice(PAYMENT, order.payment_status, (status) => again("POST", "orders/payment-status", { reference, status }), "payment status"),
    button("delete", async () => { box.close(); await call("POST", "orders/delete", { reference }); }),
    button("close", () => box.close())));
  const money = ["product_price", "discount_code_discount", "unique_code_discount", "shipping_cost", "other_income", "service_fee",
    "payment_link_income", "gross_revenue"].filter((name) => Number(order[name])).map((name) => [name, rupiah(order[name])]);
  box.replaceChildren(top,
    facts([["status", order.status], ["payment", `${order.payment_status} by ${order.payment_method}`],
      ["spam", order.is_probably_spam ? order.shop.mark_as_spam_by : null], ["expires", clock(order.payment_expiration_at)],
      ["secret slug", code(order.secret_slug)], ["id", code(order.id)]]),
    make("h3", "Money"), facts(money),
    make("h3", "Lines"), facts(order.orderlines.map((line) => [`${line.quantity} ×`, `${line.product_name} at ${rupiah(line.variant_price)}`])),
    make("h3", "Buyer"), facts([["name", order.shop.buyer.name], ["email", order.shop.buyer.email], ["phone", order.shop.buyer.phone],
      ["from", order.shop.ip], ["goes to", where && [where.address, where.subdistrict, where.city, where.province].join(", ")],
      ["by", order.courier_service && `${order.courier_service.courier.name}: ${order.courier_service.name}`]]),
    make("h3", "Pages"), facts([["next", link(order.redirect_url)], ["order", link(order.public_order_url)], ["hosted", link(order.payment_url)]]),
    make("h3", "History"), facts(order.status_history.map((step) => [step.status, clock(step.timestamp)])),
    make("h3", "Payment instructions"), make("pre", JSON.stringify(order.pg_payment_info, null, 1)));
  if (!box.open) box.showModal();
};

const field = (label, type, value, action) => {
  const node = make("input");
  node.type = type; node.value = value ?? ""; node.setAttribute("aria-label", label);
  if (type === "number") { node.min = 0; node.placeholder = "no limit"; }
  node.onchange = () => action(node.value === "" ? null : Number(node.value));
  return node;
};
const tick = (label, value, action) => {
  const node = make("input");
  node.type = "checkbox"; node.checked = value; node.setAttribute("aria-label", label);
  node.onchange = () => action(node.checked);
  return node;
};
const shelves = async () => {
  const text = at("find").elements.text.value;
  const found = await ask("GET", "variants" + (text ? "?text=" + encodeURIComponent(text) : ""));
  table("shelves", ["id", "what", "stock", "price", "off sale"], found, (variants) => variants.map((one) => [
    one.id, one.name,
    field(`stock of ${one.id}`, "number", one.stock, (stock) => call("POST", "stock", { variant_id: one.id, stock })),
    field(`price of ${one.id}`, "number", one.price, (price) => call("POST", "price", { variant_id: one.id, rupiah: price })),
    tick(`${one.id} off sale`, one.disabled, (disabled) => call("POST", "disabled", { variant_id: one.id, disabled }))]));
};

let words = {};
const settings = async () => {
  const form = at("settings-form"), now = await ask("GET", "settings");
  if (kept.settings === JSON.stringify(now) || form.contains(document.activeElement)) return;
  kept.settings = JSON.stringify(now);
  form.replaceChildren(...Object.entries(now).map(([name, value]) => {
    const set = (changed) => call("POST", "settings", { [name]: changed });
    let node;
    if (typeof value === "boolean") node = tick(name, value, set);
    else if (words.setting_choices[name]) {
      const back = (text) => set(typeof value === "number" ? Number(text) : text);
      node = choice(words.setting_choices[name], value, back, name);
    } else {
      node = make("input");
      node.setAttribute("aria-label", name);
      node.type = typeof value === "number" ? "number" : "text";
      node.value = Array.isArray(value) ? value.join(", ") : value;
      node.onchange = () => set(Array.isArray(value) ? node.value.split(",").map((part) => part.trim()).filter(Boolean)
        : typeof value === "number" ? Number(node.value) : node.value);
    }
    const label = make("label", name);
    label.append(node);
    return label;
  }));
};

const body = (text) => {
  const box = make("details"), data = make("pre", JSON.stringify(JSON.parse(text), null, 1));
  box.append(make("summary", "payload"), data);
  return box;
};
const hooks = (seen) => {
  table("hooks", ["name", "URL", "events", "state", ""], seen.webhooks, (found) => found.map((hook) => [
    hook.name + (hook.app_id ? ` (${hook.app_id})` : ""), code(hook.url),
    hook.events.length === words.webhook_events.length ? "all" : hook.events.join(", "),
    hook.active ? tone("on", "good") : tone("off", "dim"),
    buttons(button(hook.active ? "switch off" : "switch on", () => call("POST", "webhooks",
      { url: hook.url, name: hook.name, events: hook.events, app_id: hook.app_id, active: !hook.active })),
    button("remove", () => call("DELETE", "webhooks", { name: hook.name })))]));
  table("deliveries", ["at", "event", "to", "state", "attempts", "signature", "body", ""], seen.webhook_deliveries,
    (found) => found.map((one) => [
      time(one.at), code(one.event), one.webhook, tone(one.state + (one.due ? `, next ${clock(one.due)}` : ""), tones[one.state]),
      one.attempts.map((attempt) => attempt.answer).join(", ") || "none", code(one.signature || "–"), body(one.body),
      button("send again", () => call("POST", "webhook-deliveries/again", { delivery: one.id }))]));
};

const render = (seen) => {
  at("now").textContent = clock(seen.now) + " UTC";
  at("stop").textContent = seen.clock_stopped ? "resume" : "stop";
  at("stop").onclick = () => call("POST", "clock", { stopped: !seen.clock_stopped });
  at("orders-count").textContent = seen.order_count ? `${seen.order_count}, newest first` : "";
  table("orders", ["order", "placed", "buyer", "items", "method", "#pays", "status", "payment", ""], seen.orders,
    (orders) => orders.map((order) => {
      const open = order.payment_status === "unpaid" && order.status !== "canceled";
      const reference = { reference: order.secret_slug };
      return [code(order.order_id), time(order.created), order.email, lines(order.lines), order.payment_method,
        rupiah(order.gross_revenue), tone(order.status, tones[order.status]),
        tone(order.payment_status + (order.is_probably_spam ? ", spam" : ""), tones[order.payment_status]),
        buttons(...(open ? [button("pay", () => call("POST", "orders/pay", reference)),
          button("expire", () => call("POST", "orders/expire", reference))] : []),
          button(order.is_probably_spam ? "not spam" : "spam",
            () => call("POST", "orders/spam", { ...reference, spam: !order.is_probably_spam })),
          button("details", () => detail(order.secret_slug)))];
    }));
  hooks(seen);
  table("carts", ["cart", "whose", "lines"], seen.carts, (carts) => carts.map((cart) => [
    cart.id, cart.customer_id ? `customer ${cart.customer_id}` : code(`guest ${cart.guest}…`), lines(cart.lines)]));
  table("totals", ["provider", "name", "#server", "#browser", "#counted", "#duplicates"], seen.event_totals,
    (totals) => Object.entries(totals).flatMap(([provider, names]) => Object.entries(names).map(([name, n]) =>
      [provider, name, n.server, n.browser, make("strong", n.counted), n.duplicates])));
  table("events", ["at", "event", "id", "counts"], seen.events, (events) => events.map((event) => [
    time(event.at), `${event.provider} ${event.name} (${event.channel})`, code(event.event_id || "–"),
    event.counted ? tone("yes", "good") : tone("duplicate", "dim")]));
  table("faults", ["operation", "what", "when", "#hits"], [seen.faults, seen.drift], ([faults, drift]) => [
    ...faults.map((fault) => [code(fault.operation), fault.kind + (fault.skip ? `, skips ${fault.skip}` : ""),
      fault.when, `${fault.hits} of ${fault.count ?? "all"}`]),
    ...Object.entries(drift).map(([operation, kinds]) =>
      [code(operation), "drift: " + kinds.join(", "), "", tone("on", "warn")])]);
  table("mails", ["at", "to", "what"], seen.mails, (mails) => mails.map((mail) => [
    time(mail.at), mail.recipient, mail.body]));
  table("families", ["customer", "since", "#refreshes", "#reuses", "state"], seen.families,
    (families) => families.map((family) => [
      family.email, time(family.started), family.refreshes, family.spent_presented,
      family.revoked ? tone("revoked: " + family.reason, "bad") : tone("signed in", "good")]));
  table("intents", ["intent", "status", "#updates", "who", "items"], seen.intents, (intents) => intents.map((intent) => [
    code(intent.id.slice(0, 8)), intent.status, intent.sequence,
    intent.fields.customer_name || intent.fields.customer_email || "–",
    lines((intent.items || []).map((item) => ({ ...item, id: item.variant_id || item.bundle_price_option_id })))]));
  table("requests", ["#", "at", "request", "operation", "#status", "fault"], seen.requests,
    (requests) => requests.map((request) => [
      request.number, new Date(request.at * 1000).toISOString().slice(11, 19), code(`${request.method} ${request.path}`),
      request.operation || "–",
      tone(request.status ?? "none",
        request.status === null || request.status >= 500 ? "bad" : request.status >= 400 ? "warn" : "good"),
      request.fault ? tone(request.fault, "warn") : ""]));
};
const refresh = async () => {
  try {
    render(await ask("GET", "overview"));
    await shelves();
    await settings();
  } catch {
    say("the sandbox does not answer", "bad");
    return;
  }
  // A refusal is to be read: it stays for a while.
  if (Date.now() - told > 8000) say("live", "dim");
};

document.querySelectorAll("[data-advance]").forEach((node) => {
  node.onclick = () => call("POST", "clock", { seconds: Number(node.dataset.advance) });
});
at("clear").onclick = async () => { await call("DELETE", "faults"); await call("DELETE", "drift"); };
at("plan").onsubmit = (event) => {
  event.preventDefault();
  const given = Object.fromEntries(new FormData(event.target));
  const plan = { operation: given.operation, kind: given.kind, count: Number(given.count) };
  if (given.when) plan.when = given.when;
  if (given.seconds) plan.seconds = Number(given.seconds);
  call("POST", "faults", plan);
};
at("drift").onsubmit = (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  call("POST", "drift", { operation: given.get("of"), kinds: given.getAll("way") });
};
at("find").onsubmit = (event) => event.preventDefault();
at("find").oninput = shelves;
at("settings-form").onsubmit = (event) => event.preventDefault();
at("hook").onsubmit = async (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  const hook = { url: given.get("url"), name: given.get("name") || "business", events: given.getAll("event"), active: given.has("active") };
  if (given.get("secret")) hook.secret = given.get("secret");
  const made = await call("POST", "webhooks", hook);
  if (!made) return;
  at("hook-secret").hidden = false;
  at("hook-secret").replaceChildren("signing secret of ", make("strong", made.name), ": ", code(made.secret));
};
at("trigger").onsubmit = (event) => {
  event.preventDefault();
  call("POST", "webhook-deliveries/trigger", { event: new FormData(event.target).get("event") });
};
const ticks = (names, field, checked) => names.map((name) => {
  const label = make("label"), node = make("input");
  node.type = "checkbox"; node.name = field; node.value = name; node.checked = checked;
  label.append(node, name);
  return label;
});
(async () => {
  words = await ask("GET", "vocabulary");
  const options = (names) => names.map((name) => make("option", name));
  document.querySelector("[name=operation]").append(...options(["*", ...words.operations]));
  document.querySelector("[name=of]").append(...options(["*", ...words.operations]));
  document.querySelector("[name=kind]").append(...options(words.fault_kinds));
  document.querySelector("#trigger [name=event]").append(...options(["business.test_event", ...words.webhook_events]));
  at("drift-ways").append(...ticks(words.drift_kinds, "way", false));
  at("hook-events").append(...ticks(words.webhook_events, "event", true));
  for (;;) { await refresh(); await new Promise((done) => setTimeout(done, 1000)); }
})();
