import { readClock, readingWords } from '../words/clock.js';
import { useWords } from '../words/use-words.js';

/** A deadline in words; colour and mark say the same once more. */
export function Clock(props: { readonly what: string; readonly dueAt: string; readonly now: number }) {
  const { what, dueAt, now } = props;
  const { t, moment } = useWords();
  const reading = readClock(dueAt, now);
  return (
    <p className={`clock clock-${reading.state}`}>
      <span className="clock-what">{what}</span>{' '}
      <time dateTime={dueAt} title={moment(dueAt)}>
        {t(readingWords(reading), { count: reading.count })}
      </time>
    </p>
  );
}
