/** One language at a time, part by part: what is not read is not loaded. */
import type { Messages } from '@lingui/core';
import type { Language } from '@stezhka/vocabulary';

export interface Catalogue {
  readonly messages: Messages;
  /** Code lists: list → code → what it is called. */
  readonly labels: Labels;
}
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Part = 'shell' | 'referral' | 'new-referral' | 'network' | 'services' | 'status';

/** The bundler has to read each address by itself, so they are spelled out. */
const catalogues: Record<Part, Record<Language, () => Promise<Catalogue>>> = {
  shell: {
    uk: () => import('virtual:words/uk/shell'),
    en: () => import('virtual:words/en/shell'),
    ro: () => import('virtual:words/ro/shell'),
  },
  referral: {
    uk: () => import('virtual:words/uk/referral'),
    en: () => import('virtual:words/en/referral'),
    ro: () => import('virtual:words/ro/referral'),
  },
  'new-referral': {
    uk: () => import('virtual:words/uk/new-referral'),
    en: () => import('virtual:words/en/new-referral'),
    ro: () => import('virtual:words/ro/new-referral'),
  },
  network: {
    uk: () => import('virtual:words/uk/network'),
    en: () => import('virtual:words/en/network'),
    ro: () => import('virtual:words/ro/network'),
  },
  services: {
    uk: () => import('virtual:words/uk/services'),
    en: () => import('virtual:words/en/services'),
    ro: () => import('virtual:words/ro/services'),
  },
  status: {
    uk: () => import('virtual:words/uk/status'),
    en: () => import('virtual:words/en/status'),
    ro: () => import('virtual:words/ro/status'),
  },
};

export function loadCatalogue(part: Part, language: Language): Promise<Catalogue> {
  return catalogues[part][language]();
}
