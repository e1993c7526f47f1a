// Spares the mouse and tells the counters. Every page of the desk works without it.
(() => {
  "use strict";

  const keysAreOn = () => !/(?:^|; )bihuan-keys=off(?:;|$)/.test(document.cookie);
  const first = (selector) => document.querySelector(selector);

  // ---- keys

  const typing = (target) =>
    target instanceof Element &&
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;

  const rows = () => Array.from(document.querySelectorAll(".bh-rows tbody tr"));

  const step = (by) => {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    const link = all[to].querySelector("th a");
    link.focus();
    all[to].scrollIntoView({ block: "nearest" });
  };

  const follow = (selector) => {
    const link = first(selector);
    if (link) {
      link.click();
    }
  };

  const tick = () => {
    const row = rows().find((one) => one.contains(document.activeElement));
    const box = row && row.querySelector("input[type=checkbox]");
    if (box) {
      box.checked = !box.checked;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const search = () => {
    const field = first("#desk-q");
    if (field) {
      field.focus();
      field.select();
    }
  };

  const help = async () => {
    const link = first("[data-keys=help]");
    if (!link) {
      return;
    }
    let sheet = first("#desk-help");
    if (!sheet) {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
      const page = answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
      const content = page && page.querySelector("#desk-keys");
      if (!content) {
        window.location.assign(link.href);
        return;
      }
      sheet = document.createElement("dialog");
      sheet.id = "desk-help";
      sheet.className = "bh-help";
      sheet.append(document.importNode(content, true));
      sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
      document.body.append(sheet);
    }
    if (!sheet.open) {
      sheet.showModal();
    }
  };

  const keys = {
    "/": search,
    j: () => step(1),
    k: () => step(-1),
    x: tick,
    b: () => follow(".bh-bulkbar button"),
    a: () => follow("[data-acts] a"),
    n: () => follow("[data-next]"),
    g: () => follow(".bh-back"),
    "?": help,
  };

  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    const act = keys[event.key];
    if (!act || held || event.repeat && !"jk".includes(event.key) || typing(event.target) || !keysAreOn()) {
      return;
    }
    if (first("dialog[open]")) {
      return;
    }
    event.preventDefault();
    act();
  });

  // ---- the slip

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  // ---- once something is ticked, the button that goes on stays in sight

  const bar = first(".bh-bulkbar");
  if (bar) {
    const count = () => {
      const ticked = document.querySelectorAll(".bh-rows input[type=checkbox]:checked").length;
      bar.classList.toggle("bh-bulkbar-on", ticked > 0);
    };
    document.addEventListener("change", count);
    count();
  }

  // ---- counters: told by the server, else asked for every half minute

  const counts = first("#desk-counts");
  if (counts) {
    const IDLE = 10 * 60 * 1000; // a desk nobody sits at lets its session end
    const POLL = 30 * 1000;
    let line = null;
    let timer = null;
    let touched = Date.now();

    const show = (told) => {
      for (const [name, value] of Object.entries(told)) {
        const place = counts.querySelector(`[data-count="${name}"]`);
        if (place && place.textContent !== value) {
          place.textContent = value;
        }
      }
    };

    const asks = async () => {
      const answer = await fetch(counts.dataset.counters, { headers: { Accept: "application/json" } }).catch(() => null);
      if (answer && answer.ok && !answer.redirected) {
        show(await answer.json());
      }
    };

    const stop = () => {
      if (line) {
        line.close();
      }
      window.clearInterval(timer);
      line = null;
      timer = null;
    };

    const poll = () => {
      stop();
      timer = window.setInterval(() => (Date.now() - touched > IDLE ? stop() : asks()), POLL);
    };

    const listen = () => {
      if (line || timer || document.hidden) {
        return;
      }
      if (!("EventSource" in window)) {
        poll();
        return;
      }
      line = new EventSource(counts.dataset.events);
      line.addEventListener("counts", (event) => show(JSON.parse(event.data)));
      line.addEventListener("error", () => {
        if (Date.now() - touched > IDLE) {
          stop();
        } else if (line && line.readyState === EventSource.CLOSED) {
          poll();
        }
      });
    };

    ["keydown", "pointerdown", "scroll"].forEach((kind) =>
      document.addEventListener(kind, () => {
        touched = Date.now();
        listen();
      }, { passive: true }));
    document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
    window.addEventListener("pagehide", stop);
    listen();
  }
})();
