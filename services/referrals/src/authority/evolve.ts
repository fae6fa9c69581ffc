/** Where a code stands, and how often an official has asked of late. */
import { authorityPolicies } from '@stezhka/vocabulary';
import type { AskingEvent, CodeEvent } from './events.js';

type Given = Extract<CodeEvent, { type: 'AuthorityCodeGiven.v1' }>['data'];

export type Code =
  | { readonly phase: 'none' }
  | { readonly phase: 'given' | 'revoked'; readonly given: Given };

export const noCode: Code = { phase: 'none' };

export function evolveCode(code: Code, event: CodeEvent): Code {
  switch (event.type) {
    case 'AuthorityCodeGiven.v1':
      return { phase: 'given', given: event.data };
    case 'AuthorityCodeRevoked.v1':
      return code.phase === 'none' ? code : { phase: 'revoked', given: code.given };
    default:
      return unreachable(event);
  }
}

/** When she asked, oldest first: as many as any policy counts. */
export type Asked = readonly string[];

const counted = Math.max(...authorityPolicies.map(({ asks }) => asks.most));

export function evolveAsked(asked: Asked, event: AskingEvent): Asked {
  return [...asked, event.data.occurredAt].slice(-counted);
}

function unreachable(event: never): never {
  throw new Error(`an event that no version of the software knows: ${(event as CodeEvent).type}`);
}
