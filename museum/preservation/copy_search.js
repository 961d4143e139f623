// The search of a copy of the museum without a server: folds as the museum does, finds pages that have every word.
(function () {
  "use strict";
  var asked = new URLSearchParams(location.search).get("q") || "";
  var field = document.querySelector("main input[name=q]");
  var list = document.getElementById("results");
  if (field) field.value = asked;

  function fold(text) {
    return Array.from(text.toLowerCase())
      .map(function (sign) { return sign in FOLDING ? FOLDING[sign] : sign; })
      .join("").split(/\s+/).filter(Boolean);
  }

  // 2 for a word of its own, 1 for the beginning of one, 0 for none.
  function weight(words, wanted) {
    var padded = " " + words + " ";
    if (padded.indexOf(" " + wanted + " ") >= 0) return 2;
    return padded.indexOf(" " + wanted) >= 0 ? 1 : 0;
  }

  var wanted = fold(asked);
  if (!wanted.length) return;
  var found = [];
  PAGES.forEach(function (page) {
    var sum = 0;
    for (var i = 0; i < wanted.length; i += 1) {
      var here = weight(page[4], wanted[i]);
      var title = weight(page[3], wanted[i]);
      if (!here && !title) return;
      sum += here + 4 * title;
    }
    found.push([sum, page]);
  });
  found.sort(function (a, b) { return b[0] - a[0]; });
  found.slice(0, 100).forEach(function (pair) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = "../../" + encodeURI(pair[1][0]);
    link.textContent = pair[1][1];
    link.dir = "auto";
    item.appendChild(link);
    if (pair[1][2]) {
      var words = document.createElement("p");
      words.textContent = pair[1][2];
      words.dir = "auto";
      item.appendChild(words);
    }
    list.appendChild(item);
  });
  if (!found.length) {
    var nothing = document.createElement("li");
    nothing.textContent = list.dataset.nothing;
    list.appendChild(nothing);
  }
})();
