import '../styles/dialog.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { QuickExit } from './quick-exit.js';

/** The browser's own dialog: keeps the focus inside, closes with Escape, gives the focus back. Mounted means open. */
export function Dialog(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const { title, children, onClose } = props;
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {/* The way out of every page cannot be reached from in here, so the dialog has its own. */}
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <QuickExit />
      </div>
      {children}
    </dialog>
  );
}
