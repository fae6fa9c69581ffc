export {
  createReferralsService,
  type ReferralsDeps,
  type ReferralsService,
  rules as referralRules,
  type Subjects as ReferralSubjects,
} from './app.js';
export { keepTime } from './clock/keep-time.js';
export { migrations } from './migrations.js';
export type { ReferralCommands } from './referral/handle.js';
export type { ReferralsTables } from './rows.js';
