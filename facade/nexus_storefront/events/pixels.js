// The stubs queue calls until the SDK has loaded, in the form each SDK replays.
(function(w,d){
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
})(window,document);
