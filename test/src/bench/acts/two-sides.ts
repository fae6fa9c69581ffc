/** A sender and a recipient over HTTP, and referrals between them. */
import { demonstrationPassword, type Party, partyWith, tokenFor } from '@stezhka/local';

export interface TwoSides {
  readonly sender: Party;
  readonly recipient: Party;
  /** A referral that was sent. */
  refer(): Promise<string>;
}

const need = { service: 'SHL.TRANSIT', oblast: 'UA-46', pathway: 'general', modality: 'either' };
const receipt = '{ id after }';
const day = 86_400_000;
/** The command waits two seconds for consent; on a busy machine that may not be enough. */
const attempts = 100;

export async function twoSides(address: string): Promise<TwoSides> {
  // Nobody waits for what another has done: each asks for what she needs herself.
  const as = async (name: string) =>
    partyWith(address, name, await tokenFor(address, name, demonstrationPassword), {});
  const [sender, recipient] = (await Promise.all(['oksana', 'marta'].map(as))) as [Party, Party];
  const {
    data: { me },
  } = await recipient.ask('{ me { actor { id } } }');
  const { data } = await sender.ask(
    'query($need: NeedInput!) { candidates(need: $need) { actor { id } offeredService { id } } }',
    { need },
  );
  const service = data.candidates.find((one: { actor: { id: string } }) => one.actor.id === me.actor.id);
  const { householdId, memberIds, decisionRecordId } = await household(sender, me.actor.id);
  return {
    sender,
    recipient,
    async refer() {
      const drafted = { householdId, memberIds, ...need, urgency: 'normal', channel: 'in_person' };
      const { id: referralId } = await sender.does(`draftReferral ${receipt}`, drafted);
      const offer = { serviceId: service.offeredService.id, dataClasses: ['C1', 'C2'] };
      await sender.does(`sendReferral { receipt ${receipt} }`, {
        referralId,
        ...offer,
        decisionRecordIds: [decisionRecordId],
      });
      for (let n = 0; n < attempts; n += 1) {
        const answer = await recipient.ask('query($id: ID!) { referral(id: $id) { id } }', {
          id: referralId,
        });
        if (answer.data?.referral) return referralId;
      }
      throw new Error('it was not sent');
    },
  };
}

async function household(sender: Party, recipientId: string) {
  const opened = await sender.does(`openHousehold { receipt ${receipt} memberIds }`, {
    memberCount: 1,
    channel: 'in_person',
  });
  const householdId: string = opened.receipt.id;
  const memberIds: string[] = opened.memberIds;
  const seal = (subjectId: string | undefined, content: object) =>
    sender.does(`sealRecord { recordId }`, { householdId, subjectId, ...content });
  await seal(memberIds[0], { contact: { name: 'Ганна Вигадана', phone: '+380 50 000 02 01' } });
  const { recordId } = await seal(householdId, { decisionSet: { need: 'Ліжко на тиждень.' } });
  await sender.does(`recordAgreement { agreementId }`, {
    householdId,
    principalIds: memberIds,
    recipientIds: [recipientId],
    purposes: ['eligibility_decision', 'service_delivery'],
    dataClasses: ['C0', 'C1', 'C2'],
    validFrom: new Date(Date.now() - 1_000).toISOString(),
    validUntil: new Date(Date.now() + 90 * day).toISOString(),
    form: 'oral_witnessed',
    witnessed: true,
    lawfulBasis: 'consent',
    noticeVersion: 1,
    noticeLanguage: 'uk',
    jurisdiction: 'UA',
    storage: 'sealed_vault',
    retentionDays: 90,
  });
  return { householdId, memberIds, decisionRecordId: recordId as string };
}
