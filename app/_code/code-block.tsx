import styles from './code-block.module.css';
import { codePainter } from './highlight.ts';

interface CodeBlockProps {
  readonly code: string;
  readonly grammar: string;
  readonly label: string;
  /** Lines that stand out, both counted in, from 1. */
  readonly marked?: { readonly from: number; readonly to: number } | undefined;
}

/** Read-only code, coloured on the server, with the editor's metrics: same font, same gutter, same colours. */
export async function CodeBlock({ code, grammar, label, marked }: CodeBlockProps) {
  const html = await codePainter.paint(code, grammar, marked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className={styles['block']} aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: shiki escapes the code; nothing else is in it */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
