/** On which side of a referral the viewer's organisation stands. */
export type Side = 'sender' | 'recipient';
