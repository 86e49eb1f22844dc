'use client';

import { useCallback, useEffect, useState } from 'react';
import { forgetLink, type KeptLink, keepEditToken, keptLinks } from '../_share/edit-tokens.ts';
import type { Answer, Snippet } from '../_share/link-requests.ts';

/** The requests, and the schemas that they bring along, come after the page. */
const loadRequests = () => import('../_share/link-requests.ts');

/** How many are asked for at once. */
const atOnce = 4;

/** A link of this browser, and what the server says of it, once it has. */
export interface MyLink extends KeptLink {
  readonly answer: Answer<Snippet> | undefined;
}

export interface MyLinks {
  /** Undefined until the browser was asked. */
  readonly links: readonly MyLink[] | undefined;
  readonly change: (link: MyLink, change: LinkChange) => Promise<string | undefined>;
  readonly rotate: (link: MyLink) => Promise<string | undefined>;
  readonly remove: (link: MyLink) => Promise<string | undefined>;
  readonly forget: (link: MyLink) => void;
  /** Reads again what this browser keeps. */
  readonly read: () => void;
}

type Requests = Awaited<ReturnType<typeof loadRequests>>;
export type LinkChange = Parameters<Requests['changeLink']>[1];

/** This browser's links. Each change answers with why it was not made, or with nothing. */
export function useMyLinks(): MyLinks {
  const [links, setLinks] = useState<readonly MyLink[]>();
  const put = useCallback((id: string, part: Partial<MyLink>) => {
    setLinks((shown) => shown?.map((link) => (link.id === id ? { ...link, ...part } : link)));
  }, []);
  const read = useCallback(() => {
    const kept = keptLinks();
    setLinks((shown) => kept.map((link) => ({ ...link, answer: answerOf(shown, link) })));
    void askAll(kept, (id, answer) => put(id, { answer })).catch(reportError);
  }, [put]);
  useEffect(read, [read]);
  const drop = (id: string) => {
    forgetLink(id);
    setLinks((shown) => shown?.filter((link) => link.id !== id));
  };
  return {
    ...{ links, read },
    forget: ({ id }) => drop(id),
    change: async (link, change) => {
      const answer = await (await loadRequests()).changeLink(link, change);
      if (!answer.ok) return answer.words;
      const { title, language, createdAt } = answer.value;
      keepEditToken(link.id, link.editToken, { title, language, createdAt });
      put(link.id, { answer });
      return undefined;
    },
    rotate: async (link) => {
      const answer = await (await loadRequests()).rotateKey(link);
      if (!answer.ok) return answer.words;
      keepEditToken(link.id, answer.value);
      put(link.id, { editToken: answer.value });
      return undefined;
    },
    remove: async (link) => {
      const answer = await (await loadRequests()).deleteLink(link);
      if (!answer.ok) return answer.words;
      drop(link.id);
      return undefined;
    },
  };
}

function answerOf(shown: readonly MyLink[] | undefined, { id }: KeptLink) {
  return shown?.find((link) => link.id === id)?.answer;
}

async function askAll(links: readonly KeptLink[], tell: (id: string, answer: Answer<Snippet>) => void) {
  const { readLink } = await loadRequests();
  const waiting = [...links];
  const askOneByOne = async () => {
    for (let link = waiting.shift(); link; link = waiting.shift()) tell(link.id, await readLink(link));
  };
  await Promise.all(Array.from({ length: atOnce }, askOneByOne));
}
