import type { ReactNode } from 'react';
import styles from './message-page.module.css';
import { SiteHeader } from './site-header.tsx';

/** A page that has one thing to say. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <SiteHeader />
      <main className={styles['main']}>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
