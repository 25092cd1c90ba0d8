// Exact fractions, and numbers as people write and read them.
"use strict";
window.microjob = { data: {} };

microjob.numbers = (() => {
  const DIGITS = "০১২৩৪৫৬৭৮৯";
  const WRITTEN = /^(\d{1,15})(?:\.(\d{1,8}))?$/;

  const ratio = (n, d) => ({ n: BigInt(n), d: BigInt(d) });
  const fraction = (text) => ratio(...text.split("/"), ...(text.includes("/") ? [] : [1]));
  const plus = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
  const minus = (a, b) => plus(a, ratio(-b.n, b.d));
  const times = (a, b) => ratio(a.n * b.n, a.d * b.d);
  const over = (a, b) => ratio(a.n * b.d, a.d * b.n);
  const isLess = (a, b) => a.n * b.d < b.n * a.d;
  const compared = (a, b) => (isLess(a, b) ? -1 : Number(isLess(b, a)));
  const most = (a, b) => (isLess(a, b) ? b : a);
  const least = (a, b) => (isLess(b, a) ? b : a);

  // Half up to so many decimal places; no amount is negative.
  function rounded(a, places) {
    const scale = 10n ** BigInt(places);
    return ratio((2n * a.n * scale + a.d) / (2n * a.d), scale);
  }

  // Of a hundred and more whole, as one reckons with it; a half goes to the even number.
  function asSum(a) {
    if (a.n < 100n * a.d) return a;
    const whole = a.n / a.d;
    const twice = 2n * (a.n % a.d);
    const up = twice > a.d || (twice === a.d && whole % 2n === 1n);
    return ratio(whole + (up ? 1n : 0n), 1);
  }

  // A number in Bengali or Latin digits, whatever stands between thousands; null where it is none.
  function read(text) {
    const latin = text.replace(/[০-৯]/g, (digit) => DIGITS.indexOf(digit)).replace(/[,\s]/g, "");
    const found = WRITTEN.exec(latin);
    return found && ratio(found[1] + (found[2] || ""), 10n ** BigInt((found[2] || "").length));
  }

  // How many decimal places it takes to write a number in full, eight at most.
  function placesOf(a) {
    let places = 0;
    while (places < 8 && (a.n * 10n ** BigInt(places)) % a.d) places += 1;
    return places;
  }

  function written(a, places, language) {
    const digits = rounded(a, places).n.toString().padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places);
    const groups = language === "bn" ? /\B(?=(\d\d)*\d{3}$)/g : /\B(?=(\d{3})+$)/g;
    const text = whole.replace(groups, ",") + (places ? `.${digits.slice(-places)}` : "");
    return language === "bn" ? text.replace(/\d/g, (digit) => DIGITS[digit]) : text;
  }

  const number = (a, language) => written(a, placesOf(a), language);
  // Whole amounts bare, others to the hundredth at least.
  const amount = (a, language) => written(a, placesOf(a) && Math.max(placesOf(a), 2), language);

  return { ratio, fraction, plus, minus, times, over, isLess, compared, most, least, rounded, asSum, read, placesOf,
           number, amount };
})();
