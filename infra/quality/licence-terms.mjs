// @ts-check
/** Which licences count as open source here: those approved by the OSI that our dependencies have. Add with a reason. */

const approved = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'Artistic-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['MPL-2.0', 'PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
  // The part of Python-2.0 that its authors now state alone; the OSI approves the text under the older name.
  'PSF-2.0',
]);

/**
 * Of "(A OR B)" one is enough, of "(A AND B)" all are needed; anything else unknown is refused.
 * @param {string} terms as a package states them, by SPDX
 * @returns {boolean}
 */
export function isApproved(terms) {
  const bare = terms.replace(/^\((.*)\)$/, '$1');
  // Nested terms are read by a person.
  if (/[()]/.test(bare)) return false;
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => approved.has(name.trim())));
}
