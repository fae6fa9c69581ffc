/** One command for every mutation of the graph. A mutation without one is found by the specs that go through them. */
import type { Examples } from './example.js';
import { authorityExamples } from './examples.authority.js';
import { consentExamples } from './examples.consent.js';
import { referralsExamples } from './examples.referrals.js';
import { registryExamples } from './examples.registry.js';

export const examples: Examples = {
  ...registryExamples,
  ...consentExamples,
  ...referralsExamples,
  ...authorityExamples,
};
