import { toast } from './toast.ts';

/** Copies a text and says so. */
export function copyText(text: string): void {
  void navigator.clipboard.writeText(text).then(
    () => toast('Copied'),
    () => toast.error('The browser did not let the page copy.'),
  );
}
