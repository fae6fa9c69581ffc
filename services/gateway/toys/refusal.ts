/** What every refusal must be, whatever was wrong. */
import { expect } from '@jest/globals';
import type { Posted } from './network.js';

/** Stands in bad requests where a person's name could stand. */
export const canary = 'Oksana_Kanarenko';

/** `code` is that of every error; `NONE`: there may be no error. */
export function expectRefusal(answer: Posted, status: number, code: string): void {
  expect(answer).toMatchObject({ status });
  const errors: { extensions: Record<string, unknown> }[] = answer.json.errors ?? [];
  expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual(
    code === 'NONE' ? [] : [code],
  );
  for (const { extensions } of errors) {
    expect(extensions.possible).toBeInstanceOf(Array);
    expect(extensions.requestId).toBe(answer.headers.get('x-request-id'));
  }
  expect(answer.text).not.toContain(canary);
  expect(answer.text).not.toMatch(/select \*|\.ts:\d|node_modules|stack/);
}
