/* What pages gain where scripts run: a draft that survives a lost network, the place from the device, reading aloud.
   Every form works without it. It has no words of its own: they come with the page. */
(function () {
  "use strict";

  var KEPT_FOR = 7 * 24 * 3600 * 1000;
  var PATIENCE = 20000;
  /* never kept on the device: what proves a form is ours, and numbers of papers */
  var UNKEPT = /^(_csrf|step|applicant\.idNumber|applicant\.creditCode)$/;

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function show(element, shown) {
    if (element) {
      element.hidden = !shown;
    }
  }

  /* Drafts ------------------------------------------------------------------ */

  function store() {
    try {
      return window.localStorage;
    } catch (refused) {
      return null;
    }
  }

  function read(name) {
    var kept = store();
    try {
      var draft = kept && JSON.parse(kept.getItem("draft." + name));
      return draft && Date.now() - draft.at < KEPT_FOR ? draft : null;
    } catch (unreadable) {
      return null;
    }
  }

  function forget(name) {
    var kept = store();
    if (kept) {
      kept.removeItem("draft." + name);
    }
  }

  function keep(form) {
    var kept = store();
    if (!kept) {
      return;
    }
    var values = {};
    var typed = false;
    new FormData(form).forEach(function (value, field) {
      if (typeof value === "string" && !UNKEPT.test(field)) {
        (values[field] = values[field] || []).push(value);
        typed = typed || (field !== "key" && value !== "");
      }
    });
    if (typed) {
      try {
        kept.setItem("draft." + form.dataset.draft, JSON.stringify({ at: Date.now(), values: values }));
      } catch (full) {
        /* a device without room keeps no draft; the page itself still has what was typed */
        show(form.querySelector("[data-draft-full]"), true);
      }
    }
  }

  function hidden(form, field, value) {
    var input = document.createElement("input");
    input.type = "hidden";
    input.name = field;
    input.value = value;
    form.appendChild(input);
    return input;
  }

  function fill(form, values) {
    Object.keys(values).forEach(function (field) {
      var controls = form.querySelectorAll('[name="' + field + '"]');
      if (!controls.length) {
        values[field].forEach(function (value) {
          hidden(form, field, value);
        });
      }
      Array.prototype.forEach.call(controls, function (control) {
        if (control.type === "radio" || control.type === "checkbox") {
          control.checked = values[field].indexOf(control.value) >= 0;
        } else {
          control.value = values[field][0];
        }
      });
    });
  }

  function draft(form) {
    var name = form.dataset.draft;
    var notice = document.querySelector("[data-draft-restored]");
    var kept = form.dataset.fresh === "true" ? read(name) : null;
    if (kept) {
      fill(form, kept.values);
      show(notice, true);
      placed();
    }
    var again = notice && notice.querySelector("[data-draft-clear]");
    if (again) {
      again.addEventListener("click", function () {
        forget(name);
        window.location.replace(window.location.pathname);
      });
    }
    form.addEventListener("input", function () {
      keep(form);
    });
    form.addEventListener("change", function () {
      keep(form);
    });
    if (form.dataset.fresh !== "true") {
      keep(form);
    }
    form.addEventListener("submit", function (event) {
      keep(form);
      event.preventDefault();
      send(form, event.submitter);
    });
  }

  /* Asks first whether the house can be reached, so that a page full of words is never left for an error page. */
  function send(form, button) {
    var unsent = form.querySelector("[data-unsent]");
    var pressed = form.querySelector("[data-pressed]");
    if (pressed) {
      form.removeChild(pressed);
    }
    show(unsent, false);
    form.setAttribute("aria-busy", "true");
    reach(form.dataset.reach, function (reached) {
      form.removeAttribute("aria-busy");
      if (!reached) {
        show(unsent, true);
        unsent.focus();
        return;
      }
      if (button && button.name) {
        hidden(form, button.name, button.value).dataset.pressed = "";
      }
      window.HTMLFormElement.prototype.submit.call(form);
    });
  }

  function reach(address, then) {
    var stop = window.AbortController ? new AbortController() : null;
    var timer = window.setTimeout(function () {
      if (stop) {
        stop.abort();
      }
    }, PATIENCE);
    window
      .fetch(address, { method: "HEAD", cache: "no-store", signal: stop ? stop.signal : undefined })
      .then(
        function () {
          window.clearTimeout(timer);
          then(true);
        },
        function () {
          window.clearTimeout(timer);
          then(false);
        }
      );
  }

  /* The place --------------------------------------------------------------- */

  function placed() {
    each("[data-locate]", function (box) {
      var input = box.querySelector("input");
      var has = input.value !== "";
      show(box.querySelector("[data-locate-found]"), has);
      show(box.querySelector("[data-locate-ask]"), !has);
      box.querySelector("[data-locate-value]").textContent = input.value.replace(",", ", ");
    });
  }

  function locate(box) {
    if (!navigator.geolocation || !window.isSecureContext) {
      return;
    }
    var input = box.querySelector("input");
    var failed = box.querySelector("[data-locate-failed]");
    var ask = box.querySelector("[data-locate-ask]");
    show(box, true);
    placed();
    ask.addEventListener("click", function () {
      show(failed, false);
      ask.setAttribute("aria-busy", "true");
      navigator.geolocation.getCurrentPosition(
        function (found) {
          ask.removeAttribute("aria-busy");
          input.value = found.coords.latitude.toFixed(5) + "," + found.coords.longitude.toFixed(5);
          placed();
          input.dispatchEvent(new Event("change", { bubbles: true }));
        },
        function () {
          ask.removeAttribute("aria-busy");
          show(failed, true);
        },
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 }
      );
    });
    box.querySelector("[data-locate-drop]").addEventListener("click", function () {
      input.value = "";
      placed();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  /* Reading aloud ------------------------------------------------------------- */

  function aloud(button) {
    var voice = window.speechSynthesis;
    if (!voice || !window.SpeechSynthesisUtterance) {
      return;
    }
    var label = button.querySelector("span");
    var start = label.textContent;
    show(button, true);
    function rest() {
      label.textContent = start;
    }
    button.addEventListener("click", function () {
      if (voice.speaking) {
        voice.cancel();
        rest();
        return;
      }
      var words = document.getElementById("main").innerText.replace(/\n+/g, "\n");
      var speech = new SpeechSynthesisUtterance(words);
      speech.lang = document.documentElement.lang;
      speech.rate = 0.9;
      speech.onend = rest;
      speech.onerror = rest;
      label.textContent = button.dataset.stop;
      voice.speak(speech);
    });
    window.addEventListener("pagehide", function () {
      voice.cancel();
    });
  }

  each("[data-draft-done]", function (receipt) {
    forget(receipt.dataset.draftDone);
  });
  each("[data-locate]", locate);
  each("form[data-draft]", draft);
  each("[data-aloud]", aloud);
})();
