import { type ReactNode, useEffect, useRef } from 'react';

type Kind = 'info' | 'success' | 'warning' | 'danger';

/** Something to know before reading on. What has just gone wrong or well is told to a screen reader at once. */
export function Notice(props: {
  readonly kind?: Kind;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly live?: boolean;
  /** It answers what was just done, so it comes into view. */
  readonly focus?: boolean;
}) {
  const { kind = 'info', title, children, live, focus } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const role = live || focus ? (kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div ref={box} className={`notice notice-${kind}`} role={role} tabIndex={focus ? -1 : undefined}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
