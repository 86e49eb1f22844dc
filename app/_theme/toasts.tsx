'use client';

import { useEffect } from 'react';
import { Toaster } from 'sonner';
import { toastsAreThere } from './toast.ts';
import styles from './toasts.module.css';

/** Where short messages appear: over the row that is typed into, and over the floating Run on phones. */
export function Toasts() {
  // Effects of what is inside have run by then: the library listens.
  useEffect(toastsAreThere, []);
  return (
    <Toaster
      className={styles['toasts'] ?? ''}
      position="bottom-right"
      duration={4000}
      offset={{ bottom: 76, right: 12 }}
      mobileOffset={{ bottom: 144 }}
      toastOptions={{
        classNames: {
          toast: styles['toast'] ?? '',
          actionButton: styles['action'] ?? '',
          cancelButton: styles['cancel'] ?? '',
        },
      }}
    />
  );
}
