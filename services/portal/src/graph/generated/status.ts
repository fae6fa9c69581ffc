import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { AskReferralStatusMutation, AskReferralStatusMutationVariables } from './graphql.js';
export const AskReferralStatusDocument = {"kind":"Document","definitions":[],"documentId":"3485dd28b28fbd2560cfbec5d2ce84430ef67dd615519b3d278d1de3400dbaff"} as unknown as DocumentNode<AskReferralStatusMutation, AskReferralStatusMutationVariables>;
