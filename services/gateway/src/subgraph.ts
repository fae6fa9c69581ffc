/**
 * One way to ask a subgraph, wherever it runs: in this process or behind a URL. The caller's credentials go along as
 * headers and nothing else does; the subgraph verifies them itself.
 */

/** What is sent to a subgraph. */
export interface SubgraphRequest {
  /** GraphQL text of the part this subgraph answers. */
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** `authorization`, `x-stezhka-after` and `x-request-id`, those that the caller sent. */
  readonly headers: SubgraphHeaders;
}

export type SubgraphHeaders = Readonly<Record<string, string>>;

/** An answer as JSON would carry it; errors may be plain objects. */
export interface SubgraphResult {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** A subgraph of this process. It may reject: the gateway then answers that it is unavailable. */
export interface InProcessSubgraph {
  execute(request: SubgraphRequest): Promise<SubgraphResult>;
}

/** A subgraph behind HTTP. */
export interface RemoteSubgraph {
  /** The full address of its GraphQL endpoint; several for instances of the same, of which any may be asked. */
  readonly url: string | readonly string[];
}

export type Subgraph = InProcessSubgraph | RemoteSubgraph;

/** The headers of a caller that reach a subgraph, all others stay here. */
export const forwardedHeaders = ['authorization', 'x-stezhka-after', 'x-request-id'] as const;
