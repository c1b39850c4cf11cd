/* Shows why a price is what it is: the winner, the steps, and on request the prices that lost.
   Use: tradeflowPriceTrace(trace) gives an element; trace is the JSON kept with the quote's line. */
(function () {
  'use strict';

  function element(tag, cssClass, text) {
    var made = document.createElement(tag);
    if (cssClass) { made.className = cssClass; }
    if (text !== undefined && text !== null) { made.textContent = text; }
    return made;
  }

  function amount(value) {
    return value === null || value === undefined ? '–' : Number(value).toLocaleString('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  }

  function row(words, why, price) {
    var line = element('li', 'tf-trace-row');
    var left = element('span', null, words);
    if (why) { left.appendChild(element('small', 'tf-faint', ' · ' + why)); }
    line.appendChild(left);
    line.appendChild(element('b', 'tf-num', amount(price)));
    return line;
  }

  window.tradeflowPriceTrace = function (trace) {
    var box = element('div', 'tf-trace');
    if (!trace || !trace.winner) { return box; }
    box.appendChild(element('strong', 'tf-trace-winner', trace.winner.words));
    var steps = element('ol', 'tf-trace-steps');
    (trace.steps || []).forEach(function (step) { steps.appendChild(row(step.words, null, step.price)); });
    box.appendChild(steps);
    if ((trace.losers || []).length) {
      var others = element('details');
      others.appendChild(element('summary', null, trace.losers.length + (trace.losers.length === 1 ? ' other price' : ' other prices')));
      var list = element('ul', 'tf-trace-losers');
      trace.losers.forEach(function (lost) { list.appendChild(row(lost.words, lost.why, lost.price)); });
      others.appendChild(list);
      box.appendChild(others);
    }
    return box;
  };
})();
