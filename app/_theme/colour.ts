type Triple = readonly [number, number, number];

/** Reads `oklch(52% 0.17 255)` or `oklch(0.52 0.17 255)` into lightness 0..1, chroma, hue. */
export function parseOklch(text: string): Triple {
  const match = /oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)/.exec(text);
  if (!match) throw new Error(`Not an OKLCH colour: ${text}`);
  const lightness = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return [lightness, Number(match[3]), Number(match[4])];
}

/** OKLCH to linear-light sRGB, unclipped: a part outside 0..1 is outside what a screen shows. */
export function toLinearRgb([lightness, chroma, hue]: Triple): Triple {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** An OKLCH colour as `#rrggbb`; what no screen shows is moved to the nearest part that one does. */
export function toHex(colour: Triple): string {
  const parts = toLinearRgb(colour).map((part) => {
    const linear = Math.min(1, Math.max(0, part));
    const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** WCAG's relative luminance. */
export function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast ratio of two OKLCH colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [one, other]
    .map((text) => luminance(toLinearRgb(parseOklch(text))))
    .sort((first, second) => second - first);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}
