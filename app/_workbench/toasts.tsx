'use client';

import { Toaster } from 'sonner';
import styles from './toasts.module.css';

/** Where short messages appear: at the right on desktops, over the bar of panes on phones. */
export function Toasts() {
  return (
    <Toaster
      className={styles['toasts'] ?? ''}
      position="bottom-right"
      duration={4000}
      offset={{ bottom: 36, right: 12 }}
      mobileOffset={{ bottom: 72 }}
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
