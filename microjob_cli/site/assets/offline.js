// Keeps the site for when there is no network, and lets it be installed. From a disk neither is needed.
"use strict";

if (location.protocol.startsWith("http")) {
  const root = new URL("..", document.currentScript.src);
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = new URL("manifest.webmanifest", root);
  document.head.append(manifest);
  // Where it may not be kept the pages are read as any others.
  navigator.serviceWorker?.register(new URL("service_worker.js", root)).catch(() => {});
}
