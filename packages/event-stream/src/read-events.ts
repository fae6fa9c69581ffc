/** The other end of `sendEvents`: results out of an answer's body, one by one. */
import { createParser, type EventSourceMessage } from 'eventsource-parser';

export const eventStreamType = 'text/event-stream';

/** Whether an Accept header asks for a stream of events, or a Content-Type says that it is one. */
export function namesEvents(types: string | undefined): boolean {
  return (types ?? '').split(',').some((type) => type.split(';', 1)[0]?.trim() === eventStreamType);
}

/** Until the other end says that it is over. Rejects if the connection breaks off before, or says what is no JSON. */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void> {
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => void arrived.push(message) });
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    for (const { event, data } of arrived.splice(0)) {
      if (event === 'complete') return;
      if (event === 'next') yield JSON.parse(data);
    }
  }
  throw new BrokenOff();
}

class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  readonly code = 'BROKEN_OFF';
}
