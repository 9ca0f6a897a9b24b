// What is wrong with a page for those who cannot see it, cannot point, or see it badly. Runs in the browser, on the page as it is.

/** In words, one for each fault. */
export function pageFaults(): string[] {
  const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter((one) => one.checkVisibility());
  return [...nameless(all), ...disorder(all), ...pale(all)];

  function nameless(all: readonly HTMLElement[]): string[] {
    const pictures = all.filter((one) => /^(img|svg|canvas)$/i.test(one.tagName) || one.getAttribute("role") === "img");
    const controls = all.filter((one) => /^(button|a|input|select|summary|progress)$/i.test(one.tagName));
    const regions = all.filter((one) => one.tagName === "SECTION" || one.getAttribute("role") === "region");
    return [
      ...pictures
        .filter((one) => one.closest("[aria-hidden=true]") === null && nameOf(one.closest("[role=img]") ?? one) === "")
        .map((one) => `a picture without a name: ${say(one)}`),
      ...controls.filter((one) => nameOf(one) === "").map((one) => `a control without a name: ${say(one)}`),
      ...regions.filter((one) => nameOf(one) === "").map((one) => `a region without a name: ${say(one)}`),
    ];
  }

  function nameOf(element: Element): string {
    const labelledBy = element.getAttribute("aria-labelledby");
    if (labelledBy !== null) return document.getElementById(labelledBy)?.textContent?.trim() ?? "";
    const label = element.getAttribute("aria-label");
    if (label !== null) return label.trim();
    const labels = (element as HTMLInputElement).labels;
    if (labels !== null && labels !== undefined && labels.length > 0)
      return [...labels]
        .map((one) => one.textContent)
        .join(" ")
        .trim();
    return /^(button|a|summary)$/i.test(element.tagName) ? (element.textContent?.trim() ?? "") : "";
  }

  function disorder(all: readonly HTMLElement[]): string[] {
    const found: string[] = [];
    const levels = all.filter((one) => /^H\d$/.test(one.tagName)).map((one) => Number(one.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1)
      found.push(`headings of the first level: ${levels.join(" ")}`);
    if (levels.some((level, index) => index > 0 && level > levels[index - 1]! + 1))
      found.push(`a level of headings is left out: ${levels.join(" ")}`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main part");
    if (document.documentElement.lang === "") found.push("no language");
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    if (new Set(ids).size !== ids.length) found.push("an id twice");
    if (document.querySelector("[tabindex]:not([tabindex='0']):not([tabindex='-1'])"))
      found.push("an order of tabs of its own");
    return found;
  }

  /** Text with too little contrast (WCAG 2.2, 1.4.3): 4.5, or 3 where it is large. */
  function pale(all: readonly HTMLElement[]): string[] {
    return all.flatMap((one) => {
      const text = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (text.length === 0 || one.closest("[aria-hidden=true], .unseen") !== null) return [];
      const style = getComputedStyle(one);
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = contrast(rgb(style.color), groundOf(one));
      return ratio < (isLarge ? 3 : 4.5) ? [`contrast ${ratio.toFixed(2)}: ${say(one)}`] : [];
    });
  }

  function groundOf(element: Element): number[] {
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return rgb(colour);
    }
    return [255, 255, 255];
  }

  function rgb(colour: string): number[] {
    const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
    if (parts === null) throw new Error(`not an opaque colour: ${colour}`);
    return parts.slice(1).map(Number);
  }

  function contrast(a: number[], b: number[]): number {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminance(colour: number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function say(element: Element): string {
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${element.textContent?.slice(0, 40) ?? ""}`;
  }
}

/** What makes the page wider than its window, or sticks out of it: in words, one for each. */
export function pageOverflow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`${scrollWidth} wide in a window of ${clientWidth}`] : [];
  const out = [...document.body.querySelectorAll("*")].filter(
    (one) => one.closest(".scroll, .unseen, .uplot") === null && one.getBoundingClientRect().right > clientWidth + 1,
  );
  return [...found, ...out.map((one) => `sticks out: <${one.tagName} class="${one.getAttribute("class") ?? ""}">`)];
}
