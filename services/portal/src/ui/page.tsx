import { type ReactNode, useEffect, useRef } from 'react';

/** The first page is read from its beginning; after that, whoever follows a link is put at the heading. */
let opened = false;

/** One page: its heading, and the focus on it when one comes from another page. */
export function Page(props: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Above the heading: where this belongs. */
  readonly before?: ReactNode;
  readonly wide?: boolean;
}) {
  const { title, children, before, wide } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) {
      scrollTo(0, 0);
      heading.current?.focus();
    }
    opened = true;
  }, []);
  return (
    <main id="main" className={wide ? 'page page-wide' : 'page'}>
      {before}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
