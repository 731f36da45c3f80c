/* How a visitor finds things in Chromium 69: by their words only. Read into each page by tests/journeys/old_browser/visitor.py. */
(function () {
  'use strict';
  var PARTS = 'tbody[id], tbody:not([id]) > tr, fieldset, li, section, form';
  var words = function (element) { return (element.textContent || '').replace(/\s+/g, ' ').trim(); };
  var shown = function (element) { return element.getClientRects().length > 0; };
  var part = function (within) {
    var found = Array.from(document.querySelectorAll(PARTS)).filter(function (each) { return words(each).indexOf(within) >= 0; });
    if (within && !found.length) { throw new Error('nothing holds ' + within); }
    return within ? found[found.length - 1] : document;
  };
  var named = function (selector, name, within) {
    var found = Array.from(part(within).querySelectorAll(selector)).filter(function (each) {
      return words(each).indexOf(name) === 0 && each.getAttribute('aria-hidden') !== 'true' && !each.disabled && shown(each);
    });
    return found.find(function (each) { return words(each) === name; }) || found[0];
  };
  var labelled = function (label, within) {
    var found = Array.from(part(within).querySelectorAll('label')).find(function (each) { return words(each) === label; });
    return found && (found.htmlFor ? document.getElementById(found.htmlFor) : found.querySelector('input, select, textarea'));
  };
  var middle = function (element) {
    element.scrollIntoView({ block: 'center' });
    var box = element.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    var hit = document.elementFromPoint(x, y);
    return { x: x, y: y, free: !!hit && (element.contains(hit) || hit.contains(element)) };
  };
  var choose = function (select, text) {
    var option = Array.from(select.options).find(function (each) { return words(each) === text; });
    if (!option) { throw new Error('no option ' + text); }
    select.value = option.value;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  window.visit = {
    count: function (selector, name, within) { return named(selector, name, within) ? 1 : 0; },
    place: function (selector, name, within) { var found = named(selector, name, within); return found ? middle(found) : null; },
    prepare: function (label, text, within) {
      var control = labelled(label, within);
      if (!control) { return null; }
      if (control.tagName === 'SELECT') { choose(control, text); return 'chosen'; }
      control.focus();
      if (control.type === 'date') { control.value = text; return 'chosen'; }
      control.select();
      return 'typing';
    },
    ticking: function (label, within) { var control = labelled(label, within); return control.checked ? null : middle(control); },
    attach: function (label, within) {
      var control = labelled(label, within), chosen = new DataTransfer();
      for (var at = 2; at < arguments.length; at += 2) {
        var bytes = Uint8Array.from(atob(arguments[at + 1]), function (each) { return each.charCodeAt(0); });
        chosen.items.add(new File([bytes], arguments[at]));
      }
      control.files = chosen.files;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    /* Asked for until it is there: the first time it is fetched. */
    saved: function (name, within) {
      var link = named('a', name, within);
      if (!link.saving) {
        link.saving = fetch(link.href, { credentials: 'same-origin' }).then(function (answer) {
          var said = answer.headers.get('content-disposition');
          return answer.blob().then(function (blob) {
            var reader = new FileReader();
            reader.onload = function () { link.saved = [said, reader.result.split(',')[1]]; };
            reader.readAsDataURL(blob);
          });
        });
      }
      return link.saved || null;
    },
    value: function (label) {
      var control = labelled(label, '');
      return control.tagName === 'SELECT' ? words(control.selectedOptions[0]) : control.value;
    },
    says: function (text, within) {
      var place = within ? part(within) : document.body;
      return (place.innerText + ' ' + words(place)).replace(/\s+/g, ' ').indexOf(text) >= 0;
    },
    settled: function () {
      return document.readyState === 'complete' && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, [aria-busy=true]');
    }
  };
}());
