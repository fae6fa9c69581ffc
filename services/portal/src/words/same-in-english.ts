/** Messages that read in a language as they do in English, and are right so. Everything else is translated. */
export const sameInEnglish: Readonly<Record<'uk' | 'ro', readonly string[]>> = {
  uk: ['who.need'],
  ro: ['brand', 'welcome.title', 'who.need'],
};
