import type { ReactNode } from 'react';
import styles from './site-header.module.css';

/** The bar on top of every page: the name, which leads home, and what the page puts beside it. */
export function SiteHeader({ children }: { children?: ReactNode }) {
  return (
    <header className={styles['header']}>
      <a className={styles['name']} href="/" aria-label="Bugdrill, home">
        <Mark />
        <span>Bugdrill</span>
      </a>
      {children}
    </header>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M10 1 19 10l-9 9-9-9Z" fill="var(--accent)" />
      <path
        d="m7.6 6.9 3.1 3.1-3.1 3.1m3.6.1h2.6"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
