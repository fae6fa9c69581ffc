/** The conversation in which a referral comes about, page by page. */
import '../styles/new-referral.css';
import { type ReactNode, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { NotFoundPage } from '../session/not-found-page.js';
import { ContinuePage } from './continue-page.js';
import { type Chosen, urgencyOf } from './draft.js';
import { DraftProvider, useDraft } from './draft-context.js';
import { LeaveGuard } from './leave-guard.js';
import type { Sent } from './sending.js';
import { SentPage } from './sent-page.js';
import { StepAgreement } from './step-agreement.js';
import { StepCheck } from './step-check.js';
import { StepNeed } from './step-need.js';
import { StepPeople } from './step-people.js';
import { StepQuestions } from './step-questions.js';
import { StepWho } from './step-who.js';
import { firstMissing, pathOf, type Step } from './steps.js';

export function NewReferral() {
  return (
    <DraftProvider>
      <LeaveGuard />
      <Steps />
    </DraftProvider>
  );
}

interface Done {
  readonly sent: Sent;
  readonly chosen: Chosen;
  readonly emergency: boolean;
}

function Steps() {
  const { draft, forget } = useDraft();
  const [done, setDone] = useState<Done>();
  if (done) return <SentPage {...done} />;
  const onSent = (sent: Sent) => {
    setDone({ sent, chosen: draft.chosen!, emergency: urgencyOf(draft.need) === 'emergency' });
    forget();
  };
  return (
    <Switch>
      <Route path="/new">
        <StepNeed key={String(draft.continued?.reference)} />
      </Route>
      <Route path="/new/continue/:id">{({ id }) => <ContinuePage id={id} />}</Route>
      <Route path="/new/who">
        <Ready step="who">
          <StepWho />
        </Ready>
      </Route>
      <Route path="/new/people">
        <Ready step="people">
          <StepPeople />
        </Ready>
      </Route>
      <Route path="/new/questions">
        <Ready step="questions">
          <StepQuestions />
        </Ready>
      </Route>
      <Route path="/new/agreement">
        <Ready step="agreement">
          <StepAgreement />
        </Ready>
      </Route>
      <Route path="/new/check">
        <Ready step="check">
          <StepCheck onSent={onSent} />
        </Ready>
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

/** After a reload nothing is there any more: a page that stands on an earlier answer leads back to it. */
function Ready({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
  const { draft } = useDraft();
  const missing = firstMissing(draft, step);
  return missing ? <Redirect to={pathOf(missing)} replace /> : children;
}
