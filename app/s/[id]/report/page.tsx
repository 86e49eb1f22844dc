import type { Metadata } from 'next';
import { notFound } from 'next/navigation.js';
import { parseSnippetName } from '#protocol/snippet-name.ts';
import { MessagePage } from '../../../_theme/message-page.tsx';

export const metadata: Metadata = { title: 'Report a snippet', robots: { index: false } };

interface ReportPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a reader says what is wrong with a snippet; needs no script. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const name = parseSnippetName((await params).id);
  if (name === undefined) notFound();
  const { sent } = await searchParams;
  if (sent !== undefined)
    return (
      <MessagePage title="The operator of this server was told.">
        <a href="/">Open the editor</a>
      </MessagePage>
    );
  return (
    <MessagePage title="What is wrong with this snippet?">
      <form className="message-form" method="post" action={`/s/${name.id}/report/send`}>
        <label htmlFor="reason">Your words go to the operator of this server. Nobody else sees them.</label>
        <textarea id="reason" name="reason" rows={5} maxLength={1000} required={true} />
        <button className="message-button" type="submit">
          Report
        </button>
      </form>
    </MessagePage>
  );
}
