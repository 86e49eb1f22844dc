import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

/** In a page's header: what it is called, and in a line below it what else there is to know of it. */
export function PageHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles['heading']}>
      <h1 className={styles['title']} dir="auto">
        {title}
      </h1>
      <p className={styles['about']}>{children}</p>
    </div>
  );
}
