/**
 * Who a transaction acts as. Role and settings are local to the transaction and all of them are set every time, so
 * nothing of one caller can be left over for the next.
 */
import { type RawBuilder, sql } from 'kysely';
import { ReadModelError } from './database-error.js';
import { beginForOne } from './statements.js';

/** A signed-in user, as far as row security asks. Auth's viewer has this shape. */
export interface SessionViewer {
  readonly staffId: string;
  /** The organisation she acts for; an empty one sees nothing. */
  readonly actorId: string;
  readonly roles: readonly string[];
  /** Isolated pathways on which she may work. */
  readonly certifications: readonly string[];
}

const settable = /^[A-Za-z0-9_.:-]*$/;

interface Settings {
  readonly role: string;
  /** With a viewer it is one consistent, read-only view. */
  readonly viewer?: SessionViewer;
  /** Whether a commit waits for the disk. */
  readonly durable: boolean;
  /** One thing is asked in it. */
  readonly once: boolean;
}

/**
 * Begins the transaction and says who acts in it, in one trip to the database: beginning alone would cost a request as
 * much as reading does. The values stand in the text, and so they may hold nothing that ends a text.
 */
export function beginAs({ role, viewer, durable, once }: Settings): RawBuilder<unknown> {
  const single = (value = ''): string => {
    if (!settable.test(value)) throw new ReadModelError('INVALID_VIEWER');
    return value;
  };
  const several = (values: readonly string[] = []): string => values.map(single).filter(Boolean).join(',');
  const settings = {
    role: single(role),
    synchronous_commit: durable ? 'on' : 'off',
    'stezhka.staff': single(viewer?.staffId),
    'stezhka.actor': single(viewer?.actorId),
    'stezhka.roles': several(viewer?.roles),
    'stezhka.certifications': several(viewer?.certifications),
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  const begin = once ? beginForOne : 'begin';
  const mode = viewer === undefined ? '' : ' isolation level repeatable read, read only';
  return sql.raw(`${begin}${mode}; select ${set.join(', ')}`);
}
