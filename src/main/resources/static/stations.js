/* Love stations where scripts run: a map drawn from the list beside it, and the nearest first. The list works without.
   Where the device is stays on the device. There are no words here: they come with the page. */
(function () {
  "use strict";

  var EARTH = 6371000;
  var PACE = 75;
  var DETOUR = 1.3;

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function point(text) {
    var parts = text.split(",");
    return [Number(parts[0]), Number(parts[1])];
  }

  function metres(a, b) {
    var turn = Math.PI / 180;
    var north = ((b[0] - a[0]) * turn) / 2;
    var east = ((b[1] - a[1]) * turn) / 2;
    var x =
      Math.pow(Math.sin(north), 2) +
      Math.cos(a[0] * turn) * Math.cos(b[0] * turn) * Math.pow(Math.sin(east), 2);
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(x)));
  }

  function cards() {
    return all("[data-stations] [data-point]");
  }

  /* The map ------------------------------------------------------------------- */

  var box = document.querySelector("[data-map-box]");
  var holder = document.querySelector("[data-map]");
  var map = null;
  var pins = null;
  var here = null;

  function pill(words, kind) {
    var pin = document.createElement("span");
    pin.className = "bh-pin bh-pin-" + kind;
    pin.textContent = words;
    return pin;
  }

  function told(card) {
    var title = card.querySelector("h3");
    var link = title.querySelector("a");
    var popup = document.createElement("div");
    var name = document.createElement(link ? "a" : "strong");
    name.textContent = (link || title).textContent;
    if (link) {
      name.href = link.getAttribute("href");
    }
    var state = document.createElement("div");
    state.textContent = card.dataset.word;
    popup.appendChild(name);
    popup.appendChild(state);
    return popup;
  }

  function marker(card, number, alone) {
    var words = (alone ? "" : number + " ") + card.dataset.word;
    var name = card.querySelector("h3").textContent.trim();
    var pin = window.L.marker(point(card.dataset.point), {
      icon: window.L.divIcon({ className: "", html: pill(words, card.dataset.kind), iconSize: null }),
      title: name,
      riseOnHover: true,
      keyboard: true
    });
    pin.bindPopup(told(card), { maxWidth: 240, autoPanPadding: [16, 16] });
    pin.on("add", function () {
      pin.getElement().setAttribute("aria-label", words + " " + name);
    });
    return pin;
  }

  function draw(fit) {
    var list = cards();
    pins.clearLayers();
    list.forEach(function (card, index) {
      pins.addLayer(marker(card, index + 1, list.length === 1));
    });
    if (here) {
      pins.addLayer(
        window.L.marker(here, {
          icon: window.L.divIcon({ className: "", html: pill(holder.dataset.here, "here"), iconSize: null }),
          keyboard: false,
          interactive: false
        })
      );
    }
    var shown = (here ? list.slice(0, 4) : list).map(function (card) {
      return point(card.dataset.point);
    });
    if (here) {
      shown.push(here);
    }
    if (fit && shown.length > 1) {
      map.fitBounds(
        shown,
        { paddingTopLeft: [30, 30], paddingBottomRight: [30, 12], maxZoom: 15, animate: false }
      );
    } else if (fit && list.length === 1) {
      map.setView(point(list[0].dataset.point), 15, { animate: false });
    }
  }

  /* Without tiles: a light grid every half a kilometre or so, and the streets by name. */
  function plain() {
    var step = 0.005;
    var style = { className: "bh-grid", weight: 1, interactive: false };
    for (var lat = 39.96; lat < 40.2; lat += step) {
      window.L.polyline([[lat, 113.15], [lat, 113.5]], style).addTo(map);
    }
    for (var lng = 113.15; lng < 113.5; lng += step) {
      window.L.polyline([[39.96, lng], [40.2, lng]], style).addTo(map);
    }
    all("[data-ground]", box).forEach(function (mark) {
      var name = document.createElement("span");
      name.className = "bh-ground";
      name.textContent = mark.textContent;
      window.L.marker(point(mark.dataset.ground), {
        icon: window.L.divIcon({ className: "", html: name, iconSize: null }),
        keyboard: false,
        interactive: false,
        zIndexOffset: -1000
      }).addTo(map);
    });
  }

  /* Names of streets would lie over each other from afar. */
  function names() {
    holder.classList.toggle("bh-map-far", map.getZoom() < 12.5);
  }

  function begin() {
    if (!box || !window.L || !cards().length) {
      return;
    }
    box.hidden = false;
    var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    map = window.L.map(holder, {
      attributionControl: Boolean(holder.dataset.tilesBy),
      zoomControl: false,
      scrollWheelZoom: false,
      dragging: !(window.L.Browser.mobile && window.innerWidth < 600) || !window.L.Browser.touch,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
      zoomSnap: 0.25,
      minZoom: 10.5,
      maxZoom: 18
    });
    window.L.control
      .zoom({ zoomInTitle: holder.dataset.zoomIn, zoomOutTitle: holder.dataset.zoomOut })
      .addTo(map);
    holder.setAttribute("role", "region");
    holder.setAttribute("aria-label", box.dataset.label);
    map.setView(point(cards()[0].dataset.point), 13);
    if (holder.dataset.tiles) {
      window.L.tileLayer(holder.dataset.tiles, { attribution: holder.dataset.tilesBy || "" }).addTo(map);
      if (map.attributionControl) {
        map.attributionControl.setPrefix(false);
      }
    } else {
      plain();
    }
    map.on("popupopen", function (event) {
      var close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
      if (close) {
        close.setAttribute("aria-label", holder.dataset.close);
      }
    });
    map.on("zoomend", names);
    pins = window.L.layerGroup().addTo(map);
    draw(true);
    names();
  }

  /* The nearest first ----------------------------------------------------------- */

  var near = document.querySelector("[data-near]");

  function sort(list) {
    var items = cards().map(function (card) {
      return { card: card, away: metres(here, point(card.dataset.point)) };
    });
    items.sort(function (a, b) {
      var one = a.card.dataset.kind === "open" ? 0 : 1;
      var other = b.card.dataset.kind === "open" ? 0 : 1;
      return one - other || a.away - b.away;
    });
    items.forEach(function (item) {
      var away = item.card.querySelector("[data-away-here]");
      var pattern = item.away < 5000 ? list.dataset.away : list.dataset.awayFar;
      away.textContent = pattern
        .replace("#m", String(Math.round(item.away / 10) * 10))
        .replace("#k", (item.away / 1000).toFixed(1))
        .replace("#n", String(Math.max(1, Math.round((item.away * DETOUR) / PACE))));
      away.hidden = false;
      list.appendChild(item.card);
    });
  }

  function found(position) {
    here = [position.coords.latitude, position.coords.longitude];
    var list = document.querySelector("[data-stations]");
    sort(list);
    if (map) {
      draw(true);
    }
    near.querySelector("[data-near-done]").hidden = false;
    near.querySelector("[data-near-ask]").removeAttribute("aria-busy");
  }

  if (near && navigator.geolocation && window.isSecureContext && cards().length) {
    near.hidden = false;
    near.querySelector("[data-near-ask]").addEventListener("click", function () {
      near.querySelector("[data-near-failed]").hidden = true;
      near.querySelector("[data-near-ask]").setAttribute("aria-busy", "true");
      navigator.geolocation.getCurrentPosition(
        found,
        function () {
          near.querySelector("[data-near-ask]").removeAttribute("aria-busy");
          near.querySelector("[data-near-failed]").hidden = false;
        },
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 }
      );
    });
  }

  begin();
})();
