"""The browser half: pixel calls with the relay's event ids, as data or as an HTML snippet no product name can break.

Pure, no I/O. The snippet is a JSON data block followed by a constant script that reads it.
"""

import json
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from attrs import frozen

from ..errors import InvalidInput
from ..transport.settings import is_loopback
from .checks import texts
from .model import PROVIDERS, Event, PixelCall, Provider
from .pages import public_url

_PIXEL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NONCE = re.compile(r"[A-Za-z0-9+/_=-]{1,256}")
# `<` opens tags and comments, the others end attributes or entities if the block is ever put elsewhere
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"})


@frozen
class PixelSettings:
    """Public pixel ids per provider, the same as in the store's analytics settings, and where each SDK comes from."""

    meta: Sequence[str] = ()
    tiktok: Sequence[str] = ()
    snackvideo: Sequence[str] = ()
    meta_sdk: str = "https://connect.facebook.net/en_US/fbevents.js"
    tiktok_sdk: str = "https://analytics.tiktok.com/i18n/pixel/events.js"
    snackvideo_sdk: str = "https://s21-def.ap4r.com/kos/s101/nlav112572/pixel/events.js"

    def __attrs_post_init__(self) -> None:
        for provider in PROVIDERS:
            ids = texts(provider, getattr(self, provider))
            if not all(map(_PIXEL_ID.fullmatch, ids)):
                raise InvalidInput("a pixel id is 1 to 64 letters, digits, '_' and '-'")
            object.__setattr__(self, provider, ids)
        for url in (self.meta_sdk, self.tiktok_sdk, self.snackvideo_sdk):
            page = public_url(url)
            host = urlsplit(page).hostname or "" if page else ""
            if not host or (not url.startswith("https:") and not is_loopback(host)):
                raise InvalidInput("an SDK comes over https")


def pixel_calls(events: Iterable[Event]) -> list[PixelCall]:
    """What the browser has to run, in order."""
    return [event.pixel for event in events if event.pixel is not None]


def render_pixels(
    calls: Iterable[PixelCall],
    pixels: PixelSettings,
    *,
    nonce: str | None = None,
    loaders: bool = True,
    providers: Sequence[Provider] = PROVIDERS,
) -> str:
    """An HTML snippet that loads each SDK once per page and runs the calls.

    Several snippets may share a page. `nonce` is the page's CSP nonce. With `loaders=False` the page has loaded and
    initialised the pixels itself (a tag manager). `providers` are those the shopper consents to; nothing is loaded or
    called for the others. An order's event runs once per browser, however often its page is reloaded.
    """
    if nonce is not None and not _NONCE.fullmatch(nonce):
        raise InvalidInput("a CSP nonce is base64 text")
    data = {
        "load": loaders,
        "meta": [pixels.meta_sdk, *(pixels.meta if "meta" in providers else ())],
        "tiktok": [pixels.tiktok_sdk, *(pixels.tiktok if "tiktok" in providers else ())],
        "snackvideo": [pixels.snackvideo_sdk, *(pixels.snackvideo if "snackvideo" in providers else ())],
        "calls": [
            [call.provider, call.name, call.parameters, call.event_id, call.once]
            for call in calls
            if call.provider in providers
        ],
    }
    attribute = f' nonce="{nonce}"' if nonce else ""
    block = f'<script type="application/json"{attribute}>{script_json(data)}</script>'
    return f"{block}<script{attribute}>{_SCRIPT}</script>"


def script_json(data: object) -> str:
    """JSON that stays inside a `<script>` element whatever it holds, and parses back to exactly `data`."""
    return json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)


# The stubs queue calls until the SDK has loaded, in the form each SDK replays.
_SCRIPT = """(function(w,d){
var self=d.currentScript,data=JSON.parse(self.previousElementSibling.textContent);
var page=w.__nexusPixels=w.__nexusPixels||{};
function first(key){if(page[key])return false;page[key]=1;return true}
function load(src){
  var s=d.createElement("script");s.async=true;s.src=src;if(self.nonce)s.nonce=self.nonce;d.head.appendChild(s)}
function attempt(f){try{f()}catch(e){if(w.console)w.console.warn("pixel",e)}}
function meta(){
  if(!w.fbq){
    var q=w.fbq=function(){if(q.callMethod)q.callMethod.apply(q,arguments);else q.queue.push(arguments)};
    if(!w._fbq)w._fbq=q;
    q.push=q;q.loaded=true;q.version="2.0";q.queue=[];
  }
  if(first("meta"))load(data.meta[0]);
  data.meta.slice(1).forEach(function(id){if(first("meta "+id))w.fbq("init",id)});
  if(first("meta page"))w.fbq("track","PageView");
}
function stub(name,owner,src){
  if(w[name])return;
  w[owner]=name;
  var q=w[name]=[];
  q.methods=["page","track","identify","instances","debug","on","off","once","ready","alias","group",
    "enableCookie","disableCookie","holdConsent","revokeConsent","grantConsent"];
  q.setAndDefer=function(t,m){t[m]=function(){t.push([m].concat([].slice.call(arguments)))}};
  function defer(t){q.methods.forEach(function(m){q.setAndDefer(t,m)});return t}
  defer(q);
  q._i={};q._t={};q._o={};
  q.instance=function(id){return defer(q._i[id]||[])};
  q.load=function(id,options){
    q._i[id]=[];q._i[id]._u=src;q._t[id]=+new Date;q._o[id]=options||{};
    load(src+"?sdkid="+encodeURIComponent(id)+"&lib="+name);
  };
}
function queued(name,owner,list){
  stub(name,owner,list[0]);
  list.slice(1).forEach(function(id){if(first(name+" "+id))w[name].load(id)});
  if(first(name+" page"))w[name].page();
}
if(data.load){
  if(data.meta.length>1)attempt(meta);
  if(data.tiktok.length>1)attempt(function(){queued("ttq","TiktokAnalyticsObject",data.tiktok)});
  if(data.snackvideo.length>1)attempt(function(){queued("kwaiq","KwaiAnalyticsObject",data.snackvideo)});
}
data.calls.forEach(function(c){
  var provider=c[0],name=c[1],parameters=c[2],id=c[3],once=c[4],key="nexus "+provider+" "+name+" "+id;
  if(!first(key))return;
  if(once)try{if(w.localStorage.getItem(key))return;w.localStorage.setItem(key,"1")}catch(e){}
  attempt(function(){
    if(provider==="meta"&&w.fbq)w.fbq("track",name,parameters,{eventID:id});
    if(provider==="tiktok"&&w.ttq)w.ttq.track(name,parameters,{event_id:id});
    if(provider==="snackvideo"&&w.kwaiq)data.snackvideo.slice(1).forEach(function(pixel){
      w.kwaiq.instance(pixel).track(name,parameters)});
  });
});
})(window,document);"""
