import type { TypedDocumentNode as DocumentNode } from 'urql';
import type { ChangesSubscription, ChangesSubscriptionVariables } from './graphql.js';
export const ChangesDocument = {"kind":"Document","definitions":[],"documentId":"6709d4465b64470acc13c4c89fa2c842239a8c557d91adafb90f21edeaadbd4f"} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
