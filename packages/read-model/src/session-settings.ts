/**
 * Who a transaction acts as. Role and settings are local to the transaction and all of them are set every time, so
 * nothing of one caller can be left over for the next.
 */
import { type RawBuilder, sql } from 'kysely';
import { ReadModelError } from './database-error.js';

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
  readonly viewer?: SessionViewer;
  /** Whether a commit waits for the disk. */
  readonly durable: boolean;
}

export function actAs({ role, viewer, durable }: Settings): RawBuilder<unknown> {
  const single = (value = ''): string => {
    if (!settable.test(value)) throw new ReadModelError('INVALID_VIEWER');
    return value;
  };
  const several = (values: readonly string[] = []): string => values.map(single).filter(Boolean).join(',');
  return sql`select
    set_config('role', ${role}, true),
    set_config('synchronous_commit', ${durable ? 'on' : 'off'}, true),
    set_config('stezhka.staff', ${single(viewer?.staffId)}, true),
    set_config('stezhka.actor', ${single(viewer?.actorId)}, true),
    set_config('stezhka.roles', ${several(viewer?.roles)}, true),
    set_config('stezhka.certifications', ${several(viewer?.certifications)}, true)`;
}
