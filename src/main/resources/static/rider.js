/* The riders' page where scripts run: place from the phone, a photo made smaller, a recording, speech to text, contact kept if wished,
   and sending that survives a lost network. Without it the page is a plain form. */
(function () {
  "use strict";

  var outbox = window.bihuanOutbox;
  var form = document.querySelector("form[data-rider]");
  var waiting = document.querySelector("[data-outbox]");
  var CONTACT = "rider.contact";
  var STREET = "rider.street";
  var LARGE = 2 * 1024 * 1024;
  var SIDE = 2000;
  var RATE = 16000;
  var LONGEST = 60;
  var EVERY = 30000;

  function show(element, shown) {
    if (element) {
      element.hidden = !shown;
    }
  }

  function kept(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (refused) {
      return null;
    }
  }

  function keep(name, value) {
    try {
      if (value === null) {
        window.localStorage.removeItem(name);
      } else {
        window.localStorage.setItem(name, value);
      }
    } catch (refused) {
      /* a device that keeps nothing asks again next time */
    }
  }

  /* Sending ------------------------------------------------------------------- */

  var busy = false;

  function receipt(answer) {
    var found = /\/receipt\/([0-9A-Z]+)/.exec(answer.url);
    return found ? found[1] : null;
  }

  function flush() {
    if (busy || !outbox) {
      return Promise.resolve(null);
    }
    busy = true;
    return outbox
      .all("rider")
      .then(function (entries) {
        return entries.reduce(function (before, entry) {
          return before.then(function (last) {
            return entry.state === "waiting" ? one(entry) : last;
          });
        }, Promise.resolve(null));
      })
      .then(
        function (last) {
          busy = false;
          return list().then(function () {
            return last;
          });
        },
        function () {
          busy = false;
          return null;
        }
      );
  }

  function one(entry) {
    return outbox.send(entry, entry.action).then(function (came) {
      var code = came.done && receipt(came.answer);
      if (code) {
        var wrong = came.page.querySelector("main .bh-notice-late");
        entry.state = "sent";
        entry.code = code;
        entry.why = wrong ? wrong.textContent.trim() : "";
        entry.fields = [];
        entry.files = [];
        return outbox.put(entry).then(function () {
          return entry;
        });
      }
      if (came.refused || came.done) {
        entry.state = "refused";
        entry.why = came.why || "";
        return outbox.put(entry).then(function () {
          return entry;
        });
      }
      return entry;
    });
  }

  /* What is kept here and where it stands */
  function list() {
    if (!outbox || !waiting) {
      return Promise.resolve();
    }
    return outbox.all("rider").then(
      function (entries) {
        var pattern = waiting.querySelector("template");
        var place = waiting.querySelector("ul");
        place.textContent = "";
        entries.forEach(function (entry) {
          place.appendChild(line(entry, pattern));
        });
        show(waiting, entries.length > 0);
        show(
          waiting.querySelector("[data-outbox-send]"),
          entries.some(function (entry) {
            return entry.state === "waiting";
          })
        );
      },
      function () {
        show(waiting, false);
      }
    );
  }

  function line(entry, pattern) {
    var item = pattern.content.firstElementChild.cloneNode(true);
    item.dataset.state = entry.state;
    item.querySelector("[data-what]").textContent = entry.what || "";
    item.querySelector("[data-at]").textContent = new Date(entry.at).toLocaleString(document.documentElement.lang);
    Array.prototype.forEach.call(item.querySelectorAll("[data-when]"), function (words) {
      show(words, words.dataset.when === entry.state);
    });
    var why = item.querySelector("[data-why]");
    why.textContent = entry.why;
    show(why, entry.why !== "");
    var open = item.querySelector("[data-open]");
    if (entry.code) {
      open.href = "/receipt/" + entry.code;
    }
    show(open, Boolean(entry.code));
    item.querySelector("[data-drop]").addEventListener("click", function () {
      var sure = entry.state === "sent" || window.confirm(waiting.dataset.sure);
      if (sure) {
        outbox.drop(entry.key).then(list);
      }
    });
    return item;
  }

  if (waiting) {
    waiting.querySelector("[data-outbox-send]").addEventListener("click", flush);
    window.addEventListener("online", flush);
    window.setInterval(flush, EVERY);
    list().then(flush);
  }
  if (!form) {
    return;
  }

  form.addEventListener("submit", function (event) {
    if (!outbox || !form.checkValidity()) {
      return;
    }
    event.preventDefault();
    remember();
    var button = form.querySelector("[type=submit]");
    button.disabled = true;
    ready()
      .then(function () {
        var entry = outbox.taken(form, "rider");
        entry.what = form.dataset.rider;
        return outbox.put(entry).then(function () {
          return entry.key;
        });
      })
      .then(
        function (key) {
          return flush().then(function () {
            return outbox.all("rider").then(function (entries) {
              button.disabled = false;
              var mine = entries.filter(function (entry) {
                return entry.key === key;
              })[0];
              told(mine);
            });
          });
        },
        function () {
          /* a browser that keeps nothing: the plain way */
          window.HTMLFormElement.prototype.submit.call(form);
        }
      );
  });

  function told(entry) {
    if (entry && entry.state === "sent") {
      if (!entry.why) {
        outbox.drop(entry.key).then(function () {
          window.location.assign("/receipt/" + entry.code);
        });
        return;
      }
    } else if (entry && entry.state === "refused") {
      outbox.drop(entry.key).then(list);
      var wrong = document.querySelector("[data-refused]");
      wrong.querySelector("[data-why]").textContent = entry.why;
      show(wrong, true);
      wrong.focus();
      form.elements.key.value = outbox.fresh();
      return;
    }
    var unsent = document.querySelector("[data-unsent]");
    show(unsent, Boolean(entry) && entry.state === "waiting");
    show(form, false);
    waiting.scrollIntoView();
    (unsent.hidden ? waiting : unsent).focus();
  }

  /* Contact and street ---------------------------------------------------------- */

  function remember() {
    var box = form.querySelector("[data-remember]");
    var name = form.elements["applicant.name"].value.trim();
    var phone = form.elements["applicant.phone"].value.trim();
    keep(CONTACT, box.checked && name && phone ? JSON.stringify([name, phone]) : null);
    keep(STREET, form.elements.area.value || null);
  }

  function recall() {
    var contact = kept(CONTACT);
    var fold = form.querySelector("[data-contact]");
    if (contact && !form.elements["applicant.phone"].value) {
      try {
        var said = JSON.parse(contact);
        form.elements["applicant.name"].value = said[0];
        form.elements["applicant.phone"].value = said[1];
        form.querySelector("[data-remember]").checked = true;
        fold.open = false;
        fold.querySelector("[data-contact-known]").textContent = said[0] + " " + said[1];
      } catch (unreadable) {
        keep(CONTACT, null);
      }
    }
    if (!form.elements.area.value) {
      form.elements.area.value = kept(STREET) || "";
    }
  }

  show(form.querySelector("[data-remember-box]"), true);
  recall();
  form.addEventListener(
    "invalid",
    function (event) {
      var fold = event.target.closest("details");
      if (fold) {
        fold.open = true;
      }
    },
    true
  );
  form.noValidate = false;

  /* The place ------------------------------------------------------------------- */

  function metres(a, b) {
    var rad = Math.PI / 180;
    var x = (b[1] - a[1]) * rad * Math.cos(((a[0] + b[0]) / 2) * rad);
    var y = (b[0] - a[0]) * rad;
    return Math.sqrt(x * x + y * y) * 6371000;
  }

  function nearest(here) {
    var best = null;
    var least = Number(form.dataset.reach);
    Array.prototype.forEach.call(form.elements.area.options, function (option) {
      if (option.dataset.middle) {
        var far = metres(here, option.dataset.middle.split(",").map(Number));
        if (far < least) {
          least = far;
          best = option;
        }
      }
    });
    return best;
  }

  function located(found) {
    var here = [found.coords.latitude, found.coords.longitude];
    var street = nearest(here);
    form.elements["facts.position"].value = here[0].toFixed(5) + "," + here[1].toFixed(5);
    show(form.querySelector("[data-place-found]"), true);
    show(form.querySelector("[data-place-asking]"), false);
    if (street) {
      form.elements.area.value = street.value;
    }
    show(form.querySelector("[data-place-guess]"), Boolean(street));
    show(form.querySelector("[data-place-far]"), !street);
  }

  if (navigator.geolocation && window.isSecureContext) {
    show(form.querySelector("[data-place-asking]"), true);
    navigator.geolocation.getCurrentPosition(
      located,
      function () {
        show(form.querySelector("[data-place-asking]"), false);
        show(form.querySelector("[data-place-failed]"), true);
      },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 }
    );
  }

  /* Photos ------------------------------------------------------------------------ */

  var photos = form.querySelector("[data-photos]");
  var sizing = Promise.resolve();

  function ready() {
    return sizing;
  }

  function small(file) {
    if (!/^image\//.test(file.type) || (file.type === "image/jpeg" && file.size <= LARGE) || !window.createImageBitmap) {
      return Promise.resolve(file);
    }
    return window.createImageBitmap(file).then(
      function (picture) {
        var by = Math.min(1, SIDE / Math.max(picture.width, picture.height));
        var canvas = document.createElement("canvas");
        canvas.width = Math.round(picture.width * by);
        canvas.height = Math.round(picture.height * by);
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        return new Promise(function (done) {
          canvas.toBlob(
            function (blob) {
              done(blob ? new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }) : file);
            },
            "image/jpeg",
            0.85
          );
        });
      },
      function () {
        return file;
      }
    );
  }

  function shown(file) {
    var reader = new FileReader();
    reader.onload = function () {
      var image = document.createElement("img");
      image.src = reader.result;
      image.alt = "";
      form.querySelector("[data-photos-shown]").appendChild(image);
    };
    reader.readAsDataURL(file);
  }

  photos.addEventListener("change", function () {
    var chosen = Array.prototype.slice.call(photos.files);
    form.querySelector("[data-photos-shown]").textContent = "";
    sizing = Promise.all(chosen.map(small)).then(function (files) {
      if (window.DataTransfer) {
        var all = new DataTransfer();
        files.forEach(function (file) {
          all.items.add(file);
        });
        photos.files = all.files;
      }
      files
        .filter(function (file) {
          return /^image\//.test(file.type);
        })
        .forEach(shown);
    });
  });

  /* A recording: plain sound, so that the house can keep it safely ------------------ */

  var voice = form.querySelector("[data-voice]");
  var sound = window.AudioContext || window.webkitAudioContext;

  function wave(samples) {
    var bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
    function text(at, words) {
      for (var i = 0; i < words.length; i++) {
        bytes.setUint8(at + i, words.charCodeAt(i));
      }
    }
    text(0, "RIFF");
    bytes.setUint32(4, 36 + samples.length * 2, true);
    text(8, "WAVEfmt ");
    bytes.setUint32(16, 16, true);
    bytes.setUint16(20, 1, true);
    bytes.setUint16(22, 1, true);
    bytes.setUint32(24, RATE, true);
    bytes.setUint32(28, RATE * 2, true);
    bytes.setUint16(32, 2, true);
    bytes.setUint16(34, 16, true);
    text(36, "data");
    bytes.setUint32(40, samples.length * 2, true);
    for (var n = 0; n < samples.length; n++) {
      var level = Math.max(-1, Math.min(1, samples[n]));
      bytes.setInt16(44 + n * 2, level < 0 ? level * 32768 : level * 32767, true);
    }
    return new Blob([bytes.buffer], { type: "audio/wav" });
  }

  function plain(blob) {
    return blob
      .arrayBuffer()
      .then(function (bytes) {
        return new sound().decodeAudioData(bytes);
      })
      .then(function (heard) {
        var length = Math.max(1, Math.ceil(heard.duration * RATE));
        var quiet = new window.OfflineAudioContext(1, length, RATE);
        var source = quiet.createBufferSource();
        source.buffer = heard;
        source.connect(quiet.destination);
        source.start();
        return quiet.startRendering();
      })
      .then(function (heard) {
        return { blob: wave(heard.getChannelData(0)), heard: heard };
      });
  }

  if (voice && sound && window.MediaRecorder && window.OfflineAudioContext && window.DataTransfer && navigator.mediaDevices && window.isSecureContext) {
    recording();
  }

  function recording() {
    var start = voice.querySelector("[data-voice-start]");
    var stop = voice.querySelector("[data-voice-stop]");
    var play = voice.querySelector("[data-voice-play]");
    var drop = voice.querySelector("[data-voice-drop]");
    var failed = voice.querySelector("[data-voice-failed]");
    var input = voice.querySelector("input[type=file]");
    var seconds = voice.querySelector("[data-voice-seconds]");
    var heard = null;
    var recorder = null;
    show(voice, true);

    function stand(now) {
      show(start, now === "none");
      show(stop, now === "going");
      show(play, now === "kept");
      show(drop, now === "kept");
    }

    start.addEventListener("click", function () {
      show(failed, false);
      navigator.mediaDevices.getUserMedia({ audio: true }).then(begin, function () {
        show(failed, true);
      });
    });

    function begin(stream) {
      var parts = [];
      var begun = Date.now();
      recorder = new MediaRecorder(stream);
      var ticking = window.setInterval(function () {
        var past = Math.floor((Date.now() - begun) / 1000);
        seconds.textContent = past;
        if (past >= LONGEST) {
          recorder.stop();
        }
      }, 250);
      recorder.ondataavailable = function (event) {
        parts.push(event.data);
      };
      recorder.onstop = function () {
        window.clearInterval(ticking);
        stream.getTracks().forEach(function (track) {
          track.stop();
        });
        sizing = plain(new Blob(parts, { type: recorder.mimeType })).then(
          function (made) {
            var all = new DataTransfer();
            all.items.add(new File([made.blob], "voice.wav", { type: "audio/wav" }));
            input.files = all.files;
            heard = made.heard;
            stand("kept");
          },
          function () {
            show(failed, true);
            stand("none");
          }
        );
      };
      recorder.start();
      stand("going");
    }

    stop.addEventListener("click", function () {
      recorder.stop();
    });
    play.addEventListener("click", function () {
      var room = new sound();
      var source = room.createBufferSource();
      source.buffer = heard;
      source.connect(room.destination);
      source.start();
    });
    drop.addEventListener("click", function () {
      input.value = "";
      heard = null;
      stand("none");
    });
    stand("none");
  }

  /* Speech to text, where the browser can ------------------------------------------- */

  var Hearing = window.SpeechRecognition || window.webkitSpeechRecognition;
  var speak = form.querySelector("[data-speak]");
  if (Hearing && speak && window.isSecureContext) {
    show(speak, true);
    var go = speak.querySelector("button");
    go.addEventListener("click", function () {
      var hearing = new Hearing();
      hearing.lang = document.documentElement.lang === "en" ? "en-US" : "zh-CN";
      hearing.onresult = function (event) {
        var box = form.elements["facts.description"];
        box.value = (box.value ? box.value + " " : "") + event.results[0][0].transcript;
      };
      hearing.onerror = function () {
        show(speak.querySelector("[data-speak-failed]"), true);
      };
      hearing.onend = function () {
        go.removeAttribute("aria-busy");
      };
      go.setAttribute("aria-busy", "true");
      hearing.start();
    });
  }
})();
