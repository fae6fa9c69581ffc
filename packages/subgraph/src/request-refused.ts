/** A request that is refused before any resolver sees it. */
import { GraphQLError } from 'graphql';
import type { Answer } from './answer-code.js';

export class RequestRefused extends GraphQLError {
  override readonly name = 'RequestRefused';
  constructor(
    readonly answer: Answer,
    /** The HTTP status; with 200 the refusal is an answer like any other. */
    status: number,
    readonly requestId?: string,
  ) {
    super(answer.code, { extensions: { http: { status } } });
  }
}
