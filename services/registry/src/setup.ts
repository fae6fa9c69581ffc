/**
 * Somebody must admit the first registrar before there is one. Whoever composes the process may act as `setup`; no
 * token leads to it, because no member's id looks like this.
 */
import type { Viewer } from '@stezhka/auth';

/** May do what a registrar may. */
export const setup: Viewer = {
  staffId: 'system:setup',
  actorId: 'system:setup',
  issuer: '',
  subject: '',
  roles: ['network_registrar'],
  certifications: [],
};
