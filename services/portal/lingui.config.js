/**
 * Catalogues: Ukrainian is what was written, the others are its translations. One part loads with each part of the
 * portal. A message is named by where it stands, so its text may change without a new name.
 */
export default {
  sourceLocale: 'uk',
  locales: ['uk', 'en', 'ro'],
  fallbackLocales: false,
  format: 'po',
  orderBy: 'messageId',
  catalogs: ['shell', 'referral', 'new-referral', 'network', 'services', 'status'].map((part) => ({
    path: `<rootDir>/src/words/{locale}/${part}`,
    include: [],
  })),
};
