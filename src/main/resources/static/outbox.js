/* What was entered and is not sent yet: kept in this browser until the house has taken it, sent again with the same key, and forgotten
   then. Pages that use it: riders, grid. It has no words of its own: they come with the page. */
window.bihuanOutbox = (function () {
  "use strict";

  var NAME = "bihuan";
  var STORE = "outbox";
  var PATIENCE = 60000;
  var opened = null;

  function base() {
    if (!opened) {
      opened = new Promise(function (done, failed) {
        if (!window.indexedDB) {
          failed(new Error("no store"));
          return;
        }
        var asked = window.indexedDB.open(NAME, 1);
        asked.onupgradeneeded = function () {
          asked.result.createObjectStore(STORE, { keyPath: "key" });
        };
        asked.onsuccess = function () {
          done(asked.result);
        };
        asked.onerror = function () {
          failed(asked.error);
        };
      });
    }
    return opened;
  }

  function run(mode, act) {
    return base().then(function (database) {
      return new Promise(function (done, failed) {
        var work = database.transaction(STORE, mode);
        var asked = act(work.objectStore(STORE));
        work.oncomplete = function () {
          done(asked.result);
        };
        work.onabort = work.onerror = function () {
          failed(work.error);
        };
      });
    });
  }

  function all(kind) {
    return run("readonly", function (store) {
      return store.getAll();
    }).then(function (entries) {
      return entries
        .filter(function (entry) {
          return entry.kind === kind;
        })
        .sort(function (a, b) {
          return a.at - b.at;
        });
    });
  }

  function put(entry) {
    return run("readwrite", function (store) {
      return store.put(entry);
    });
  }

  function drop(key) {
    return run("readwrite", function (store) {
      return store.delete(key);
    });
  }

  function fresh() {
    if (window.crypto && window.crypto.randomUUID) {
      return window.crypto.randomUUID();
    }
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.prototype.map
      .call(bytes, function (byte) {
        return ("0" + byte.toString(16)).slice(-2);
      })
      .join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /* A form as it stands, its files too; the token of the page is not kept, it is asked for anew. */
  function taken(form, kind) {
    var entry = { key: "", kind: kind, action: form.getAttribute("action"), at: Date.now(), state: "waiting", why: "", fields: [], files: [] };
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string") {
        if (name === "key") {
          entry.key = value;
        } else if (name !== "_csrf") {
          entry.fields.push([name, value]);
        }
      } else if (value.size > 0) {
        entry.files.push({ field: name, name: value.name, blob: value });
      }
    });
    entry.key = entry.key || fresh();
    return entry;
  }

  function within(address, asked) {
    var stop = window.AbortController ? new AbortController() : null;
    var timer = window.setTimeout(function () {
      if (stop) {
        stop.abort();
      }
    }, PATIENCE);
    asked.signal = stop ? stop.signal : undefined;
    return window.fetch(address, asked).then(
      function (answer) {
        window.clearTimeout(timer);
        return answer;
      },
      function (failure) {
        window.clearTimeout(timer);
        throw failure;
      }
    );
  }

  function body(entry, token) {
    var data = new FormData();
    data.append("_csrf", token);
    data.append("key", entry.key);
    entry.fields.forEach(function (field) {
      data.append(field[0], field[1]);
    });
    entry.files.forEach(function (file) {
      data.append(file.field, file.blob, file.name);
    });
    return data;
  }

  function parsed(text) {
    return new DOMParser().parseFromString(text, "text/html");
  }

  /* What a page says is wrong, in its own words. */
  function said(page) {
    var wrong = page.querySelectorAll(".bh-summary li, .bh-error");
    return Array.prototype.map
      .call(wrong, function (one) {
        return one.textContent.trim();
      })
      .filter(function (text, n, texts) {
        return text && texts.indexOf(text) === n;
      })
      .join(" ");
  }

  /* Sends one entry; `from` is a page of ours that has a form, for its token; `me`, if given, is who has to be signed in there. The promise
     gives {done, answer, page} or {waiting} or {refused, why} or {signIn}. */
  function send(entry, from, me) {
    return within(from, { cache: "no-store", headers: { "X-Outbox": "token" } })
      .then(function (answer) {
        if (answer.redirected && /\/sign-in/.test(answer.url)) {
          return { signIn: true };
        }
        return answer.text().then(function (text) {
          var page = parsed(text);
          var token = page.querySelector('main input[name="_csrf"]');
          if (me && !page.querySelector('[data-me="' + me + '"]')) {
            return { signIn: true };
          }
          if (!token) {
            return { waiting: true };
          }
          return within(entry.action, { method: "POST", body: body(entry, token.value), cache: "no-store" }).then(judged);
        });
      })
      .catch(function () {
        return { waiting: true };
      });
  }

  function judged(answer) {
    return answer.text().then(function (text) {
      var page = parsed(text);
      if (answer.redirected && /\/sign-in/.test(answer.url)) {
        return { signIn: true };
      }
      if (answer.ok) {
        return { done: true, answer: answer, page: page };
      }
      if (answer.status === 403 || answer.status === 408 || answer.status === 429 || answer.status >= 500) {
        return { waiting: true };
      }
      return { refused: true, why: said(page), answer: answer, page: page };
    });
  }

  return { all: all, put: put, drop: drop, fresh: fresh, taken: taken, send: send };
})();
