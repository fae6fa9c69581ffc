/** A signed-in user as the domain sees her: which actor, which roles, which isolated pathways. Never a name. */
import type { Pathway, Role } from '@stezhka/vocabulary';

export interface Viewer {
  readonly staffId: string;
  readonly actorId: string;
  /** Identifier of the OpenID issuer that signed her in. */
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Isolated pathways on which she may work now: certified herself, at an actor that is certified too. */
  readonly certifications: readonly Pathway[];
}
