/** Invented people, as a table can hold them: how they are called, how old, and whether they are to be rung up. */
import type { Contact } from '@stezhka/consent';
import type { AgeBand, Sex } from '@stezhka/vocabulary';

export interface Person {
  readonly contact: Contact;
  readonly ageBand: AgeBand;
  readonly sex: Sex;
}

function bandOf(age: number): AgeBand {
  if (age < 5) return 'age_0_4';
  if (age < 12) return 'age_5_11';
  if (age < 18) return 'age_12_17';
  if (age < 25) return 'age_18_24';
  return age < 60 ? 'age_25_59' : 'age_60_plus';
}

const person = (contact: Contact, age: number, sex: Sex): Person => ({ contact, ageBand: bandOf(age), sex });

export const woman = (name: string, age: number, more: Contact = {}) =>
  person({ name, ...more }, age, 'female');
export const man = (name: string, age: number, more: Contact = {}) => person({ name, ...more }, age, 'male');
/** Known by a label alone. */
export const girl = (workingLabel: string, age: number) => person({ workingLabel }, age, 'female');
export const boy = (workingLabel: string, age: number) => person({ workingLabel }, age, 'male');
export const somebody = (workingLabel: string, age: number, more: Contact = {}) =>
  person({ workingLabel, ...more }, age, 'unknown');

/** Nobody's number: the zeros say so. */
export const at = (last: string): Contact => ({ phone: `+380 50 000 ${last}` });
export const quietly: Contact = { neverLeaveMessage: true, safeTime: 'будні, 11:00–13:00' };
