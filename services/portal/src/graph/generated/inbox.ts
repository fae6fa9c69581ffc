import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { ReceivedQuery, ReceivedQueryVariables, SentQuery, SentQueryVariables } from './graphql.js';
export const ReceivedDocument = {"kind":"Document","definitions":[],"documentId":"a52b8e771bc5e48ee1cdf25a13e9f7b067cb00ee504927a84cc0ca56ade6af46"} as unknown as DocumentNode<ReceivedQuery, ReceivedQueryVariables>;
export const SentDocument = {"kind":"Document","definitions":[],"documentId":"4894e4a5295f965ccd69b24efa62a59e5bed1324bf758e5e6c1f3ee69c93ffff"} as unknown as DocumentNode<SentQuery, SentQueryVariables>;
