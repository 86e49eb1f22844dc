import type { ReactNode } from 'react';
import { SiteHeader } from './site-header.tsx';

/** A page that has one thing to say. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="message-page">
      <SiteHeader />
      <main className="message-main">
        <h1 className="message-title">{title}</h1>
        {children}
      </main>
    </div>
  );
}
