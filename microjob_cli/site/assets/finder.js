// The finder: looks up the cell of what is asked. What stands in it was found by the program when the site was built.
"use strict";

microjob.finder = (() => {
  const { finder: data } = microjob.data;
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
    if (number === null) return [paragraph(filled(data.says["finder-bad-number"], { found }), "care")];
    if (number === EMPTY) return none(asked);
    const { answer, head, rows } = data.lists[number];
    const body = rows.map((row) => data.rows[row]).join("");
    const table = `<table class="ranked">${head}<tbody>${body}</tbody></table>`;
    return [paragraph(answer, "answer"), written(table), written(data.now)];
  }

  // That there is none, why, and what would find some.
  function none({ country, payout }) {
    const { cells, why } = data.lands[country];
    const isNarrow = Boolean(cells[payout]);
    const told = isNarrow ? data.says["finder-wider"] : data.says.nowhere;
    const others = Object.keys(cells).filter((key) => key && key !== payout);
    return [
      paragraph(data.says["nothing-found"], "answer care"),
      isNarrow || !why[payout] ? paragraph(told) : written(why[payout]),
      ...(others.length ? [paragraph(data.says["finder-instead"]), make("ul", {}, ...others.map(choice))] : []),
    ];
  }

  // A button that asks for another payout method.
  function choice(payout) {
    const button = make("button", { type: "button" }, data.methods[payout]);
    button.addEventListener("click", () => {
      const { elements } = document.querySelector("form");
      elements.payout.value = payout;
      elements.payout.dispatchEvent(new Event("input", { bubbles: true }));
      elements.payout.focus();
    });
    return make("li", {}, button);
  }

  function showCurrency(country) {
    document.getElementById("currency").textContent = data.lands[country].currency;
  }

  if (document.getElementById("finder")) form(draw);
  return { find, data };
})();
