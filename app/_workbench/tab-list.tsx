'use client';

import type { ComponentProps, KeyboardEvent } from 'react';
import styles from './tab-list.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Said after the label: a count, or a mark that there is something. */
  readonly badge?: string | undefined;
}

interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onPick: (id: Id) => void;
  /** The id of the panel that a tab shows. */
  readonly panelOf: (id: Id) => string;
  /** What else a tab answers to. */
  readonly propsOf?: (id: Id) => ComponentProps<'button'>;
}

/** Tabs with one stop in the tab order: arrows, Home and End go between them. */
export function TabList<Id extends string>({ label, tabs, current, onPick, ...more }: TabListProps<Id>) {
  const { panelOf, propsOf } = more;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = tabs.findIndex(({ id }) => id === current);
    const next = tabs[nextIndex(event.key, index, tabs.length)];
    if (!next || next.id === current) return;
    event.preventDefault();
    onPick(next.id);
    document.getElementById(tabIdOf(next.id))?.focus();
  };
  return (
    <div className={styles['tabs']} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: name, badge }) => (
        <button
          key={id}
          {...propsOf?.(id)}
          id={tabIdOf(id)}
          type="button"
          role="tab"
          className={styles['tab']}
          data-tab={id}
          aria-selected={id === current}
          aria-controls={panelOf(id)}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onPick(id)}
        >
          {name}
          {badge && <span className={styles['badge']}>{badge}</span>}
        </button>
      ))}
    </div>
  );
}

/** An id of the page must not hold spaces, as a file's name may. */
export function tabIdOf(id: string): string {
  return `tab-${encodeURIComponent(id)}`;
}

function nextIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'ArrowRight':
      return (index + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return index;
  }
}
