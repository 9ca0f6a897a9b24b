// uPlot asks for the number format of the browser's language as it is loaded, and a browser that was started under LANG=C names a
// language that is none: nothing would be drawn at all. Imported before uPlot.

try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en", configurable: true });
}
