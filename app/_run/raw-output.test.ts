import { expect, test } from 'vitest';
import { RawOutput } from './raw-output.ts';

function screen() {
  const shown = { text: '' };
  const follower = {
    write: (text: string) => {
      shown.text += text;
    },
    reset: () => {
      shown.text = '';
    },
  };
  return { shown, follower };
}

test('who comes late is told what came before', () => {
  const output = new RawOutput();
  output.append('a');
  const { shown, follower } = screen();
  const leave = output.follow(follower);
  output.append('b');
  expect(shown.text).toBe('ab');
  leave();
  output.append('c');
  expect(shown.text).toBe('ab');
});

test('a new run begins with an empty screen', () => {
  const output = new RawOutput();
  const { shown, follower } = screen();
  output.follow(follower);
  output.append('old');
  output.clear();
  output.append('new');
  expect(shown.text).toBe('new');
});

test('what is kept is bounded, and the newest is kept', () => {
  const output = new RawOutput(10);
  for (const piece of ['12345', '67890', 'abcde']) output.append(piece);
  const { shown, follower } = screen();
  output.follow(follower);
  expect(shown.text).toBe('67890abcde');
});
