/** What events of a referral have in common, each field with its meaning. */
import { code, id, moment } from '@stezhka/schema';
import { channels } from '@stezhka/vocabulary';

export const referralId = id('The referral.');
export const offerId = id('The offer: this referral, put to one service of one actor.');
export const permitId = id("Consent's permit to disclose what the offer shares.");
export const occurredAt = moment('When it happened; may lie before it was recorded.');
export const channel = code(channels.codes, 'How it reached the record.');

/** The referral that the published examples are of. */
export const exampleReferral = 'f2k4m6p3r5t7v2x4z6b3d5f7ja';
