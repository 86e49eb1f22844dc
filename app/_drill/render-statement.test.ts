import { expect, test } from 'vitest';
import { maxStatementBytes } from '#protocol/statement.ts';
import { renderStatement } from './render-statement.ts';

test('Markdown becomes what it means, one level of heading lower', () => {
  const html = renderStatement(
    '# Sum\n\nAdd *both* **now** ~~not~~.\n\n1. one\n2. `two`\n\n```py\na < b\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n',
  );
  expect(html).toContain('<h2>Sum</h2>');
  expect(html).toContain('<em>both</em> <strong>now</strong> <s>not</s>');
  expect(html).toContain('<li><code>two</code></li>');
  expect(html).toContain('<pre tabindex="0"><code>a &lt; b\n</code></pre>');
  expect(html).toContain('<td>2</td>');
  expect(html).not.toMatch(/class|style/);
});

test('a link leads elsewhere without telling where from, and vouches for nothing', () => {
  expect(renderStatement('[a](https://example.org/x?y=1 "t")')).toBe(
    '<p><a href="https://example.org/x?y=1" rel="noopener nofollow ugc">a</a></p>\n',
  );
  expect(renderStatement('[a](/s/abc)')).toContain('href="/s/abc"');
});

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](//evil.example/x)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](x"onerror="alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x](https://a.example "\\"onmouseover=alert(1) ")',
  '```"><script>alert(1)</script>\nx\n```',
  '``` x onload=alert(1)\nx\n```',
  '<style>*{background:url(//evil.example)}</style>',
  '<iframe src="//evil.example"></iframe>',
  '<form action="//evil.example"><input name=x></form>',
  '<p id="__next" name="cookie" class="x" style="position:fixed">x</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '| <img src=x onerror=alert(1)> |\n|---|\n| [x](javascript:alert(1)) |',
];

test.each(attacks)('what would attack its reader is text, or gone: %s', (statement) => {
  const html = renderStatement(statement);
  const tags = html.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    expect(tag).toMatch(
      /^<\/?(p|a|pre|code|table|thead|tbody|tr|th|td)( (href="(https?:\/\/|\/(?!\/)|(?![\w+.-]*:))[^"<>]*"|rel="noopener nofollow ugc"|tabindex="0"))*( \/)?>$/,
    );
    expect(tag).not.toMatch(/script:|data:|\son/i);
  }
});

const full = (part: string) => part.repeat(Math.floor(maxStatementBytes / part.length));
const bombs: Readonly<Record<string, string>> = {
  quotes: full('>'),
  'quotes, line by line': full('> > > a\n'),
  lists: Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth / 2)}- a\n`).join(''),
  'lists in one line': full('- '),
  emphasis: full('*a **b '),
  stars: full('*'),
  'underscores and stars': full('_*a'),
  brackets: full('['),
  'brackets with an end': full('[a](b'),
  'images in images': full('!['),
  'links in links': `${full('[').slice(0, 16_000)}x${full('](y)').slice(0, 16_000)}`,
  backticks: full('`a``b```'),
  'angle brackets': full('<a '),
  comments: full('<!--'),
  entities: full('&#x;&amp'),
  'table rows': `|a|\n|-|\n${full('|').slice(0, 32_000)}`,
  'wide tables': `${full('|').slice(0, 10_000)}\n${full('|-').slice(0, 10_000)}\n${full('|a\n').slice(0, 10_000)}`,
  references: full('[a]: b\n'),
  escapes: full('\\'),
  tildes: full('~~a'),
  spaces: `a${' '.repeat(32_000)}b`,
  rules: full('- - -\n'),
};

test.each(Object.entries(bombs))('the largest statement of %s is rendered before anyone waits', (_, text) => {
  const began = performance.now();
  const html = renderStatement(text);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(html.length).toBeLessThan(64 * maxStatementBytes);
});
