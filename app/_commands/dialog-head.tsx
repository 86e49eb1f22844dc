import styles from './dialog-head.module.css';

/** What a dialog is called, and the way out of it. */
export function DialogHead({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <header className={styles['head']}>
      <h2>{title}</h2>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </header>
  );
}
