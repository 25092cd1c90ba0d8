// What the tools share: elements, sentences with places, forms that answer as they are filled in.
"use strict";

microjob.drawing = (() => {
  const language = document.documentElement.lang;

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // What Python has written as HTML, escaped there.
  function written(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  const paragraph = (text, kind) => make("p", kind ? { class: kind } : {}, text);
  const list = (texts, kind) => make("ul", kind ? { class: kind } : {}, ...texts.map((text) => make("li", {}, text)));
  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  // Each cell knows its head: on a narrow screen rows become cards.
  function table(heads, rows) {
    const row = ([first, ...others]) => make("tr", {}, make("th", { scope: "row" }, first),
      ...others.map((cell, at) => make("td", { "data-label": heads[at + 1] }, cell)));
    return make("table", {},
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows.map(row)));
  }

  const more = (title, ...children) => make("details", {}, make("summary", {}, title), ...children);

  function fillIn(field, value) {
    if (!field) return;
    field.value = value;
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }

  // Shows a form, fills it in from the address, and answers whenever anything in it changes.
  function form(answer) {
    const asked = document.querySelector("form");
    const place = document.getElementById("answer");
    const given = new URLSearchParams(location.hash.slice(1));
    for (const [name, value] of given) fillIn(asked.elements.namedItem(name), value);
    const show = () => place.replaceChildren(...answer(Object.fromEntries(new FormData(asked))));
    asked.addEventListener("input", show);
    asked.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    asked.hidden = false;
    show();
  }

  return { language, make, written, paragraph, list, filled, table, more, form };
})();
