// The ways from a site or a method, best first, and why the others are none; in the order of `payouts/route.py`.
"use strict";

microjob.routing = (data) => {
  const { fraction, isLess, compared } = microjob.numbers;
  const { money, sumOf, placesIn, worth, carried, movedIn, areKnown, tooLittle } = microjob.carrying(data);

  function caveats(step) {
    const holds = (when) => {
      if (!Array.isArray(when)) return !when || Boolean(when === "rated" ? step.rate : !step.taken);
      const moved = movedIn(step, when[1]);
      return Boolean(moved) && isLess(fraction(when[0]), moved.value);
    };
    return step.hop.caveats.filter(({ when }) => holds(when)).map(({ told }) => told);
  }

  // Below what the site pays out: either of its sums is enough, as far as they can be compared.
  function isBelow(sum, option) {
    const compared = option.minimum.map((least) => [worth(sum, least[1]), fraction(least[0])]).filter(([own]) => own);
    return compared.length > 0 && compared.every(([own, least]) => isLess(own.value, least));
  }

  // With a charge that is given as a range at its highest.
  function highest(hop) {
    return !hop.fee || hop.fee.single ? hop : { ...hop, fee: { ...hop.fee, share: hop.fee.highest, single: true } };
  }

  function reckoned(via, way, option, send) {
    const hops = [...(option ? [option] : []), ...way.over.map((at) => data.transfers[at])];
    const path = [via, ...way.over.map((at) => data.transfers[at].to)];
    const ways = way.over.map((at) => data.transfers[at].way).filter(Boolean);
    const took = [option ? option.took : 0, way.took];
    const { standing, available } = way;
    const route = { path, ways, hops, send, took, standing, available, caveats: [], steps: [] };
    if (option && isBelow(send, option)) return { ...route, blocked: { told: option.below, little: true } };
    const own = option?.minimum.length === 1 ? worth(send, option.minimum[0][1]) || send : send;
    const steps = carried(hops, own);
    if (!steps) return { ...route, receive: null, caveats: [data.says["rate-unknown"]] };
    const little = tooLittle(hops, steps, send);
    if (little) return { ...route, blocked: { ...little, little: true } };
    const { received } = steps.at(-1);
    const dearest = carried(hops.map(highest), own);
    const isAll = !received.value.n;
    if (isAll) return { ...route, blocked: { told: data.says["fee-takes-all"], amount: send, little: true } };
    const exact = steps.every((step) => step.exact);
    const certain = dearest.every((step) => step.exact);
    const [receive, least] = areKnown(steps) ? [received, dearest.at(-1).received] : [null, null];
    return { ...route, receive, least, steps, exact, certain, caveats: steps.flatMap(caveats) };
  }

  function through(via, to, option, send) {
    const open = data.open[via]?.[to] || [];
    const shut = data.shut[via]?.[to] || [];
    return [...open.map((way) => reckoned(via, way, option, send)),
            ...shut.map((reason) => ({ path: [via], blocked: { told: data.reasons[reason] } }))];
  }

  // Lawful and available before money, money before speed; then the shorter way. What is not known comes last.
  function better(one, other) {
    const slowest = (route) => data.took[route.took[0]][route.took[1]].most;
    const keys = (route) => [route.standing, route.available, Number(!route.receive)];
    const differ = keys(one).map((key, at) => key - keys(other)[at]).find(Boolean);
    if (differ) return differ;
    const [days, others] = [slowest(one), slowest(other)];
    return (one.receive && compared(other.least.value, one.least.value))
      || (one.receive && compared(other.receive.value, one.receive.value))
      || Number(days === null) - Number(others === null)
      || (days !== null && compared(fraction(days), fraction(others)))
      || one.hops.length - other.hops.length
      || (one.path.join() < other.path.join() ? -1 : Number(one.path.join() > other.path.join()));
  }

  // Every way from a site or a method: the open ones, best first, then those that are not, with why.
  function routes(start, to, send) {
    const site = data.sites[start];
    const whole = { receive: send, least: send, exact: true, certain: true };
    const there = { path: [start], hops: [], steps: [], ...whole, caveats: [], there: true };
    if (!site && start === to) return [there];
    const by = (option) => through(option.to, to, option, send);
    const all = site ? site.options.flatMap(by) : through(start, to, null, send);
    const open = all.filter((route) => !route.blocked).sort(better);
    return [...open, ...all.filter((route) => route.blocked)];
  }

  const usual = (start, to) => sumOf(data.sites[start] ? data.sites[start].usual[to] : data.methods[start].usual);
  return { routes, usual, placesIn, money };
};
