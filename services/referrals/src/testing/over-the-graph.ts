/** How specs speak to the service: as a client would, by mutations with keys and queries with receipts. */
import type { people } from './people.js';
import type { ServiceAtWork, Who } from './service-at-work.js';

export interface GraphReceipt {
  readonly id: string;
  readonly revision: string;
  readonly after: string;
}

/** What came of a mutation: a receipt, or the code of the refusal and what would be possible. */
export interface Outcome {
  readonly receipt?: GraphReceipt;
  readonly outcome?: string;
  readonly refused?: string | null;
  readonly code?: string;
  readonly possible?: readonly string[];
}

const inputs: Readonly<Record<string, string>> = {
  draftReferral: 'DraftReferralInput',
  sendReferral: 'SendReferralInput',
  prepareReferral: 'PrepareReferralInput',
  cancelPreparation: 'CancelPreparationInput',
  declineReferral: 'DeclineReferralInput',
  completeReferral: 'CompleteReferralInput',
  withdrawReferral: 'WithdrawReferralInput',
};

export function overTheGraph(service: ServiceAtWork) {
  let keys = 0;
  const newKey = () => `key-${String(++keys).padStart(8, '0')}`;

  async function act(who: Who, mutation: string, input: object): Promise<Outcome> {
    const type = inputs[mutation] ?? 'AnswerReferralInput';
    const receipt = 'id revision after';
    const fields = mutation === 'sendReferral' ? `receipt { ${receipt} } outcome refused` : receipt;
    const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${fields} } }`;
    const { data, errors } = await service.ask(who, document, { input: { key: newKey(), ...input } });
    const [error] = errors ?? [];
    if (error) {
      const { code, possible } = error.extensions as { code: string; possible: string[] };
      return { code, possible };
    }
    const done = data?.done as Outcome & GraphReceipt;
    return mutation === 'sendReferral' ? done : { receipt: done };
  }

  const terms = {
    householdId: 'household',
    memberIds: ['mother', 'son'],
    service: 'SHL.TRANSIT',
    oblast: 'UA-46',
    urgency: 'urgent',
    modality: 'in_person',
    language: 'uk',
  };
  const offer = {
    serviceId: 'kalyna-transit',
    dataClasses: ['C1', 'C2'],
    decisionRecordIds: ['r2k4m6p3r5t7v2x4z6b3d5f7ja'],
  };

  return {
    act,
    newKey,
    draft: (who: Who, input: object = {}) => act(who, 'draftReferral', { ...terms, ...input }),
    send: (who: Who, referralId: string, input: object = {}) =>
      act(who, 'sendReferral', { referralId, ...offer, ...input }),

    /** A referral that has reached its recipient; its id, and the token of its newest receipt. */
    async sent(input: object = {}): Promise<{ id: string; after: string }> {
      const who: keyof typeof people = 'certifiedCaseworker';
      const drafted = await act(who, 'draftReferral', { ...terms, ...input });
      const { id } = drafted.receipt!;
      const sending = await act(who, 'sendReferral', { referralId: id, ...offer });
      if (sending.outcome !== 'sent') throw new Error(`not sent: ${JSON.stringify(sending)}`);
      return { id, after: sending.receipt!.after };
    },

    /** One referral as this person sees it; null where there is none for her. */
    async referral(who: Who, id: string, after?: string): Promise<Record<string, unknown> | null> {
      const query = `query ($id: ID!) { referral(id: $id) {
        id reference side state revision sender { id } recipient { id } offeredService { id } service oblast urgency
        pathway modality language ageBands sexes dataClasses householdId memberIds partOf asking prepared preparationEnded next refused draftedAt
        sentAt acknowledgeBy decideBy acknowledgedAt decidedAt startedAt closedAt declineReason outcome
        withdrawReason unconfirmedFrom sharingEnded viewerCan timeline { act channel recordedBy code } } }`;
      const { data, errors } = await service.ask(who, query, { id }, after);
      if (errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
      return data?.referral as Record<string, unknown> | null;
    },

    /** Ids in a list, newest first. */
    async list(who: Who, name: 'inbox' | 'sentBox', after?: string): Promise<string[]> {
      const { data, errors } = await service.ask(
        who,
        `{ page: ${name} { items { id } hasMore } }`,
        {},
        after,
      );
      if (errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
      const page = data?.page as { items: { id: string }[] } | undefined;
      return page?.items.map(({ id }) => id) ?? [];
    },
  };
}
