'use client';

import { useEffect, useState } from 'react';
import type { LanguageInfo } from '#protocol/language.ts';
import { executionUrlHere } from '../_run/execution-url.ts';

const refreshEveryMs = 2000;

/** The languages as the server drew them, asked for again while some are still to come. */
export function useLanguages(
  drawn: readonly LanguageInfo[],
  executionUrl: string | null,
): readonly LanguageInfo[] {
  const [languages, setLanguages] = useState(drawn);
  const isSettled = languages.every(({ state }) => state.status !== 'waiting' && state.status !== 'building');
  useEffect(() => {
    if (isSettled) return;
    const refresh = () => void ask(executionUrl).then(setLanguages, ignoreUnreachable);
    const timer = setInterval(refresh, refreshEveryMs);
    return () => clearInterval(timer);
  }, [isSettled, executionUrl]);
  return languages;
}

async function ask(executionUrl: string | null): Promise<readonly LanguageInfo[]> {
  const url = `${executionUrl ?? executionUrlHere()}/languages`;
  const [{ LanguagesAnswer }, first] = await Promise.all([import('#protocol/language.ts'), fetch(url)]);
  const answer = first.status === 401 ? await askWithTicket(url) : first;
  return LanguagesAnswer.parse(await answer.json()).languages;
}

async function askWithTicket(url: string): Promise<Response> {
  const { fetchTicket } = await import('../_run/ticket.ts');
  return fetch(url, { headers: { Authorization: `Bearer ${await fetchTicket()}` } });
}

/** The connection banner says that the server is away; the next tick asks again. */
function ignoreUnreachable(): void {}
