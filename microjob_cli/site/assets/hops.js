// What one hop after the other takes and leaves, as `payouts/charges.py` reckons it, and whether so little moves at all.
"use strict";

microjob.carrying = (data) => {
  const { ratio, fraction, plus, minus, times, over, isLess, most, least, rounded } = microjob.numbers;
  const NOUGHT = ratio(0, 1);
  const ONE = ratio(1, 1);
  const BEYOND_REASON = 10n ** 12n;
  const money = (value, currency) => ({ value, currency });
  const sumOf = ([text, currency]) => money(fraction(text), currency);
  const placesIn = (currency) => data.currencies[currency]?.decimals ?? 2;
  const round = (value, currency) => money(rounded(value, placesIn(currency)), currency);

  function units(base, quote) {
    const rate = data.rates[`${base}/${quote}`];
    return base === quote ? ONE : rate ? fraction(rate.rate) : null;
  }

  function worth(sum, currency) {
    const rate = units(sum.currency, currency);
    return sum.currency === currency ? sum : rate && round(times(sum.value, rate), currency);
  }

  // What is left of a sum, and what was taken; null where that is not known, or in another currency.
  function charged(sum, hop) {
    const { fee } = hop;
    const fixed = fee?.fixed ? sumOf(fee.fixed) : money(NOUGHT, sum.currency);
    if (!fee || (fixed.value.n && fixed.currency !== sum.currency)) return { left: sum, taken: null };
    if (fee.charged === "sender") return { left: sum, taken: money(NOUGHT, sum.currency) };
    const taken = within(money(due(sum, fee, fixed), sum.currency), hop, sum);
    return { left: money(minus(sum.value, taken.value), sum.currency), taken };
  }

  function due(sum, fee, fixed) {
    const share = fraction(fee.share);
    if (fee.charged !== "on_top") return round(plus(times(sum.value, share), fixed.value), sum.currency).value;
    const without = most(minus(sum.value, fixed.value), NOUGHT);
    const left = round(over(without, plus(ONE, share)), sum.currency);
    return most(minus(sum.value, left.value), NOUGHT);
  }

  function within(taken, hop, sum) {
    let { value } = taken;
    if (hop.least?.[1] === taken.currency) value = most(value, fraction(hop.least[0]));
    if (hop.most?.[1] === taken.currency) value = least(value, fraction(hop.most[0]));
    return money(least(value, sum.value), taken.currency);
  }

  // One hop; null where a rate is missing.
  function carry(sum, hop) {
    const currency = data.methods[hop.to].held || sum.currency;
    const changes = currency !== sum.currency;
    const rate = units(sum.currency, currency);
    if (!rate) return null;
    let { left, taken } = charged(sum, hop);
    const applied = changes ? times(rate, minus(ONE, fraction(hop.margin || "0"))) : null;
    let received = applied ? round(times(left.value, applied), currency) : left;
    if (!taken && hop.fee) ({ left: received, taken } = charged(received, hop));
    const exact = Boolean(taken) && hop.fee.single && !(changes && !hop.margin);
    return { hop, sent: sum, received, taken, rate: applied, exact };
  }

  function carried(hops, sum) {
    const steps = [];
    for (const hop of hops) {
      const step = carry(steps.length ? steps.at(-1).received : sum, hop);
      if (!step) return null;
      steps.push(step);
    }
    return steps;
  }

  const movedIn = (step, currency) => [step.received, step.sent].find((sum) => sum.currency === currency);
  const areKnown = (steps) => steps.every((step) => step.taken);

  // The first hop that does not move so little, and what it would take.
  function tooLittle(hops, steps, sum) {
    for (const [index, step] of steps.entries()) {
      for (const limit of step.hop.limits) {
        const moved = limit.least && movedIn(step, limit.least[1]);
        if (!moved || !isLess(moved.value, fraction(limit.least[0]))) continue;
        const needed = areKnown(steps.slice(0, index + 1)) ? enough(hops, sum, index, limit.least) : null;
        return { told: limit.told[needed ? 0 : 1], needed };
      }
    }
    return null;
  }

  // The smallest sum with which a hop moves its least, found by halving.
  function enough(hops, sum, index, limit) {
    const unit = ratio(1, 10n ** BigInt(placesIn(sum.currency)));
    const of = (count) => money(times(ratio(count, 1), unit), sum.currency);
    const does = (count) => {
      const moved = movedIn(carried(hops, of(count))[index], limit[1]);
      return Boolean(moved) && !isLess(moved.value, fraction(limit[0]));
    };
    const units = over(sum.value, unit);
    let [low, high] = [0n, units.n / units.d || 1n];
    while (!does(high)) {
      [low, high] = [high, high * 2n];
      if (high > BEYOND_REASON) return null;
    }
    while (low + 1n < high) {
      const middle = (low + high) / 2n;
      if (does(middle)) high = middle;
      else low = middle;
    }
    return of(high);
  }

  return { money, sumOf, placesIn, worth, carried, movedIn, areKnown, tooLittle };
};
