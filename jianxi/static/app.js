/* Beyond links, forms and htmx; all works without it. ES2018, for Chromium 69. */
(function () {
  'use strict';
  var $ = function (selector, root) { return (root || document).querySelector(selector); };
  var on = function (name, act, early) { document.addEventListener(name, act, early); };
  var all = function (selector, root) { return Array.from((root || document).querySelectorAll(selector)); };

  /* Notices get the focus. */
  function flash(text) {
    var note = document.createElement('div');
    note.className = 'note bad';
    note.setAttribute('role', 'alert');
    note.tabIndex = -1;
    note.textContent = text;
    $('#flash').textContent = '';
    $('#flash').appendChild(note);
    note.focus();
  }
  on('htmx:beforeSwap', function (event) {
    var detail = event.detail, status = detail.xhr.status;
    if (/^\s*<[^>]* data-flash/.test(detail.serverResponse)) {
      detail.shouldSwap = true;
      detail.target = $('#flash');
      detail.swapOverride = 'innerHTML';
      detail.selectOverride = 'unset';
    } else if (status >= 400 && !detail.shouldSwap) {
      flash(status === 404 ? '这条记录不存在，或已不在您的办理范围内。请刷新页面查看最新内容。'
        : status === 403 ? '您的操作未执行：登录已过期或没有权限。请刷新页面后重新操作。'
          : status === 429 ? '操作过于频繁，请按页面提示的时间再试。'
            : '您的操作未完成，填写的内容仍在本页。请刷新页面核对后再操作，仍不成功请咨询12333。');
    } else {
      $('#flash').textContent = '';
    }
  });
  function unreachable() { flash('网络连接失败，您的操作可能没有送达。填写的内容仍在本页，请检查网络后再操作一次。'); }
  on('htmx:sendError', unreachable);
  on('htmx:timeout', unreachable);

  on('htmx:beforeRequest', function (event) { event.detail.target.setAttribute('aria-busy', 'true'); });
  on('htmx:afterRequest', function (event) {
    event.detail.target.removeAttribute('aria-busy');
    all('[data-progress]').forEach(function (shown) { shown.hidden = true; });
  });

  /* How far an upload is. */
  function megabytes(count) { return (count / 1048576).toFixed(1) + 'MB'; }
  on('htmx:xhr:progress', function (event) {
    var total = event.detail.total, sent = event.detail.loaded, shown = $('[data-progress]', event.target.form || event.target);
    if (!shown || total < 3e5) { return; }
    shown.hidden = false;
    $('progress', shown).value = sent / total;
    $('p', shown).textContent = sent < total ? '已上传' + megabytes(sent) + '，共' + megabytes(total) : '已传完，正在检查文件';
  });

  /* A plain form is sent once. */
  on('submit', function (event) {
    var form = event.target;
    if (form.elements.here) { form.elements.here.value = location.pathname + location.search; }
    if (event.defaultPrevented || form.method !== 'post') { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(function () { delete form.dataset.sent; }, 4000);
  });
  window.addEventListener('pageshow', function () {
    all('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
    prepare(document);
  });

  /* Search while typing, never inside a composition. */
  var timer;
  function live(event) { return event.target.form && event.target.form.hasAttribute('data-live') && event.target.form; }
  function words(form) { return new URLSearchParams(new FormData(form)).toString(); }
  function typed(event) {
    var form = live(event);
    if (!form || event.isComposing) { return; }
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (words(form) === form.searched) { return; }
      form.searched = words(form);
      form.dispatchEvent(new Event('live'));
    }, event.type === 'change' ? 0 : 300);
  }
  on('focusin', function (event) {
    var form = live(event);
    if (form && form.searched === undefined) { form.searched = words(form); }
  });
  on('input', typed);
  on('compositionend', typed);
  on('submit', function () { clearTimeout(timer); }, true);

  /* The counties of the chosen city. */
  function follow(county, changed) {
    var form = county.form, city = form && form.elements[county.dataset.follows];
    if (!city) { return; }
    county.groups = county.groups || all('optgroup', county);
    var chosen = county.value;
    if (!changed && chosen && !city.value) { city.value = county.selectedOptions[0].parentNode.dataset.of; }
    county.groups.forEach(function (group) {
      group.remove();
      if (!city.value || group.dataset.of === city.value) { county.appendChild(group); }
    });
    county.value = chosen;
    if (county.selectedIndex < 0) { county.selectedIndex = 0; }
  }
  on('change', function (event) {
    var element = event.target;
    all('select[data-follows="' + element.name + '"]', element.form || document).forEach(function (county) { follow(county, true); });
    if (element.hasAttribute('data-follows')) { follow(element, false); }
    if (element.hasAttribute('data-pick-page')) {
      all('[data-pick]', element.form).forEach(function (box) { box.checked = element.checked; });
    }
    if (element.hasAttribute('data-keys-switch')) { remember(element.checked); }
    if (element.form) { count(element.form); }
    typed(event);
  });
  on('reset', function (event) { setTimeout(function () { count(event.target); }); });

  function count(form) {
    var shown = $('[data-picked]', form), boxes = all('[data-pick]', form), page = $('[data-pick-page]', form), picked = 0;
    boxes.forEach(function (box) {
      var row = box.closest('tbody');
      if (box.checked) { picked += 1; }
      if (row) { row.classList.toggle('is-on', box.checked); }
    });
    if (shown) { shown.textContent = picked; shown.closest('.bulk').classList.toggle('is-on', picked > 0); }
    if (page) { page.checked = picked > 0 && picked === boxes.length; page.indeterminate = picked > 0 && picked < boxes.length; }
  }

  /* Keys of a review list. */
  function remember(on) { try { localStorage.setItem('keys', on ? 'on' : 'off'); } catch (error) { /* private mode */ } }
  function keysOn() { try { return localStorage.getItem('keys') !== 'off'; } catch (error) { return true; } }
  function rows(list) { return all('tbody[id]', list); }
  function mark(row) {
    all('.is-at').forEach(function (other) { other.classList.remove('is-at'); });
    row.classList.add('is-at');
  }
  function go(row) {
    if (!row) { return; }
    mark(row);
    ($('a.key, a, button', row) || row).focus();
  }
  on('focusin', function (event) {
    var row = event.target.closest('[data-keys] tbody[id]');
    if (row) { mark(row); }
  });
  function shut(help) {
    if (!help || !help.open) { return; }
    if (help.contains(document.activeElement)) { $('summary', help).focus(); }
    help.open = false;
  }
  on('htmx:beforeRequest', function () { shut($('[data-keys-help]')); });
  on('keydown', function (event) {
    var help = $('[data-keys-help]'), key = event.key;
    if (help && (key === 'Escape' || key !== '?' && key !== 'Shift' && !help.contains(event.target))) { shut(help); }
  });
  on('keydown', function (event) {
    var at = event.target, list = at.closest && at.closest('[data-keys]');
    if (!list || !keysOn() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    if (at.matches('textarea, select, input:not([type=checkbox])')) { return; }
    var lines = rows(list), row = at.closest('tbody[id]') || $('.is-at', list), place = lines.indexOf(row);
    var press = function (selector) { var found = row && $(selector, row); if (found) { found.click(); } };
    if (event.key === 'j') { go(lines[place + 1]); }
    else if (event.key === 'k') { go(lines[Math.max(place - 1, 0)]); }
    else if (event.key === 'a') { press('[data-verb=approve]'); }
    else if (event.key === 'r') { press('[data-verb=reject]'); }
    else if (event.key === 'x') { press('[data-pick]'); }
    else if (event.key === 'o') { press('a.key'); }
    else if (event.key === '?') { var help = $('[data-keys-help]'); if (help) { help.open = !help.open; } }
    else { return; }
    event.preventDefault();
  });

  /* After a swap: to what must be mended, or the next row that waits. */
  on('htmx:afterSettle', function (event) {
    var fresh = event.target, said = $('[data-say]', fresh);
    prepare(fresh);
    if (said) { $('#said').textContent = said.textContent.trim(); }
    var mend = fresh.matches('.note') ? fresh : $('.note[data-flash], .summary, [autofocus]', fresh);
    if (fresh.matches('tbody')) { fresh.scrollIntoView({ block: 'nearest' }); }
    if (mend) { mend.focus(); return; }
    if (fresh.hasAttribute('data-rows')) {
      var sets = all('fieldset', fresh), added = event.detail.requestConfig.elt.value.indexOf('add') === 0;
      (added && sets.length ? $('input, select', sets[sets.length - 1]) : $(':scope > .acts button', fresh)).focus();
      return;
    }
    if (fresh.matches('[data-keys] tbody[id]')) {
      var lines = rows(fresh.closest('[data-keys]')), place = lines.indexOf(fresh);
      go(lines.slice(place + 1).concat(lines.slice(0, place)).find(function (row) { return row.hasAttribute('data-waiting'); }) || fresh);
    }
  });

  /* Papers side by side show the same spot. */
  var led;
  on('scroll', function (event) {
    var from = event.target, leads = from !== led && from.matches && from.matches('[data-together]');
    led = null;
    all('[data-together]').forEach(function (other) {
      if (!leads || other === from) { return; }
      led = other;
      other.scrollTop = from.scrollTop;
      other.scrollLeft = from.scrollLeft;
    });
  }, true);

  function prepare(root) {
    var tabs = $('.tabs'), tab = tabs && $('[aria-current]', tabs);
    if (tab) { tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - 40; }
    all('[data-scripted]', root).forEach(function (element) { element.hidden = false; });
    all('select[data-follows]', root).forEach(function (county) { follow(county, false); });
    all('[data-keys-switch]', root).forEach(function (box) { box.checked = keysOn(); });
    all('form').forEach(function (form) { if ($('[data-pick]', form)) { count(form); } });
  }
  prepare(document);
  var wrong = $('.summary');
  if (wrong) { wrong.focus(); }
}());
