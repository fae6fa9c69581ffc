/** What is said in the story, and how it is asked for. All people are invented. */

export const receipt = '{ id revision after }';

export const theNeed = {
  service: 'SHL.TRANSIT',
  oblast: 'UA-46',
  pathway: 'general',
  modality: 'either',
  ageBands: ['age_25_59', 'age_5_11'],
};

export const theirContact = [
  {
    name: 'Марія Вигадана',
    phone: '+380 50 000 02 01',
    safeTime: 'після 18:00',
    neverLeaveMessage: true,
    language: 'uk',
  },
  { workingLabel: 'син' },
];

export const decisionSet = {
  need: 'Місце для двох на два тижні; хлопець приймає ліки щодня.',
  answers: [
    { question: 'children_present', answer: 'yes' },
    { question: 'regular_medicine', answer: 'yes' },
    { question: 'pets', answer: 'no' },
    { question: 'arrives_within_24h', answer: 'unknown' },
  ],
};

/** Oral, before a witness, for ninety days. */
export function theAgreement(): object {
  const now = Date.now();
  return {
    purposes: ['eligibility_decision', 'service_delivery'],
    dataClasses: ['C0', 'C1', 'C2'],
    validFrom: new Date(now - 1_000).toISOString(),
    validUntil: new Date(now + 90 * 86_400_000).toISOString(),
    form: 'oral_witnessed',
    witnessed: true,
    lawfulBasis: 'consent',
    noticeVersion: 1,
    noticeLanguage: 'uk',
    jurisdiction: 'UA',
    storage: 'sealed_vault',
    retentionDays: 90,
  };
}

export const views = {
  candidates: `query($need: NeedInput!) { candidates(need: $need) {
    actor { id name(language: "en") } offeredService { id } suggested unsuitable cautions available } }`,
  referral: `query($id: ID!) { referral(id: $id) {
    reference side state service urgency oblast sender { name(language: "en") } recipient { name(language: "en") }
    decideBy declineReason outcome withdrawReason unconfirmedFrom sharingEnded
    person { classes } viewerCan timeline { act recordedBy channel late code } } }`,
  disclose: `mutation($input: DiscloseReferralInput!) { discloseReferral(input: $input) {
    records { dataClass contact { name workingLabel phone safeTime neverLeaveMessage }
      decisionSet { need answers { question answer } } } } }`,
};
