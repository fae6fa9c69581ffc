import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { MeQuery, MeQueryVariables } from './graphql.js';
export const MeDocument = {"kind":"Document","definitions":[],"documentId":"47ff21f60a247ac60d1e149aa7e4112f426acd3fdbec346a16a1a154b8513930"} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
