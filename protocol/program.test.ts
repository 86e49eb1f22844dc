import { expect, test } from 'vitest';
import { SourceFiles } from './program.ts';

test.each(['a', 'a===', 'YQ=', 'no base64!', 'YWJj\u00e9', 'Y=Q='])(
  'a file that is said to be base64 and is %j is refused by its name',
  (content) => {
    const files = [
      { path: 'data/ok', content: 'YQ==', encoding: 'base64' },
      { path: 'data/bad', content, encoding: 'base64' },
    ];
    expect(SourceFiles.safeParse(files).error?.issues).toEqual([
      expect.objectContaining({
        path: [1, 'content'],
        message: 'data/bad is said to be base64, and is not',
      }),
    ]);
  },
);
