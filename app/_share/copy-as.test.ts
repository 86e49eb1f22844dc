import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlOf, markdownOf } from './copy-as.ts';

test('the command line gives the server exactly this program, whatever signs are in it', () => {
  const request = {
    language: 'python',
    code: `print('it''s $HOME \`id\` "x"\\n')`,
    stdin: "a'b\n",
    interactive: true,
  };
  const command = curlOf('http://localhost:8082', { ...request, args: ['-v'], env: {}, files: [] });
  const printed = execFileSync('sh', ['-c', command.replace('curl', 'printf "%s\\n"')], { encoding: 'utf8' });
  const words = printed.split('\n');
  expect(words.slice(0, 3)).toEqual(['-s', 'http://localhost:8082/execute', '-H']);
  const { interactive: _, ...sent } = request;
  expect(JSON.parse(words[5] ?? '')).toEqual({ ...sent, args: ['-v'] });
});

test('Markdown fences are longer than what they hold', () => {
  const files = [{ path: 'main.py', content: 's = """\n```\n"""\n' }];
  expect(markdownOf({ title: 'T', grammar: 'python', files })).toBe(
    '### T\n\n````python\ns = """\n```\n"""\n````\n',
  );
});

test('several files are named', () => {
  const files = [
    { path: 'main.py', content: 'import a' },
    { path: 'a.py', content: '' },
  ];
  const text = markdownOf({ title: '', grammar: 'python', files });
  expect(text).toBe('`main.py`\n\n```python\nimport a\n```\n\n`a.py`\n\n```\n\n```\n');
});
