import type { Metadata } from 'next';
import { fetchLanguages } from '../_languages/languages.ts';
import { SiteHeader } from '../_theme/site-header.tsx';
import styles from './my-links.module.css';
import { MyLinksList } from './my-links.tsx';

export const metadata: Metadata = { title: 'My links', robots: { index: false } };

/** The links that this browser may change. The server does not know which they are: the browser does. */
export default async function MyLinksPage() {
  const languages = await fetchLanguages();
  const names = Object.fromEntries(languages.map(({ id, name }) => [id, name]));
  return (
    <div className={styles['page']}>
      <SiteHeader />
      <main className={styles['main']}>
        <h1 className={styles['title']}>My links</h1>
        <p className={styles['about']}>
          The links that were made in this browser. It keeps a key for each, and whoever has the key may
          change the link; the server knows nobody by name.
        </p>
        <noscript>
          <p>Which links these are, this browser can only tell with JavaScript.</p>
        </noscript>
        <MyLinksList languageNames={names} />
      </main>
    </div>
  );
}
