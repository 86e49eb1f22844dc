import { expect, test } from 'vitest';
import { embedHtml, markdownBadge, markdownLink } from './share-texts.ts';

const options = { theme: 'dark', lines: false, tabs: true, height: 300 } as const;

test('the HTML that embeds a snippet says how, and holds a link where frames are taken out', () => {
  expect(embedHtml('https://a.example', { id: 'abcdefghij', title: 'T' }, options)).toBe(
    '<iframe src="https://a.example/embed/abcdefghij?theme=dark&amp;lines=off&amp;tabs=on" title="T" width="100%" ' +
      'height="300" style="border:0" loading="lazy"><a href="https://a.example/s/abcdefghij">T</a></iframe>',
  );
});

test('a title cannot break out of the HTML that others are to put on their pages', () => {
  const title = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
  const html = embedHtml('https://a.example', { id: 'abcdefghij', title }, options);
  expect(html.match(/<\w+/g)).toEqual(['<iframe', '<a']);
  expect(html.match(/"/g)).toHaveLength(14);
});

test('nor out of its link in Markdown', () => {
  expect(markdownLink('a](javascript:alert(1)) [b', '/s/x')).toBe('[a\\](javascript:alert(1)) \\[b](/s/x)');
  expect(markdownLink('<img src=x>', '/s/x')).toBe('[\\<img src=x\\>](/s/x)');
});

test('a badge in Markdown shows the same picture for every snippet, and leads to this one', () => {
  expect(markdownBadge('https://run.example', 'abcdefghij')).toBe(
    '[![Run on Bugdrill](https://run.example/badge.svg)](https://run.example/s/abcdefghij)',
  );
});
