/** Somebody who listens: her stream as it comes over the network, and what she has heard so far. */
import { namesEvents, readEvents } from '@stezhka/event-stream';

export interface Word {
  readonly id: string | null;
  readonly gone: boolean;
  readonly after: string | null;
}

export interface Ear {
  readonly words: readonly Word[];
  /** Ids in the order in which she was told of them, each once. */
  ids(): readonly string[];
  /** Resolves when it is true of what she has heard; rejects if the stream ends before. */
  until(heard: (words: readonly Word[]) => boolean): Promise<void>;
  /** How it ended: said to be over, or broken off. */
  readonly ended: Promise<'over' | 'broken'>;
  leave(): void;
}

export interface Refused {
  readonly status: number;
  readonly codes: readonly string[];
}

export const everything = 'subscription { referralChanges { id gone after } }';

/** @param url the graph's address @param headers who asks */
export async function listen(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object = { query: everything },
): Promise<Ear | Refused> {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
    signal: leaving.signal,
  });
  if (!namesEvents(response.headers.get('content-type') ?? undefined)) {
    const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
  }
  return hear(readEvents(response.body!), () => leaving.abort());
}

/** For a stream that is there: over HTTP, or of a subgraph in this process. */
export function hear(results: AsyncIterable<unknown>, leave: () => void): Ear {
  const words: Word[] = [];
  const waiting = new Set<() => void>();
  const review = () => {
    for (const look of waiting) look();
  };
  const read = async (): Promise<'over' | 'broken'> => {
    try {
      for await (const result of results) {
        const { data } = result as { data?: { referralChanges: Word } };
        if (!data) throw new Error(`an error in a stream: ${JSON.stringify(result)}`);
        words.push(data.referralChanges);
        review();
      }
      return 'over';
    } catch {
      return 'broken';
    }
  };
  const ended = read();
  return {
    words,
    ids: () => [...new Set(words.flatMap(({ id, gone }) => (id === null || gone ? [] : [id])))],
    until: (heard) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!heard(words)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then((how) => reject(new Error(`the stream is ${how}: ${JSON.stringify(words)}`)));
      }),
    ended,
    leave,
  };
}

export const hasHeardOf = (id: string) => (words: readonly Word[]) => words.some((word) => word.id === id);

export function isEar(given: Ear | Refused): asserts given is Ear {
  if ('codes' in given) throw new Error(`refused: ${given.status} ${given.codes}`);
}
