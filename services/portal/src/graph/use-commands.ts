/** One command of a page: sent with its key, refused by code, retried as itself. */

import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useClient } from 'urql';
import { useSignedOut } from '../session/signed-out.js';
import { remember } from './client.js';
import { type CommandKeys, createCommandKeys } from './command-keys.js';
import { type Fault, faultOf } from './fault.js';

interface WithKey {
  readonly input: { readonly key: string };
}
interface Receipt {
  readonly after: string;
}

export interface Commands {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** Undefined if it was refused or nothing answered; `fault` says why. */
  send<Data extends object, Variables extends WithKey>(
    name: string,
    document: TypedDocumentNode<Data, Variables>,
    input: Omit<Variables['input'], 'key'>,
    options?: {
      /** It may be said again later, as part of something longer that failed, and is still the same command. */
      readonly again?: boolean;
    },
  ): Promise<Data | undefined>;
  /** The next command of this name is a new one, whatever it says. */
  anew(name: string): void;
  forget(): void;
}

/** @param kept keys that outlive the page, for what is begun on one and goes on on another */
export function useCommands(kept?: CommandKeys): Commands {
  const client = useClient();
  const signedOut = useSignedOut();
  const keys = useRef<CommandKeys>(undefined);
  keys.current ??= kept ?? createCommandKeys(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const send: Commands['send'] = useCallback(
    async (name, document, input, options) => {
      setBusy(true);
      setFault(undefined);
      // What the user had seen is no part of what she says: a retry after a refresh is still the same command.
      const { seenRevision: _, ...content } = input as { seenRevision?: string };
      const key = keys.current!.keyFor(name, content);
      const { data, error } = await client
        .mutation(document, { input: { ...input, key } } as never)
        .toPromise();
      setBusy(false);
      if (error || !data) {
        const why = error ? faultOf(error) : { code: 'INTERNAL', possible: [] };
        if (why.code === 'UNAUTHENTICATED') signedOut();
        setFault(why);
        return undefined;
      }
      if (!options?.again) keys.current!.done(name);
      remember(receiptIn(data));
      return data;
    },
    [client, signedOut],
  );
  const forget = useCallback(() => setFault(undefined), []);
  const anew = useCallback((name: string) => keys.current!.done(name), []);
  return { busy, fault, send, anew, forget };
}

/** A mutation answers with its receipt, or with something that holds it. */
function receiptIn(data: object): Receipt {
  const [result] = Object.values(data) as [Receipt | { receipt: Receipt }];
  return 'receipt' in result ? result.receipt : result;
}
