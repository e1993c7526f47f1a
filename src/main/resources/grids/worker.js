/* Lets the form of a round open without network. What is kept: files of the page by their fingerprints, and the empty form, asked for
   without cookies so that it says nothing about anybody. Pages with people are never kept. */
(function () {
  "use strict";

  var language = new URL(self.location.href).searchParams.get("lang") === "en" ? "en" : "zh";
  var FORM = "/grid/capture?lang=" + language;
  var KEPT = "grid-" + mark(FILES.join() + FORM);

  function mark(text) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) {
      sum = (sum * 31 + text.charCodeAt(i)) >>> 0;
    }
    return sum.toString(36);
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(
      caches
        .open(KEPT)
        .then(function (cache) {
          return cache.addAll(FILES).then(function () {
            return fetch(FORM, { credentials: "omit", cache: "no-store" }).then(function (answer) {
              if (!answer.ok || answer.redirected) {
                throw new Error("the form is not there");
              }
              return cache.put(FORM, answer);
            });
          });
        })
        .then(function () {
          return self.skipWaiting();
        })
    );
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(
      caches
        .keys()
        .then(function (names) {
          return Promise.all(
            names
              .filter(function (name) {
                return name.indexOf("grid-") === 0 && name !== KEPT;
              })
              .map(function (name) {
                return caches.delete(name);
              })
          );
        })
        .then(function () {
          return self.clients.claim();
        })
    );
  });

  function ours(path) {
    return path === "/grid" || path.indexOf("/grid/") === 0;
  }

  self.addEventListener("fetch", function (event) {
    var address = new URL(event.request.url);
    if (event.request.method !== "GET" || address.origin !== self.location.origin) {
      return;
    }
    if (event.request.mode === "navigate" && ours(address.pathname)) {
      event.respondWith(
        fetch(event.request).catch(function () {
          return caches.match(FORM);
        })
      );
    } else if (FILES.indexOf(address.pathname + address.search) >= 0) {
      event.respondWith(
        caches.match(event.request).then(function (kept) {
          return kept || fetch(event.request);
        })
      );
    }
  });
})();
