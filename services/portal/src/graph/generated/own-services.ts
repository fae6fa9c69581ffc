import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { OwnServicesQuery, OwnServicesQueryVariables, ReportCapacityMutation, ReportCapacityMutationVariables } from './graphql.js';
export const OwnServicesDocument = {"kind":"Document","definitions":[],"documentId":"7f25dad128ed2da724268d2c498f6a106c9781a11670183f5e696670ed2def39"} as unknown as DocumentNode<OwnServicesQuery, OwnServicesQueryVariables>;
export const ReportCapacityDocument = {"kind":"Document","definitions":[],"documentId":"128c3c70a1793e56254320461cb818743ca82edf041f78b31cc4cd7c5e47d12e"} as unknown as DocumentNode<ReportCapacityMutation, ReportCapacityMutationVariables>;
