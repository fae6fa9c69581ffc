/**
 * Who a transaction acts as. Role and settings are local to the transaction and all of them are set every time, so
 * nothing of one caller can be left over for the next.
 */
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
  /** With a viewer it is one consistent, read-only view. */
  readonly viewer?: SessionViewer;
  /** It writes nothing, whoever it is. */
  readonly readOnly?: true;
  /** Whether a commit waits for the disk. */
  readonly durable: boolean;
  /** The plan of a prepared statement does not depend on its values. */
  readonly planOnce?: true | undefined;
}

/**
 * What begins the transaction and says who acts in it, in one trip to the database: beginning alone would cost a request
 * as much as reading does. The values stand in the text, and so they may hold nothing that ends a text.
 */
export function beginningAs({ role, viewer = nobody, readOnly, durable, planOnce }: Settings): string {
  const { staffId, actorId, roles, certifications } = viewer;
  for (const value of [role, staffId, actorId, ...roles, ...certifications])
    if (!settable.test(value)) throw new ReadModelError('INVALID_VIEWER');
  const view = viewer === nobody ? '' : ' isolation level repeatable read, read only';
  const mode = readOnly ? view || ' read only' : view;
  const planned = planOnce ? "set_config('plan_cache_mode', 'force_generic_plan', true), " : '';
  return `begin${mode}; select ${planned}\
set_config('role', '${role}', true), \
set_config('synchronous_commit', '${durable ? 'on' : 'off'}', true), \
set_config('stezhka.staff', '${staffId}', true), \
set_config('stezhka.actor', '${actorId}', true), \
set_config('stezhka.roles', '${listOf(roles)}', true), \
set_config('stezhka.certifications', '${listOf(certifications)}', true)`;
}

const nobody: SessionViewer = { staffId: '', actorId: '', roles: [], certifications: [] };

const listOf = (values: readonly string[]): string => values.filter(Boolean).join(',');
