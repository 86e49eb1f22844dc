import { vi } from 'vitest';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { DELETE, GET, PATCH, PUT } from '../api/v1/snippets/[id]/route.ts';
import { POST as rotate } from '../api/v1/snippets/[id]/token/route.ts';
import { POST } from '../api/v1/snippets/route.ts';

const byId: Readonly<Record<string, typeof GET>> = { GET, PUT, PATCH, DELETE };

export interface TestApi extends AsyncDisposable {
  /** What was asked so far: `POST /api/v1/snippets`. */
  readonly asked: string[];
}

/** The API's own routes in the place of `fetch`, over a database of their own, and a browser's local storage. */
export async function testApi(): Promise<TestApi> {
  const database = await temporaryDatabase();
  const asked: string[] = [];
  vi.stubEnv('RATE_LIMIT_SNIPPETS_PER_HOUR', '0');
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  vi.stubGlobal('localStorage', memoryStorage());
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (!path.startsWith('/api/')) return Promise.reject(new Error(`There is no ${path} here.`));
    asked.push(`${init.method} ${path}`);
    const request = new Request(`http://localhost:8080${path}`, init);
    const [, id, door] = /snippets\/([^/]+)(\/token)?$/.exec(path) ?? [];
    if (id === undefined) return POST(request);
    const route = { params: Promise.resolve({ id }) };
    return (door === undefined ? byId[init.method ?? 'GET'] : rotate)?.(request, route);
  });
  return {
    asked,
    [Symbol.asyncDispose]: async () => {
      vi.unstubAllGlobals();
      vi.unstubAllEnvs();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Its names are its keys, as a browser's are. */
export function memoryStorage(): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => void delete kept[key],
  };
  const hidden = Object.entries(methods).map(([name, value]) => [name, { value, enumerable: false }]);
  return Object.defineProperties(kept, Object.fromEntries(hidden));
}
