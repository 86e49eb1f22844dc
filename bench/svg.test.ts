import { expect, test } from 'vitest';
import { barChart } from './svg.ts';

const groups = [
  {
    label: 'C & C++ <3',
    bars: [
      { name: 'POST /execute', value: 5 },
      { name: 'docker run', value: 500 },
      { name: 'bare process', value: Number.NaN },
    ],
  },
];
const chart = (isLogarithmic: boolean) => barChart({ title: 'A "title"', unit: 'ms', isLogarithmic, groups });
const lengths = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));

test('texts are escaped, and the picture has colours for light and dark', () => {
  const svg = chart(false);
  expect(svg).toContain('C &amp; C++ &lt;3');
  expect(svg).toContain('aria-label="A &quot;title&quot;"');
  expect(svg).toContain('prefers-color-scheme: dark');
});

test('on a plain scale a hundredth is a hundredth as long', () => {
  const [small = 0, large = 0] = lengths(chart(false));
  expect(large / small).toBeCloseTo(100, 0);
});

test('on a logarithmic scale what is small can be seen', () => {
  const [small = 0, large = 0] = lengths(chart(true));
  expect(large / small).toBeLessThan(10);
  expect(small).toBeGreaterThan(20);
});

test('what was not measured is said, and has no bar; what is others’ has a colour of its own', () => {
  const svg = chart(true);
  expect(svg).toContain('not measured');
  expect(lengths(svg)[2]).toBe(0);
  expect(svg.match(/class="base"/g)).toHaveLength(2);
});

test('a chart without any value is a chart all the same', () => {
  expect(barChart({ title: 'None', unit: 'ms', isLogarithmic: true, groups: [] })).toContain('</svg>');
});
