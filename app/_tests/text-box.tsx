import type { ReactNode } from 'react';
import styles from './text-box.module.css';

interface TextBoxProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Below the text. */
  readonly tail?: ReactNode;
}

/** A text of a test under its name, which scrolls within itself, from the keyboard too. */
export function TextBox({ label, children, tail }: TextBoxProps) {
  return (
    <section className={styles['box']} aria-label={label}>
      <h3>{label}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <pre tabIndex={0}>{children}</pre>
      {tail}
    </section>
  );
}
