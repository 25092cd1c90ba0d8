// The finder: looks up the cell of what is asked. What stands in it was found by the program when the site was built.
"use strict";

microjob.finder = (() => {
  const { finder: data, finderWords: words } = microjob.data;
  const { filled, make, paragraph, written, form } = microjob.drawing;
  const numbers = microjob.numbers;
  const EMPTY = 0;

  // Which list answers; `null` where the sum is none.
  function find({ country, payout, device, most }) {
    const cell = data.lands[country].cells[payout]?.[device ? 1 : 0];
    if (!cell) return EMPTY;
    if (!most.trim()) return cell.unlimited;
    const limit = numbers.read(most);
    if (!limit) return null;
    const units = (limit.n * 10n ** BigInt(data.lands[country].decimals)) / limit.d;
    return cell.limited.reduce((found, [least, list]) => (BigInt(least) <= units ? list : found), EMPTY);
  }

  function draw(asked) {
    const number = find(asked);
    showCurrency(asked.country);
    const found = asked.most.trim();
    if (number === null) return [paragraph(filled(words.says["finder-bad-number"], { found }), "care")];
    if (number === EMPTY) return none(asked);
    const { head, rows } = data.lists[number];
    const body = rows.map((row) => words.rows[row]).join("");
    const table = `<table class="ranked">${words.heads[head]}<tbody>${body}</tbody></table>`;
    return [paragraph(words.answers[number], "answer"), written(table), written(words.now)];
  }

  // That there is none, why, and what would find some.
  function none({ country, payout }) {
    const isNarrow = Boolean(data.lands[country].cells[payout]);
    const why = isNarrow ? words.says["finder-wider"] : words.says.nowhere;
    const others = Object.keys(data.lands[country].cells).filter((key) => key && key !== payout);
    return [
      paragraph(words.says["nothing-found"], "answer care"),
      isNarrow || !words.why[country][payout] ? paragraph(why) : written(words.why[country][payout]),
      ...(others.length ? [paragraph(words.says["finder-instead"]), make("ul", {}, ...others.map(choice))] : []),
    ];
  }

  // A button that asks for another payout method.
  function choice(payout) {
    const button = make("button", { type: "button" }, words.methods[payout]);
    button.addEventListener("click", () => {
      const { elements } = document.querySelector("form");
      elements.payout.value = payout;
      elements.payout.dispatchEvent(new Event("input", { bubbles: true }));
      elements.payout.focus();
    });
    return make("li", {}, button);
  }

  function showCurrency(country) {
    document.getElementById("currency").textContent = words.currencies[country];
  }

  if (document.getElementById("finder")) form(draw);
  return { find, data, words };
})();
