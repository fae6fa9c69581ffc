import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { ReceivedQuery, ReceivedQueryVariables, SentQuery, SentQueryVariables } from './graphql.js';
export const ReceivedDocument = {"kind":"Document","definitions":[],"documentId":"caf7e91a963d8d6640fe32c46fe165f382e0bdf2564273a92353a5d847a751a7"} as unknown as DocumentNode<ReceivedQuery, ReceivedQueryVariables>;
export const SentDocument = {"kind":"Document","definitions":[],"documentId":"7a87de1cf6c514cb84a76fbbdbd61912f0140c973b31d1829827a7b7528bc4ea"} as unknown as DocumentNode<SentQuery, SentQueryVariables>;
