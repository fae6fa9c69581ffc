/** What must be found where it was opened, and nowhere else. */
import { expect } from '@jest/globals';
import { openPerson, told } from './acts.js';
import { label } from './label.js';
import { contentOf } from './page-content.js';
import type { Visitor } from './visitor.js';

/** As it was typed, and as a link dials it. */
const secrets: readonly string[] = [...Object.values(told), told.phone.replaceAll(' ', '')];

export const secretsIn = (text: string) => secrets.filter((secret) => text.includes(secret));

/** Opens on the referral's page all that may be opened, and sees it there. */
export async function read(reader: Visitor, path: string): Promise<void> {
  await reader.go(path);
  await openPerson(reader, 'C1', 'C2');
  expect(secretsIn(await contentOf(reader.page))).toEqual(secrets);
}

/** Nothing of the people, nor of the referral: neither its service nor its number. */
export async function expectNothing({ page, words }: Pick<Visitor, 'page' | 'words'>): Promise<void> {
  const content = await contentOf(page);
  expect(secretsIn(content)).toEqual([]);
  expect(content).not.toContain(label('serviceCodes', 'SHL.TRANSIT', words.language));
  expect(content).not.toMatch(reference);
}

/** How the network numbers a referral. */
export const reference = /ST-[\dA-Z]{4}-/;
