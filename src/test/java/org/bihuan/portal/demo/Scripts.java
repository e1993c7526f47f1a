package org.bihuan.portal.demo;

/** What is asked of a page in its own language. */
final class Scripts {

  static final String ARRIVED =
      "return window.left === undefined && document.readyState === 'complete'";

  /** A mark may be drawn by what stands around: a whole tile, the frame of a choice. */
  static final String UNSEEN =
      """
      const stop = arguments[0];
      if (stop === document.body) return '';
      stop.scrollIntoView({block: 'nearest', behavior: 'instant'});
      const box = stop.getBoundingClientRect();
      const across = box.width > 0 && box.right > 0 && box.left < innerWidth;
      const shown = across && box.bottom > 0 && box.top < innerHeight;
      let marked = false;
      for (let e = stop, up = 0; e && up < 3; e = e.parentElement, up++) {
        const style = getComputedStyle(e);
        marked ||= style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      }
      const x = Math.max(0, Math.min(innerWidth - 1, (box.left + box.right) / 2));
      const y = Math.max(0, Math.min(innerHeight - 1, (box.top + box.bottom) / 2));
      const top = document.elementFromPoint(x, y);
      const free = !top || stop.contains(top) || top.contains(stop);
      return shown && marked && free ? ''
        : `${location.pathname} ${stop.outerHTML.slice(0, 120)}`
          + ` shown ${shown} marked ${marked} free ${free}`;
      """;

  static final String RUN_AXE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        found => done(found.violations.flatMap(
          v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ')))),
        failed => done(['axe failed: ' + failed]));
      """;

  static final String OVERHANG =
      """
      const root = document.documentElement, wide = root.clientWidth, by = root.scrollWidth - wide;
      const out = e => e.getBoundingClientRect().right > wide + 0.5;
      const all = [...document.body.querySelectorAll('*')];
      const ends = all.filter(e => out(e) && ![...e.children].some(out)).slice(0, 4);
      return by <= 0 ? '' : `${by} pixels: ${ends.map(e => e.outerHTML.slice(0, 90)).join(' | ')}`;
      """;
  static final String FILL =
      """
      const given = arguments[0], main = document.querySelector('main');
      let last = null;
      for (const [name, value] of Object.entries(given)) {
        for (const field of main.querySelectorAll(`[name="${name}"]`)) {
          if (['radio', 'checkbox'].includes(field.type)) field.checked = field.value === value;
          else if (field.type !== 'submit') field.value = value;
          if (!field.closest('[role=search]')) last = field;
        }
      }
      const form = last ? last.form : main.querySelector('form:not([role=search])');
      const buttons = [...form.querySelectorAll('[type=submit]')];
      const onward = buttons.find(b => !/^(edit|fill)/.test(b.value));
      form.requestSubmit(buttons.find(b => b.value === given.press) || onward);
      """;

  private Scripts() {}
}
