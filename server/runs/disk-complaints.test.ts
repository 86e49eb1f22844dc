import { expect, test } from 'vitest';
import { DiskComplaints } from './disk-complaints.ts';

function heard(text: string): DiskComplaints['lacked'] {
  const complaints = new DiskComplaints(['main.c']);
  for (const byte of Buffer.from(text)) complaints.take('stderr', Buffer.of(byte));
  return complaints.lacked;
}

test.each([
  ['gcc: internal compiler error: File size limit exceeded signal terminated program as\n', 'file'],
  ['/usr/bin/ld: final link failed: File too large\n', 'file'],
  ["/tmp/cc1.s: Fatal error: can't write 3 bytes to /tmp/cc1.o: No space left on device\n", '/tmp'],
  ['write /work/program: no space left on device\n', '/work'],
])('%j', (text, lacked) => {
  expect(heard(text)).toBe(lacked);
});

test.each([
  'main.c:1:2: error: #error No space left on device\n',
  '    1 | #error No space left on device\n',
  'gcc: fatal error: no input files\n',
])('what the program itself says is no complaint: %j', (text) => {
  expect(heard(text)).toBeUndefined();
});
