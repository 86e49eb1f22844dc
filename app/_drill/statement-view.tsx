import { renderStatement } from './render-statement.ts';
import styles from './statement.module.css';

/** What a drill asks for, drawn on the server. */
export function StatementView({ statement }: { statement: string }) {
  const html = renderStatement(statement);
  if (html === '') return <p className={styles['none']}>The tests below say what is asked for.</p>;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: it went through both walls of renderStatement
    <div className={styles['statement']} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
  );
}
