export {
  type SuppressionPolicy,
  suppressionPolicies,
  suppressionPolicyAt,
} from './policy.js';
export { type CrossTable, crossTableOf, lineOf, type Stream, type Sums } from './sums.js';
export { type Protection, type Suppressed, suppress, suppressSmallAlone, type Told } from './suppress.js';
