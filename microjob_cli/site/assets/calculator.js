// The route calculator: reads the form, puts what `routes.js` reckons into the sentences of `microjob route`.
"use strict";

microjob.calculator = (() => {
  const { hops: data } = microjob.data;
  const { language, filled, list, make, more, paragraph, table, written, form } = microjob.drawing;
  const numbers = microjob.numbers;
  const router = microjob.routing(data);
  const PARTS = /^([^\d০-৯]*)([\d০-৯][\d০-৯.,\s]*)(.*)$/u;

  const told = ({ value, currency }) => `${numbers.amount(value, language)} ${data.currencies[currency].name}`;
  const toldAsSum = ({ value, currency }) => told(router.money(numbers.asSum(value), currency));
  const nameOf = (key) => (data.sites[key] || data.methods[key]).name;

  // A sum as people write it: `১০`, `500 tk`, `$5`; a currency that is named in it counts for more than the chosen one.
  function read(text, chosen) {
    const [, before, digits, behind] = PARTS.exec(text.trim().normalize("NFC")) || [];
    const named = `${before || ""}${behind || ""}`.trim().toLowerCase();
    const currency = named ? Object.hasOwn(data.units, named) && data.units[named] : chosen;
    const value = digits && currency ? numbers.read(digits) : null;
    if (!value) return { problem: filled(data.says["bad-money"], { found: text.trim() }) };
    if (!value.n) return { problem: filled(data.says["bad-amount"], { found: text.trim() }) };
    const sum = router.money(value, currency);
    const unit = numbers.ratio(1, 10n ** BigInt(router.placesIn(currency)));
    if (numbers.placesOf(value) <= router.placesIn(currency)) return { sum };
    return { problem: filled(data.says["too-fine"], { found: told(sum), least: told(router.money(unit, currency)) }) };
  }

  // The answer of `microjob route`: the sum that is sent, and every way; or what is wrong with the sum.
  function ask({ start, to, amount, currency }) {
    const { sum, problem } = amount.trim() ? read(amount, currency) : { sum: router.usual(start, to) };
    return problem ? { problem } : { send: sum, routes: router.routes(start, to, sum) };
  }

  const arrives = (route) => {
    if (!route.receive) return "?";
    const [least, most] = [numbers.asSum(route.least.value), toldAsSum(route.receive)];
    const isRange = numbers.compared(route.least.value, route.receive.value);
    const told = isRange ? filled(data.says.range, { least: numbers.amount(least, language), most }) : most;
    return route.certain ? told : filled(data.says["at-most"], { value: told });
  };
  const took = (route) => data.took[route.took[0]][route.took[1]].told;

  function sentence(route, { start, to }, send) {
    const ends = { send: told(send), start: nameOf(start), to: nameOf(to) };
    if (route.there) return filled(data.says["there-already"], ends);
    if (!route.receive) return filled(data.says[route.steps.length ? "unknown-charge" : "unknown-rate"], ends);
    const when = took(route) || data.says["takes-unknown"];
    return filled(data.says["you-get"], { ...ends, receive: arrives(route), when });
  }

  function steps(route) {
    const rated = route.steps.some((step) => step.rate);
    let known = true;
    const rows = route.steps.map(({ hop, rate, received, taken }) => {
      known = known && Boolean(taken);
      const charge = known && taken.value.n && hop.fee.percent ? `${hop.terms} = ${told(taken)}` : hop.terms;
      const applied = rated ? [rate ? numbers.number(rate, language) : ""] : [];
      return [hop.name, charge, ...applied, known ? toldAsSum(received) : "?", written(hop.day)];
    });
    return table(data.steps[Number(rated)], rows);
  }

  // What each rate on the way is, from when, and who says so.
  function rates(route) {
    const rated = route.steps.filter((step) => step.rate);
    const pairs = rated.map(({ sent, received }) => `${sent.currency}/${received.currency}`);
    return [...new Set(pairs)].map((pair) => written(data.rates[pair].told));
  }

  function other(route) {
    const ways = route.ways.map((way) => ` (${way})`).join("");
    const path = route.path.map(nameOf).join(" > ") + ways;
    return [arrives(route), path, took(route) || "?", data.standings[route.standing]];
  }

  const why = ({ blocked }) => filled(blocked.told, {
    amount: blocked.amount && told(blocked.amount),
    needed: blocked.needed && told(blocked.needed),
  });

  function reasons(blocked) {
    const texts = [...new Set(blocked.map(why))];
    return texts.length ? [more(data.says["why-not"], list(texts))] : [];
  }

  function draw(asked) {
    const { problem, send, routes } = ask(asked);
    if (problem) return [paragraph(problem, "care")];
    const avoid = data.sites[asked.start]?.avoid ? [written(data.sites[asked.start].avoid)] : [];
    const [best, ...others] = routes.filter((route) => !route.blocked);
    const blocked = routes.filter((route) => route.blocked);
    if (!best) {
      const none = blocked.length ? "nowhere" : "how-unknown";
      const code = blocked.some((route) => route.blocked.little) ? "too-little" : none;
      return [...avoid, paragraph(data.says[code], "answer avoid"), list([...new Set(blocked.map(why))])];
    }
    const caveats = [...new Set(best.caveats)];
    return [
      ...avoid,
      paragraph(sentence(best, asked, send), best.receive ? "answer" : "answer care"),
      ...(best.there || !data.law[best.standing] ? [] : [paragraph(data.law[best.standing], "care")]),
      ...(best.steps.length ? [steps(best)] : []),
      ...(caveats.length ? [list(caveats, "warnings")] : []),
      ...rates(best),
      ...(others.length ? [make("h2", {}, data.others[1]), table(data.others, others.map(other))] : []),
      ...reasons(blocked),
    ];
  }

  if (document.getElementById("calculator")) form(draw);
  return { ask, told, why };
})();
