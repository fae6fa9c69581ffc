/** What the embedded provider cannot do, as codes; no message repeats a name or a password. */
import { safeMessage } from '@stezhka/telemetry';

export type IdentityCode =
  | 'NAME_TAKEN'
  | 'SUBJECT_TAKEN'
  | 'WEAK_PASSWORD'
  | 'UNKNOWN_ACCOUNT'
  | 'SEALED_OTHERWISE'
  | 'NO_DEMONSTRATION';

const messages: Readonly<Record<IdentityCode, string>> = {
  NAME_TAKEN: 'another account signs in under this name',
  SUBJECT_TAKEN: 'this subject signs in under another name',
  WEAK_PASSWORD: 'a password has 8 to 200 characters',
  UNKNOWN_ACCOUNT: 'no account has this subject',
  SEALED_OTHERWISE:
    'the signing keys were sealed under another secret: the data directory does not fit the database',
  NO_DEMONSTRATION: 'people share a password in a demonstration alone',
};

export class IdentityError extends Error {
  static readonly [safeMessage] = true;
  constructor(readonly code: IdentityCode) {
    super(messages[code]);
  }
}
