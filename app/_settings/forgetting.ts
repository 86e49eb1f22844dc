import { forgetKey } from './settings-store.ts';

/** When another tab deletes everything, this one does too, and begins anew. Answers how to end that. */
export function watchForgetting(): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === forgetKey && newValue !== null) void forget().catch(reportError);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

async function forget(): Promise<void> {
  const { forgetHere } = await import('./kept-things.ts');
  await forgetHere();
  window.location.replace('/');
}
