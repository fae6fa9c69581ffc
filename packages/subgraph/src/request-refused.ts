/** A request that is refused before any resolver sees it, with what would have been possible. */
import { GraphQLError } from 'graphql';
import type { AnswerCode } from './answered-error.js';
import type { InputFault } from './input-faults.js';

export interface RefusedAnswer {
  readonly code: AnswerCode;
  readonly possible?: readonly string[];
  readonly fields?: readonly InputFault[];
}

export class RequestRefused extends GraphQLError {
  override readonly name = 'RequestRefused';
  constructor(
    readonly answer: RefusedAnswer,
    /** The HTTP status; with 200 the refusal is an answer like any other. */
    status: number,
    readonly requestId?: string,
  ) {
    super(answer.code, { extensions: { http: { status } } });
  }
}
