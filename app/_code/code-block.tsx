import styles from './code-block.module.css';
import { codePainter } from './highlight.ts';

/** Read-only code, coloured on the server, with the editor's metrics: same font, same gutter, same colours. */
export async function CodeBlock({ code, grammar, label }: { code: string; grammar: string; label: string }) {
  const html = await codePainter.paint(code, grammar);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className={styles['block']} aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: shiki escapes the code; nothing else is in it */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
