/** What a press does. One main button a page; everything else is quieter. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';

type Kind = 'main' | 'quiet' | 'danger';

export function Button(props: {
  readonly children: ReactNode;
  readonly kind?: Kind;
  readonly type?: 'button' | 'submit';
  /** It is on its way: a second press does nothing, and a screen reader hears of it. */
  readonly busy?: boolean;
  readonly onPress?: () => void;
}) {
  const { children, kind = 'main', type = 'button', busy = false, onPress } = props;
  return (
    <button
      type={type}
      className={`button button-${kind}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}

/** A link that is the main thing to do, and looks like it. */
export function ButtonLink(props: {
  readonly to: string;
  readonly children: ReactNode;
  readonly kind?: Kind;
}) {
  return (
    <Link href={props.to} className={`button button-${props.kind ?? 'main'}`}>
      {props.children}
    </Link>
  );
}

/** A press that reads as a link, where a sentence offers something to do. */
export function TextButton(props: {
  readonly children: ReactNode;
  /** What it is about, for those who hear it among others that read alike. */
  readonly about?: string;
  readonly onPress: () => void;
}) {
  const { children, about, onPress } = props;
  return (
    <button type="button" className="text-button" onClick={onPress}>
      {children}
      {about && <span className="only-heard"> {about}</span>}
    </button>
  );
}
