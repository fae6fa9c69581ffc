/**
 * What every first page asks for as soon as its script runs is asked for with the document already: who is signed in,
 * and the words of the language that most begin in. Over a weak line that saves one answer's time.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite';

const words = '\0virtual:words/uk/shell';

export function askedEarly(): Plugin {
  return {
    name: 'stezhka-asked-early',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunk = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.moduleIds.includes(words),
        );
        if (!chunk) throw new Error('The words of the first page are in no file.');
        return [
          // As the script asks: the browser gives it this answer, once.
          link({ rel: 'preload', as: 'fetch', href: '/auth/session', crossorigin: true }),
          link({ rel: 'modulepreload', href: `/${chunk.fileName}`, crossorigin: true }),
        ];
      },
    },
  };
}

const link = (attrs: NonNullable<HtmlTagDescriptor['attrs']>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs,
  injectTo: 'head',
});
