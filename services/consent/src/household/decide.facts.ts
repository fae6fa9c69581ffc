/** What is looked up before a household is decided on: who asks, what the vault wrote, where an offer stands. */
import type { Viewer } from '@stezhka/auth';
import type { Offer } from '../referral/published-facts.js';

export interface Facts {
  /** Nobody where a workflow asks. */
  readonly by?: Viewer | undefined;
  /** What the vault wrote for the record that is to be sealed. */
  readonly sealed?: { readonly version: number; readonly digest: string };
  /** The referral's offer to whoever asks; absent if there is none. */
  readonly offer?: Offer | undefined;
}
