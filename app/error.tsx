'use client';

import { MessagePage } from './_theme/message-page.tsx';

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <MessagePage title="This page failed to load.">
      <p>Your code is saved in this browser.{error.digest && ` Error ${error.digest}.`}</p>
      <button type="button" className="message-button" onClick={reset}>
        Try again
      </button>
    </MessagePage>
  );
}
