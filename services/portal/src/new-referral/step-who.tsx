import type { OblastCode, ServiceCode } from '@stezhka/vocabulary';
import { useMemo } from 'react';
import { CandidatesDocument } from '../graph/generated/new-referral.js';
import { useFreshQuery } from '../graph/use-fresh-query.js';
import { EmergencyCall } from '../referral/emergency-call.js';
import { TextButton } from '../ui/button.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Radios } from '../ui/radios.js';
import { Waiting } from '../ui/waiting.js';
import { useWords } from '../words/use-words.js';
import { CandidateReasons } from './candidate-reasons.js';
import { type Candidate, choicesOf } from './choices.js';
import { type Chosen, type Draft, urgencyOf } from './draft.js';
import { useDraft } from './draft-context.js';
import { NotSuitable } from './not-suitable.js';
import { StepPage } from './step-page.js';

/** Who could help, each with its reasons; whom nothing speaks against comes first. */
export function StepWho() {
  const { t, label } = useWords();
  const { draft, change } = useDraft();
  const { data, fault, loading, refresh } = useCandidates(draft);
  const { possible, others } = choicesOf(data?.candidates ?? [], draft);
  const { chosen, need, continued } = draft;
  const choose = (serviceId: string) => {
    const candidate = possible.find(({ offeredService }) => offeredService.id === serviceId);
    if (candidate) change({ chosen: chosenOf(candidate), others: [] });
  };
  return (
    <StepPage step="who" title={t('who.title')} stuck={data !== undefined && possible.length === 0}>
      {(faultOf) => (
        <>
          {need.service && need.oblast && (
            <p>
              {t('who.need', {
                service: label('serviceCodes', need.service),
                oblast: label('oblasts', need.oblast),
              })}
            </p>
          )}
          <FaultNotice fault={fault} focus={false} onRetry={refresh} />
          {loading && <Waiting />}
          {data && possible.length === 0 && (
            <div className="empty">
              <p className="empty-title">{t('who.empty')}</p>
              <p>{t('who.empty.next')}</p>
            </div>
          )}
          {possible.length > 0 && (
            <Radios
              id="candidate"
              label={t('who.question')}
              hint={t('who.hint')}
              choices={possible.map(({ offeredService, actor }) => ({
                value: offeredService.id,
                label: actor.name,
              }))}
              value={chosen?.serviceId}
              error={faultOf('candidate')}
              onChange={choose}
              beside={(serviceId) => {
                const candidate = possible.find(({ offeredService }) => offeredService.id === serviceId)!;
                const { id: actorId, name } = candidate.actor;
                return (
                  <>
                    <CandidateReasons
                      candidate={candidate}
                      asked={continued?.asked?.actorId === actorId ? continued.asked : undefined}
                    />
                    <TextButton
                      about={name}
                      onPress={() =>
                        change({
                          excluded: [...draft.excluded, { actorId, name }],
                          ...(chosen?.actorId === actorId ? { chosen: undefined } : {}),
                          others: draft.others.filter((other) => other.actorId !== actorId),
                        })
                      }
                    >
                      {t('who.exclude')}
                    </TextButton>
                  </>
                );
              }}
            />
          )}
          {chosen && urgencyOf(need) === 'emergency' && (
            <EmergencyCall actor={{ name: chosen.name, dutyPhone: chosen.dutyPhone }} />
          )}
          <NotSuitable
            candidates={others}
            onInclude={(actorId) =>
              change({ excluded: draft.excluded.filter((one) => one.actorId !== actorId) })
            }
          />
        </>
      )}
    </StepPage>
  );
}

export function useCandidates({ need, excluded }: Pick<Draft, 'need' | 'excluded'>) {
  const { language } = useWords();
  const variables = useMemo(() => {
    const { service, oblast, pathway, modality, ageBands, sexes, language: spoken } = need;
    return {
      language,
      need: {
        // The page before this one does not let go without them.
        service: service as ServiceCode,
        oblast: oblast as OblastCode,
        pathway,
        modality,
        ageBands: [...ageBands],
        sexes: [...sexes],
        ...(spoken ? { language: spoken } : {}),
        excludedActorIds: excluded.map(({ actorId }) => actorId),
      },
    };
  }, [need, excluded, language]);
  return useFreshQuery(CandidatesDocument, variables);
}

function chosenOf({ offeredService, actor, neededClasses }: Candidate): Chosen {
  return {
    actorId: actor.id,
    name: actor.name,
    serviceId: offeredService.id,
    dutyPhone: actor.dutyPhone ?? undefined,
    questions: offeredService.intakeQuestions,
    neededClasses,
  };
}
