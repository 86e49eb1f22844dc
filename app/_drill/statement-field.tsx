'use client';

import { useEffect, useState } from 'react';
import { formatBytes } from '#protocol/outcome-words.ts';
import { utf8Bytes } from '#protocol/utf8-bytes.ts';
import { errorWords, postJson, unreachableWords } from '../_server/post-json.ts';
import styles from './drill-dialog.module.css';
import statementStyles from './statement.module.css';

/** As in `#protocol/statement.ts`, which would bring its library along. */
const maxBytes = 32 * 1024;

interface StatementFieldProps {
  readonly statement: string;
  readonly onStatement: (statement: string) => void;
}

/** The statement’s Markdown, or how it will look. */
export function StatementField({ statement, onStatement }: StatementFieldProps) {
  const [isPreview, setPreview] = useState(false);
  const bytes = utf8Bytes(statement);
  return (
    <div className={styles['statement']}>
      <div className={styles['bar']}>
        <label htmlFor="statement">What it asks for, in Markdown</label>
        <button type="button" aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
          Preview
        </button>
      </div>
      {isPreview ? (
        <Preview statement={statement} />
      ) : (
        <textarea
          id="statement"
          value={statement}
          onChange={({ target }) => onStatement(target.value)}
          placeholder={
            'Read two numbers and print their **sum**.\n\n- Both are on one line.\n- Neither is larger than `1000`.'
          }
          rows={12}
          aria-invalid={bytes > maxBytes}
        />
      )}
      {bytes > maxBytes && (
        <p role="alert" className={styles['refused']}>
          This is too long: {formatBytes(bytes)} of at most {formatBytes(maxBytes)}.
        </p>
      )}
    </div>
  );
}

type Drawn = { readonly html: string } | { readonly words: string };

function Preview({ statement }: { statement: string }) {
  const [drawn, setDrawn] = useState<Drawn>({ words: 'Drawing…' });
  useEffect(() => {
    let isGone = false;
    void draw(statement).then((next) => {
      if (!isGone) setDrawn(next);
    });
    return () => {
      isGone = true;
    };
  }, [statement]);
  if ('words' in drawn) return <p role="status">{drawn.words}</p>;
  return (
    <section
      className={styles['preview']}
      aria-label="Preview of the statement"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
      tabIndex={0}
    >
      <Drawing html={drawn.html} />
    </section>
  );
}

/** HTML that went through both walls of `renderStatement`, on the server. */
function Drawing({ html }: { html: string }) {
  const look = { className: statementStyles['statement'], dir: 'auto' };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server made it safe
  return <div {...look} dangerouslySetInnerHTML={{ __html: html }} />;
}

async function draw(statement: string): Promise<Drawn> {
  try {
    const answer = await postJson('/drill/preview', { statement });
    return answer.ok ? ((await answer.json()) as { html: string }) : { words: errorWords(answer.status) };
  } catch {
    return { words: unreachableWords };
  }
}
