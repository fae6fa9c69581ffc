/** How an append ended. Answers are given when everything they rest on is durable. */
export type AppendOutcome =
  /** `revision` is the stream's newest (-1: none); no position where nothing was written. */
  | { readonly kind: 'appended'; readonly revision: number; readonly position: number | undefined }
  /** `current` is the stream's newest revision, -1 if it has none. */
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too-large' }
  /** The caller's deadline passed. Whether the events were written is not said. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'bad-request'; readonly reason: string };

/** What the writer itself can answer. */
export type WriteOutcome = Extract<AppendOutcome, { kind: 'appended' | 'wrong-version' | 'deleted' }>;
