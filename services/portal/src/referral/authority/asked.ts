/** What became of the codes, as entries of the timeline: given, asked with, taken back. */
import type { Happened } from '../../ui/timeline.js';
import type { Words } from '../../words/use-words.js';
import type { Referral } from '../referral.js';

/** One entry, and when it was recorded: that is where it stands among the others. */
export type Entry = Happened & { readonly recordedAt: string };

export function askedEntries(
  { authorityCodes }: Pick<Referral, 'authorityCodes'>,
  { t, label, moment }: Pick<Words, 't' | 'label' | 'moment'>,
): Entry[] {
  return authorityCodes.flatMap(({ id, authority, givenAt, revokedAt, askings }) => {
    const { name: actor } = authority;
    const entry = (what: string, at: string, title: string): Entry => ({
      ...{ id: `${id} ${what}`, title, at, recordedAt: at, when: moment(at), marks: [] },
    });
    return [
      entry('given', givenAt, t('act.codeGiven', { actor })),
      ...askings.map(({ askedAt, answer }, n) =>
        entry(
          `asked ${n}`,
          askedAt,
          t('act.codeAsked', { actor, status: label('authorityStatuses', answer) }),
        ),
      ),
      ...(revokedAt ? [entry('revoked', revokedAt, t('act.codeRevoked', { actor }))] : []),
    ];
  });
}
