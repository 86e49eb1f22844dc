export interface Bar {
  readonly name: string;
  readonly value: number;
}

export interface BarChart {
  readonly title: string;
  readonly unit: string;
  /** Where values are of several magnitudes, only a logarithm shows them all. */
  readonly isLogarithmic: boolean;
  readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
}

const width = 760;
const labelWidth = 270;
const valueWidth = 70;
const barHeight = 14;
const rowHeight = 18;
const groupGap = 26;
const top = 56;
/** Told apart by people who do not tell red from green, on white and on black. */
const style = `<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2328; } .title { font-size: 15px; font-weight: 600; }
  .quiet { fill: #59636e; } .group { font-weight: 600; } .bar { fill: #0b6bcb; } .base { fill: #9a6700; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .quiet { fill: #9198a1; } .bar { fill: #58a6ff; } .base { fill: #d29922; }
  }
</style>`;

/** Horizontal bars in groups, each with its value; readable on a light and on a dark page. */
export function barChart({ title, unit, isLogarithmic, groups }: BarChart): string {
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value)).filter(isDrawn);
  const length = scale(values, isLogarithmic);
  let y = top;
  const drawn = groups.flatMap(({ label, bars }) => {
    const heading = text({ x: 16, y, kind: 'group' }, label);
    const lines = bars.map((bar, index) => barLine(bar, y + 8 + index * rowHeight, length));
    y += bars.length * rowHeight + groupGap + 8;
    return [heading, ...lines];
  });
  const axis = `${unit}${isLogarithmic ? ', logarithmic' : ''}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-label="${escaped(title)}">
${style}
${text({ x: 16, y: 24, kind: 'title' }, title)}
${text({ x: width - 16, y: 24, kind: 'quiet', anchor: 'end' }, axis)}
${drawn.join('\n')}
</svg>
`;
}

/** Bars of others are coloured apart: their names begin with one of these. */
const others = ['bare', 'docker run'];

function barLine({ name, value }: Bar, y: number, length: (value: number) => number): string {
  const kind = others.some((other) => name.startsWith(other)) ? 'base' : 'bar';
  const long = isDrawn(value) ? length(value) : 0;
  return [
    text({ x: labelWidth - 10, y: y + 12, kind: 'quiet', anchor: 'end' }, name),
    `<rect class="${kind}" x="${labelWidth}" y="${y + 1}" width="${long.toFixed(1)}" height="${barHeight}" rx="2"/>`,
    text({ x: labelWidth + long + 6, y: y + 12, kind: '' }, isDrawn(value) ? short(value) : 'not measured'),
  ].join('');
}

function scale(values: readonly number[], isLogarithmic: boolean): (value: number) => number {
  const room = width - labelWidth - valueWidth;
  const highest = Math.max(...values, Number.MIN_VALUE);
  if (!isLogarithmic) return (value) => (value / highest) * room;
  // A decade of room below the smallest, so that it is seen too.
  const lowest = Math.min(...values) / 2;
  return (value) => (Math.log(value / lowest) / Math.log(highest / lowest)) * room;
}

function isDrawn(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly kind: string;
  readonly anchor?: 'end';
}

function text({ x, y, kind, anchor }: Place, said: string): string {
  const more = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text class="${kind}" x="${x.toFixed(1)}" y="${y}"${more}>${escaped(said)}</text>`;
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
