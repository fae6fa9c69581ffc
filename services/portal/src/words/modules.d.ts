/** What the build makes of the catalogue and the code lists of one part in one language. */
declare module 'virtual:words/*' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
  export const labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
