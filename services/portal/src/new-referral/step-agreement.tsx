import type { AgreementForm } from '@stezhka/vocabulary';
import { Checkbox, Checkboxes } from '../ui/checkboxes.js';
import { Notice } from '../ui/notice.js';
import { Radios } from '../ui/radios.js';
import { useWords } from '../words/use-words.js';
import { choicesOf } from './choices.js';
import { type Agreement, coveredUntil } from './draft.js';
import { useDraft } from './draft-context.js';
import { ReadAloud } from './read-aloud.js';
import { StepPage } from './step-page.js';
import { useCandidates } from './step-who.js';

/** A clock that runs ahead of the servers' must not make an agreement begin after what rests on it. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const terms = ['30', '90', '180'] as const;

/** Exactly what goes to whom until when, read to her; then how she agreed. */
export function StepAgreement() {
  const { t, day } = useWords();
  const { draft } = useDraft();
  const covered = coveredUntil(draft);
  return (
    <StepPage step="agreement" title={t('agreement.title')}>
      {(faultOf) =>
        covered ? (
          <Notice kind="success">
            <p>{t('agreement.covered', { actor: draft.chosen?.name ?? '', until: day(covered) })}</p>
          </Notice>
        ) : (
          <Asked faultOf={faultOf} />
        )
      }
    </StepPage>
  );
}

function Asked({ faultOf }: { readonly faultOf: (field: string) => string | undefined }) {
  const { t, options } = useWords();
  const { draft, change } = useDraft();
  const { agreement, chosen, others, people, continued } = draft;
  const set = (part: Partial<Agreement>) => change({ agreement: { ...agreement, ...part } });
  const next = useNext();
  const several = (continued?.memberIds.length ?? people.length) > 1;
  return (
    <>
      {next.length > 0 && (
        <Checkboxes
          label={t('agreement.others', { actor: chosen?.name ?? '' })}
          hint={t('agreement.others.hint')}
          choices={next.map(({ actorId, name }) => ({ value: actorId, label: name }))}
          values={others.map(({ actorId }) => actorId)}
          onChange={(ids) =>
            // Another list of names is another agreement.
            change({
              others: next.filter(({ actorId }) => ids.includes(actorId)),
              agreement: { ...agreement, agreed: false },
            })
          }
        />
      )}
      <Radios
        label={t('agreement.days')}
        inline
        choices={terms.map((value) => ({
          value,
          label: t('agreement.days.count', { count: Number(value) }),
        }))}
        value={String(agreement.days) as (typeof terms)[number]}
        onChange={(days) => set({ days: Number(days) as Agreement['days'], agreed: false })}
      />
      <ReadAloud draft={draft} />
      <Radios<AgreementForm>
        id="form"
        label={t('agreement.form')}
        choices={options<AgreementForm>('agreementForms')}
        value={agreement.form}
        error={faultOf('form')}
        onChange={(form) => set({ form })}
      />
      <div className={faultOf('agreed') ? 'field field-wrong' : 'field'}>
        {faultOf('agreed') && <p className="field-error">{faultOf('agreed')}</p>}
        <Checkbox
          id="agreed"
          label={t(several ? 'agreement.agreed.several' : 'agreement.agreed')}
          checked={agreement.agreed}
          onChange={(agreed) => set({ agreed, since: new Date(Date.now() - CLOCKS_DIFFER_MS).toISOString() })}
        />
      </div>
    </>
  );
}

/** Who could be asked next, in the order of the directory. */
function useNext() {
  const { draft } = useDraft();
  const { data } = useCandidates(draft);
  return choicesOf(data?.candidates ?? [], draft)
    .possible.filter(({ actor }) => actor.id !== draft.chosen?.actorId)
    .map(({ actor }) => ({ actorId: actor.id, name: actor.name }));
}
