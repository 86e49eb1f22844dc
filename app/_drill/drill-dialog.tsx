'use client';

import { useState } from 'react';
import { DialogHead } from '../_commands/dialog-head.tsx';
import type { Answer } from '../_share/link-requests.ts';
import { copyText } from '../_theme/copy-text.ts';
import styles from './drill-dialog.module.css';
import { type DrillDraft, type DrillParts, drillOf } from './drill-draft.ts';
import { type SavedDrill, saveDrill } from './save-drill.ts';
import { StatementField } from './statement-field.tsx';

/** Where an author writes what a drill asks for, and gives it a link. */
export function DrillDialog({ parts, onClose }: { parts: DrillParts; onClose: () => void }) {
  const drill = drillOf(parts);
  const saving = useSaving(drill);
  const { own, testCount } = drill;
  const isOff = testCount === 0 || saving.isSaving;
  return (
    <>
      <DialogHead title="Drill" onClose={onClose} />
      <div className={styles['body']}>
        <StatementField statement={drill.statement} onStatement={drill.onStatement} />
        <p className={styles['note']}>{testWords(drill)}</p>
        <p className={styles['note']}>
          Whoever opens the drill begins with the code as it stands in the editor: leave no solution there.
        </p>
        {own !== null && own.hiddenCount > drill.hiddenCount && (
          <p role="status">
            The drill as it is saved has {own.hiddenCount} hidden tests; this draft has {drill.hiddenCount}.
          </p>
        )}
        <div className={styles['actions']}>
          {own !== null && (
            <button type="button" data-first onClick={() => saving.save(own)} disabled={isOff}>
              Save changes
            </button>
          )}
          <button type="button" data-first={own === null} onClick={() => saving.save(null)} disabled={isOff}>
            {own === null ? 'Make the drill' : 'Save as a new drill'}
          </button>
        </div>
        <div role="status">
          {saving.isSaving && <p>Saving…</p>}
          {saving.answer?.ok && <Saved id={saving.answer.value.id} />}
        </div>
        {saving.answer?.ok === false && (
          <p role="alert" className={styles['refused']}>
            {saving.answer.words}
          </p>
        )}
      </div>
    </>
  );
}

function useSaving(drill: DrillDraft) {
  const [isSaving, setSaving] = useState(false);
  const [answer, setAnswer] = useState<Answer<SavedDrill> | null>(null);
  const save = async (own: DrillDraft['own']) => {
    setSaving(true);
    setAnswer(null);
    try {
      const saved = await saveDrill(await drill.draftNow(), own);
      setAnswer(saved);
      if (saved.ok) drill.onSaved(saved.value);
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, answer, save: (own: DrillDraft['own']) => void save(own).catch(reportError) };
}

function Saved({ id }: { id: string }) {
  const path = `/drill/${id}`;
  const url = new URL(path, window.location.href).href;
  return (
    <div className={styles['saved']}>
      <p>Saved. Give this link to whoever is to solve it:</p>
      <div className={styles['row']}>
        <input
          value={url}
          readOnly
          aria-label="Link to this drill"
          onFocus={({ target }) => target.select()}
        />
        <button type="button" onClick={() => copyText(url)}>
          Copy
        </button>
      </div>
      <p className={styles['note']}>
        <a href={path}>Open the drill</a> · You can edit it later from this browser:{' '}
        <a href={`/?s=${id}`}>open it here</a>.
      </p>
    </div>
  );
}

function testWords({ testCount, hiddenCount }: DrillDraft): string {
  if (testCount === 0)
    return 'A drill needs one test at least: add it in the Tests tab, and hide those that nobody should see.';
  const tests = testCount === 1 ? '1 test' : `${testCount} tests`;
  return `${tests}, ${hiddenCount} of them hidden. Each is hidden or shown in the Tests tab.`;
}
