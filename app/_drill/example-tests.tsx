import type { RedactedTest, TestCase } from '#protocol/judge.ts';
import { TextBox } from '../_tests/text-box.tsx';
import styles from './example-tests.module.css';

const shownCharacters = 4000;

/** The tests that a reader may see, and how many there are that none may. It needs no script. */
export function ExampleTests({ tests }: { tests: readonly (TestCase | RedactedTest)[] }) {
  const examples = tests.flatMap((test, index) => (isShown(test) ? [{ test, number: index + 1 }] : []));
  const hidden = tests.length - examples.length;
  return (
    <section className={styles['tests']} aria-label="Tests of this drill">
      {examples.map(({ test, number }) => (
        <Example key={number} test={test} number={number} />
      ))}
      {hidden > 0 && (
        <p className={styles['hidden']}>
          {hidden === 1 ? 'One more test is hidden.' : `${hidden} more tests are hidden.`} Submit runs all.
        </p>
      )}
    </section>
  );
}

function Example({ test, number }: { test: TestCase; number: number }) {
  const { name, stdin, args, expected, comparison } = test;
  return (
    <div className={styles['test']}>
      <h2>{name === '' ? `Test ${number}` : `Test ${number}: ${name}`}</h2>
      {args.length > 0 && <Text label="Arguments, one a line" text={args.join('\n')} />}
      <div className={styles['sides']}>
        <Text label="Input" text={stdin} />
        {comparison.kind === 'checker' ? (
          <p className={styles['hidden']}>A program decides whether the answer is right.</p>
        ) : (
          <Text
            label={comparison.kind === 'regex' ? 'Expected output, a regular expression' : 'Expected output'}
            text={expected ?? ''}
          />
        )}
      </div>
    </div>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  const rest = text.length - shownCharacters;
  return (
    <TextBox label={label} tail={rest > 0 && <p className={styles['more']}>… and {rest} more characters.</p>}>
      {text === '' ? <span className={styles['nothing']}>nothing</span> : text.slice(0, shownCharacters)}
    </TextBox>
  );
}

export function isShown(test: TestCase | RedactedTest): test is TestCase {
  return !('redacted' in test) && !test.hidden;
}
