import { useEffect, useRef, useState } from 'react';

/** Says a change that came by itself to those who hear the page. What stood there when it opened they have heard. */
export function Announcement({ text }: { readonly text: string | undefined }) {
  const known = useRef(text);
  const [said, say] = useState('');
  useEffect(() => {
    if (text === undefined || text === known.current) return;
    if (known.current !== undefined) say(text);
    known.current = text;
  }, [text]);
  return (
    <p className="only-heard" role="status">
      {said}
    </p>
  );
}
