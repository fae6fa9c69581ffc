/**
 * An open stream: what one viewer is told while she listens. Before each word she is asked anew who she is, by the
 * token that she came with, and the rows are asked anew what she may see. When either has no answer the stream is over.
 */
import { signedIn, type Viewer } from '@stezhka/auth';
import { endable, type Stream } from '@stezhka/event-stream';
import { Refusal } from '@stezhka/vocabulary';
import type { ChangeQueries } from './query.changes.js';
import type { Watch } from './watch.js';

export interface Heard {
  /** Null: anything may have changed, look at everything again. */
  readonly id: string | null;
  /** It was told of in this stream and is hers to see no more. */
  readonly gone: boolean;
  /** From this position on the rows have it. */
  readonly changed?: bigint;
}

export interface Listening {
  /** @throws Refusal UNAUTHENTICATED for nobody, UNAVAILABLE for whoever has too many streams open already */
  listen(asked: {
    readonly viewer: Viewer | undefined;
    again(): Promise<Viewer | undefined>;
  }): Promise<Stream<Heard>>;
}

/** How often she is asked who she is while nothing happens: a user who is disabled must be out within a second. */
const ASK_AGAIN_MS = 700;
/** Of one user in one process: as many windows as somebody may have in sight. */
const MOST_STREAMS = 8;
/** How many referrals a stream remembers to have told of. */
const MOST_TOLD = 1_000;

const lookAgain: Heard = { id: null, gone: false };

export function createListening(deps: { readonly queries: ChangeQueries; readonly watch: Watch }): Listening {
  const { queries, watch } = deps;
  const streams = new Map<string, number>();
  const count = (staffId: string, by: 1 | -1) => {
    const now = (streams.get(staffId) ?? 0) + by;
    if (now === 0) streams.delete(staffId);
    else streams.set(staffId, now);
    return now;
  };

  return {
    async listen({ viewer, again }) {
      signedIn(viewer);
      const { staffId } = viewer;
      if ((streams.get(staffId) ?? 0) >= MOST_STREAMS) throw new Refusal('UNAVAILABLE');
      count(staffId, 1);
      const watcher = await watch.join(viewer.actorId).catch((error: unknown) => {
        count(staffId, -1);
        throw error;
      });
      const over = () => {
        watcher.leave();
        count(staffId, -1);
      };
      return endable((ended) => tell(viewer, ended), over);

      async function* tell(first: Viewer, ended: AbortSignal): AsyncGenerator<Heard, void> {
        const told = new Set<string>();
        let [at, before] = [watcher.from, first];
        // What was there before she listened is for her to look at; from here on she is told.
        yield lookAgain;
        for (let mayBeMore = false; ; ) {
          mayBeMore ||= await watcher.woken(ASK_AGAIN_MS, ended);
          const now = await whoIs(again, before);
          if (now === undefined || ended.aborted) return;
          if (!sameRights(now, before)) {
            before = now;
            const visible = await queries.visible(now, [...told]);
            for (const id of told) if (!visible.has(id) && told.delete(id)) yield { id, gone: true };
            yield lookAgain;
          } else if (mayBeMore) {
            const next = await queries.next(now, at);
            mayBeMore = next !== undefined;
            if (next === undefined) continue;
            at = next.changed;
            remember(told, next.id);
            yield { ...next, gone: false };
          }
        }
      }
    },
  };
}

/** The same person in the same organisation as before, with what she may do now; undefined if that is over. */
async function whoIs(
  again: () => Promise<Viewer | undefined>,
  { staffId, actorId }: Viewer,
): Promise<Viewer | undefined> {
  try {
    const now = await again();
    return now?.staffId === staffId && now.actorId === actorId ? now : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function sameRights(one: Viewer, other: Viewer): boolean {
  const rights = ({ roles, certifications }: Viewer) =>
    JSON.stringify([[...roles].sort(), [...certifications].sort()]);
  return rights(one) === rights(other);
}

/** The oldest is forgotten for the newest. */
function remember(told: Set<string>, id: string): void {
  told.delete(id);
  told.add(id);
  const [oldest] = told;
  if (told.size > MOST_TOLD && oldest !== undefined) told.delete(oldest);
}
