/* The grid worker's pages where scripts run: the queue of what is not sent yet, the form that opens without network, only the questions
   that matter. Without it every form is a plain one. */
(function () {
  "use strict";

  var outbox = window.bihuanOutbox;
  var queue = document.querySelector("[data-queue]");
  var ME = "grid.me";
  var EVERY = 30000;
  var busy = false;

  function show(element, shown) {
    if (element) {
      element.hidden = !shown;
    }
  }

  function each(within, selector, act) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), act);
  }

  function kept() {
    try {
      return JSON.parse(window.localStorage.getItem(ME)) || null;
    } catch (unreadable) {
      return null;
    }
  }

  function keep(value) {
    try {
      if (value) {
        window.localStorage.setItem(ME, JSON.stringify(value));
      } else {
        window.localStorage.removeItem(ME);
      }
    } catch (refused) {
      /* a device that keeps nothing writes only with a network */
    }
  }

  /* Who writes on this phone, and which grids are theirs: all of it is public */
  var english = document.documentElement.lang === "en";
  var here = queue && queue.dataset.me;
  if (here && document.querySelector("[data-own]")) {
    var grids = [];
    each(document, "[data-own]", function (own) {
      grids.push([own.dataset.own, own.dataset.nameZh, own.dataset.nameEn]);
    });
    keep({ id: here, grids: grids });
  }
  var me = here || (kept() && kept().id) || "";

  /* The queue -------------------------------------------------------------------- */

  function mine(entries) {
    return entries.filter(function (entry) {
      return entry.owner === me;
    });
  }

  function came(entry, sent) {
    var record = sent.done && /\/grid\/records\/([0-9a-f-]{36})/.exec(sent.answer.url);
    var clash = sent.done && /\/grid\/clashes\/([0-9a-f-]{36})/.exec(sent.answer.url);
    if (record || clash) {
      var wrong = sent.page.querySelector("#files-told .bh-notice-late");
      entry.state = clash ? "conflict" : "sent";
      entry.open = clash ? "/grid/clashes/" + clash[1] : "/grid/records/" + record[1];
      entry.why = wrong ? wrong.textContent.trim() : "";
      /* the house has it: the phone forgets what it says */
      entry.fields = [];
      entry.files = [];
      return outbox.put(entry);
    }
    if (sent.refused || sent.done) {
      entry.state = "refused";
      entry.why = sent.why || "";
      return outbox.put(entry);
    }
    return Promise.resolve();
  }

  function flush() {
    if (busy || !outbox || !me) {
      return Promise.resolve();
    }
    busy = true;
    var signIn = false;
    return outbox
      .all("grid")
      .then(function (entries) {
        return mine(entries).reduce(function (before, entry) {
          return before.then(function () {
            if (entry.state !== "waiting" || signIn) {
              return null;
            }
            return outbox.send(entry, "/grid/capture", me).then(function (sent) {
              signIn = Boolean(sent.signIn);
              return came(entry, sent);
            });
          });
        }, Promise.resolve());
      })
      .then(
        function () {
          busy = false;
          show(queue.querySelector("[data-queue-sign-in]"), signIn);
          return list();
        },
        function () {
          busy = false;
        }
      );
  }

  function list() {
    return outbox.all("grid").then(function (entries) {
      var own = mine(entries);
      var place = queue.querySelector("ul");
      var pattern = queue.querySelector("template");
      var waiting = own.filter(function (entry) {
        return entry.state !== "sent";
      });
      place.textContent = "";
      own.forEach(function (entry) {
        place.appendChild(line(entry, pattern));
      });
      queue.querySelector("[data-queue-count]").textContent = waiting.length ? waiting.length : "";
      show(queue.querySelector("[data-queue-empty]"), own.length === 0);
      show(queue.querySelector("[data-queue-others]"), entries.length > own.length);
      show(
        queue.querySelector("[data-queue-send]"),
        own.some(function (entry) {
          return entry.state === "waiting";
        })
      );
      show(queue, true);
      queue.dataset.waiting = waiting.length;
    });
  }

  function line(entry, pattern) {
    var item = pattern.content.firstElementChild.cloneNode(true);
    item.dataset.state = entry.state;
    item.querySelector("[data-what]").textContent = entry.what;
    item.querySelector("[data-at]").textContent = new Date(entry.at).toLocaleString(document.documentElement.lang);
    each(item, "[data-when]", function (words) {
      show(words, words.dataset.when === entry.state);
    });
    var why = item.querySelector("[data-why]");
    why.textContent = entry.why;
    show(why, entry.why !== "");
    item.querySelector("[data-said]").textContent = entry.fields
      .filter(function (field) {
        return /^(who|place|found|done|again|applicant\.name)$/.test(field[0]) && field[1];
      })
      .map(function (field) {
        return field[1];
      })
      .join(" · ");
    show(item.querySelector("[data-kept]"), entry.fields.length > 0);
    var open = item.querySelector("[data-open]");
    if (entry.open) {
      open.href = entry.open;
    }
    show(open, Boolean(entry.open));
    show(open.querySelector("[data-open-record]"), entry.state !== "conflict");
    show(open.querySelector("[data-open-clash]"), entry.state === "conflict");
    item.querySelector("[data-drop]").addEventListener("click", function () {
      if (entry.fields.length === 0 || window.confirm(queue.dataset.sure)) {
        outbox.drop(entry.key).then(list);
      }
    });
    return item;
  }

  /* Forms ------------------------------------------------------------------------- */

  function queued(form, what, after) {
    form.addEventListener("submit", function (event) {
      if (!outbox || !me) {
        return;
      }
      event.preventDefault();
      var button = form.querySelector("[type=submit]");
      if (form.elements.at) {
        form.elements.at.value = new Date().toISOString();
      }
      var entry = outbox.taken(form, "grid");
      entry.owner = me;
      entry.what = what();
      button.disabled = true;
      outbox.put(entry).then(
        function () {
          flush().then(function () {
            outbox.all("grid").then(function (entries) {
              button.disabled = false;
              after(
                entries.filter(function (one) {
                  return one.key === entry.key;
                })[0]
              );
            });
          });
        },
        function () {
          window.HTMLFormElement.prototype.submit.call(form);
        }
      );
    });
  }

  function settled(form) {
    return function (entry) {
      if (!entry) {
        return;
      }
      if (entry.state === "sent" || entry.state === "conflict") {
        if (!entry.why) {
          outbox.drop(entry.key).then(function () {
            window.location.assign(entry.open);
          });
        }
        return;
      }
      if (entry.state === "refused") {
        /* what was typed is still in the form: corrected, it goes out anew */
        outbox.drop(entry.key).then(list);
        told(form, entry.why);
        form.elements.key.value = outbox.fresh();
        return;
      }
      form.elements.key.value = outbox.fresh();
      if (form.hasAttribute("data-capture")) {
        ["who", "place", "found", "done", "again", "applicant.name", "applicant.phone"].forEach(function (name) {
          form.elements[name].value = "";
        });
        form.elements.files.value = "";
        only(form);
      }
      queue.scrollIntoView();
      queue.focus();
    };
  }

  function told(form, why) {
    var notice = form.querySelector("[data-wrong]");
    if (!notice) {
      notice = document.createElement("p");
      notice.className = "bh-error";
      notice.setAttribute("role", "alert");
      notice.dataset.wrong = "";
      notice.tabIndex = -1;
      form.insertBefore(notice, form.firstChild);
    }
    notice.textContent = why;
    notice.focus();
  }

  /* Only the questions that matter for the round and what came of it */
  function only(form) {
    var kind = chosen(form, "kind");
    var outcome = chosen(form, "outcome");
    each(form, "[data-for]", function (part) {
      show(part, !kind || part.dataset.for.split(" ").indexOf(kind) >= 0);
    });
    each(form, "[data-outcome]", function (part) {
      show(part, part.dataset.outcome.split(" ").indexOf(outcome) >= 0);
    });
    each(form.elements.matter, "option[data-kinds]", function (option) {
      var fits = !kind || option.dataset.kinds.split(" ").indexOf(kind) >= 0;
      option.hidden = !fits;
      option.disabled = !fits;
      if (!fits && option.selected) {
        form.elements.matter.value = "";
      }
    });
  }

  function chosen(form, name) {
    var checked = form.querySelector('input[name="' + name + '"]:checked');
    return checked ? checked.value : "";
  }

  function begun(form) {
    var asked = new URLSearchParams(window.location.search).get("kind");
    var radio = asked && form.querySelector('input[name="kind"][value="' + asked.replace(/[^a-z]/g, "") + '"]');
    if (radio && !chosen(form, "kind")) {
      radio.checked = true;
    }
    var known = kept();
    var select = form.elements.grid;
    if (known && select.options.length <= 1) {
      known.grids.forEach(function (grid) {
        select.add(new Option(english ? grid[2] : grid[1], grid[0]));
      });
    }
    if (select.options.length === 2) {
      select.selectedIndex = 1;
    }
    only(form);
    form.addEventListener("change", function () {
      only(form);
    });
  }

  if (!queue || !outbox) {
    return;
  }
  var form = document.querySelector("form[data-capture]");
  if (form) {
    begun(form);
    queued(
      form,
      function () {
        var matter = form.elements.matter;
        var about = form.elements.who.value || form.elements.place.value;
        return (matter.selectedIndex > 0 ? matter.options[matter.selectedIndex].text : "") + (about ? " · " + about : "");
      },
      settled(form)
    );
  }
  var amend = document.querySelector("form[data-amend]");
  if (amend) {
    queued(
      amend,
      function () {
        return amend.dataset.amend;
      },
      settled(amend)
    );
  }

  function network() {
    show(document.querySelector("[data-offline]"), !navigator.onLine);
    show(document.querySelector("[data-unknown]"), !me);
  }

  queue.querySelector("[data-queue-send]").addEventListener("click", flush);
  window.addEventListener("online", function () {
    network();
    flush();
  });
  window.addEventListener("offline", network);
  window.setInterval(flush, EVERY);
  network();
  list().then(flush, function () {
    show(queue, false);
  });

  /* What is not sent stays on the phone for who wrote it; leaving says so */
  each(document, 'form[action="/sign-out"]', function (out) {
    out.addEventListener("submit", function (event) {
      if (Number(queue.dataset.waiting) > 0 && !window.confirm(queue.dataset.leave)) {
        event.preventDefault();
        return;
      }
      keep(null);
    });
  });

  if (navigator.serviceWorker && window.isSecureContext && here) {
    navigator.serviceWorker.register("/grid/worker.js?lang=" + queue.dataset.lang, { scope: "/grid" }).catch(function () {
      /* without it the form needs a network to open; what was opened still keeps what is written */
    });
  }
})();
