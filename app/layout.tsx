import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers.js';
import type { ReactNode } from 'react';
import { fontVariables } from './_theme/fonts.ts';
import { lookAttributes, lookCookie, parseLook } from './_theme/look.ts';
import './_theme/tokens.css';
import './_theme/contrast.css';
import './_theme/base.css';
import './_theme/forced-colours.css';
import './_theme/message-page.css';

export const metadata: Metadata = {
  title: { default: 'Bugdrill', template: '%s · Bugdrill' },
  description: 'Write code, press Run, and watch a real, isolated container print its output as it happens.',
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#16181d' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const look = parseLook((await cookies()).get(lookCookie)?.value);
  return (
    <html lang="en" className={fontVariables} {...lookAttributes(look)}>
      <body>{children}</body>
    </html>
  );
}
