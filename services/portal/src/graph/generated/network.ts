import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { CoverageQuery, CoverageQueryVariables, NetworkCountQuery, NetworkCountQueryVariables, ReferralMonthQuery, ReferralMonthQueryVariables, SilenceQuery, SilenceQueryVariables } from './graphql.js';
export const NetworkCountDocument = {"kind":"Document","definitions":[],"documentId":"6f4c05887010f618233c1b7049586b43b424c825bf0353f0018a8cf3d81c5a42"} as unknown as DocumentNode<NetworkCountQuery, NetworkCountQueryVariables>;
export const CoverageDocument = {"kind":"Document","definitions":[],"documentId":"9431bd9b6aa4ada389bc2c2457a496e79f606ae128bb56fc9a9a3a5beef7e23a"} as unknown as DocumentNode<CoverageQuery, CoverageQueryVariables>;
export const ReferralMonthDocument = {"kind":"Document","definitions":[],"documentId":"3aa58d9765aa9b29e20c880993a5aae736ed99673177b82a7de61a0459629b6c"} as unknown as DocumentNode<ReferralMonthQuery, ReferralMonthQueryVariables>;
export const SilenceDocument = {"kind":"Document","definitions":[],"documentId":"648f5af8d99395651cc6a5286a0b72ed67f2942f75040557a9a195a7a132be73"} as unknown as DocumentNode<SilenceQuery, SilenceQueryVariables>;
