// The address checker: reads the hosts out of a text and looks them up. Whose they are was found when the site was built.
"use strict";

microjob.checker = (() => {
  const { hosts: data } = microjob.data;
  const { filled, list, make, paragraph, written, form } = microjob.drawing;
  // A Bengali ending joined to an address: "sproutgigs.com-এ".
  const JOINED = /(\.[a-z]{2,})-?[\u0980-\u09ff]+$/i;
  const AROUND = /^[<("'[]+|[>)"'\],;:!?।.]+$/g;
  const MOST = 5;

  // What is meant as an address: alone any, in running text what has a scheme or a path or ends as recorded ones do.
  function isMeant(word, alone) {
    const mail = /^([^/\\:]+)@[^/\\]+$/.exec(word);
    if (mail) return Boolean(recorded(mail[1].toLowerCase()));
    const ending = word.split(".").at(-1).toLowerCase();
    return alone || /^\w+:|^www\.|\.[^.]+[/?#]/i.test(word) || data.endings.includes(ending);
  }

  function parsed(text) {
    try {
      return new URL(text);
    } catch {
      return null;
    }
  }

  // The address in a word, as a browser reads it; null where there is none.
  function addressIn(word, alone) {
    const bare = word.replace(AROUND, "").replace(JOINED, "$1").replace(/^hxxp/i, "http");
    if (!bare.includes(".") || !isMeant(bare, alone)) return null;
    const url = parsed(/^\w+:[/\\]/.test(bare) ? bare : `https://${bare}`);
    if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) return null;
    const host = url.hostname.replace(/^www\./, "").replace(/\.$/, "");
    return { host, path: url.pathname, hidden: Boolean(url.username), foreign: /(^|\.)xn--/.test(host) };
  }

  function addresses(text) {
    const words = text.normalize("NFC").trim().split(/\s+/);
    const found = words.map((word) => addressIn(word, words.length === 1)).filter(Boolean);
    return found.filter((one, at) => found.findIndex((other) => other.host === one.host) === at).slice(0, MOST);
  }

  // The recorded host that it is or stands below; undefined where it is in no record.
  function recorded(host) {
    const labels = host.split(".");
    return labels.map((_, level) => labels.slice(level).join(".")).find((above) => Object.hasOwn(data.hosts, above));
  }

  const hides = ({ host, path }) =>
    data.hiding.filter(({ at, below }) => `.${host}`.endsWith(`.${at}`) && path.startsWith(below));

  function about(address) {
    const known = recorded(address.host);
    return make("section", {},
      paragraph(filled(data.says["checker-leads-to"], { host: address.host }), "host"),
      address.hidden ? paragraph(data.says["checker-before-at"], "avoid") : null,
      address.foreign ? paragraph(data.says["checker-foreign"], "avoid") : null,
      known ? written(data.hosts[known]) : paragraph(filled(data.says["looked-unknown"], { subject: address.host }), "care"),
      ...hides(address).map(({ told }) => written(told)),
      known ? null : written(data.advice));
  }

  function draw({ text }) {
    const found = addresses(text);
    if (!text.trim()) return [];
    return found.length ? found.map(about) : [paragraph(data.says["checker-no-address"], "care"), written(data.advice)];
  }

  if (document.getElementById("checker")) form(draw);
  return { addresses, recorded };
})();
