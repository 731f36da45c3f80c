/* What axe does not look for, read into each page by tests/accessibility/looking.py. Gives a list of sentences. */
(function () {
  'use strict';
  var SMALLEST = 44, faults = [];
  var words = function (element) { return (element.textContent || element.name || '').replace(/\s+/g, ' ').trim().slice(0, 30); };
  var name = function (element) { return element.tagName.toLowerCase() + (element.className && typeof element.className === 'string' ? '.' + element.className.split(' ').join('.') : '') + ' “' + words(element) + '”'; };
  var box = function (element) { return element.getBoundingClientRect(); };
  var all = function (selector) { return Array.from(document.querySelectorAll(selector)); };
  var seen = function (element) {
    var style = getComputedStyle(element), place = box(element);
    return place.width > 1 && place.height > 1 && style.visibility !== 'hidden' && !element.closest('.vh') && place.right > 0 && place.bottom + scrollY > 0;
  };
  var own = function (element) { return Array.from(element.childNodes).some(function (node) { return node.nodeType === 3 && node.data.trim(); }); };

  if (document.scrollingElement.scrollWidth > innerWidth) {
    var widest = all('body *').filter(seen).filter(function (each) { return box(each).right > innerWidth + 1 && !each.closest('.tabs'); }).slice(0, 3);
    faults.push('scrolls sideways by ' + (document.scrollingElement.scrollWidth - innerWidth) + ': ' + widest.map(name).join(', '));
  }
  all('body *').filter(function (each) { return own(each) && seen(each) && !each.matches('option, optgroup, script, textarea'); }).forEach(function (each) {
    var around = each;
    while (around && around !== document.body) {
      var style = getComputedStyle(around), cuts = style.overflowX !== 'visible' && !around.matches('.tabs, select, input, textarea');
      if (cuts && around.scrollWidth > around.clientWidth + 1 && getComputedStyle(around).display !== 'inline') { faults.push('text is cut off: ' + name(each)); break; }
      around = around.parentElement;
    }
    var furthest = Math.max.apply(null, Array.from(each.childNodes).filter(function (node) { return node.nodeType === 3 && node.data.trim(); }).map(function (node) {
      var range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect().right;
    }));
    if (furthest > innerWidth + 1 && !each.closest('.tabs')) { faults.push('text is out of the window: ' + name(each)); }
  });
  var inSentence = function (element) {
    return getComputedStyle(element).display === 'inline' && element.parentElement && own(element.parentElement);
  };
  var target = function (element) {
    if (element.matches('input[type=checkbox], input[type=radio]')) { return element.closest('label') || element; }
    return element;
  };
  all('a[href], button, input:not([type=hidden]), select, textarea, summary').filter(seen).forEach(function (each) {
    var place = box(target(each));
    if (each.disabled || each.matches('.skip') || inSentence(each)) { return; }
    if (place.height < SMALLEST - 0.6 || place.width < SMALLEST - 0.6) {
      faults.push('target of ' + Math.round(place.width) + ' × ' + Math.round(place.height) + ': ' + name(each));
    }
  });
  return Array.from(new Set(faults));
}());
