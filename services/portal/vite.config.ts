import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { askedEarly } from './build/asked-early.js';
import { wordsOfParts } from './build/words-of-parts.js';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Written for React, sent as Preact: see `decisions/0001-preact-is-sent-in-the-place-of-react.md`. */
const preactForReact = [
  { find: /^react(-dom)?$/, replacement: source('node_modules/preact/compat/dist/compat.module.js') },
  { find: 'react-dom/client', replacement: source('node_modules/preact/compat/client.mjs') },
  {
    find: 'react/jsx-runtime',
    replacement: source('node_modules/preact/jsx-runtime/dist/jsxRuntime.module.js'),
  },
];

/** What later pages share with the first one travels with it; what they share among themselves does not. */
const later =
  /[\\/](?:referral[\\/](?!clocks-due|state-tag)|new-referral[\\/]|network[\\/]|own-services[\\/]|status[\\/]|graph[\\/](?:use-commands|command-keys)|ui[\\/](?:checkboxes|dialog|error-summary|radios|service-groups|summary-list|text-area|text-input|timeline))/;
const ofTheFirstView = (id: string) => /[\\/]portal[\\/]src[\\/].*\.tsx?$/.test(id) && !later.test(id);

export default defineConfig({
  plugins: [
    react(),
    lingui({ configPath: source('lingui.config.js'), failOnMissing: true, failOnCompileError: true }),
    wordsOfParts(),
    askedEarly(),
  ],
  resolve: {
    alias: [
      { find: '@0no-co/graphql.web', replacement: source('src/graph/no-document-texts.ts') },
      // React has it built in; the router brings a copy for older ones.
      { find: 'use-sync-external-store/shim/index.js', replacement: source('build/external-store.ts') },
      ...preactForReact,
    ],
  },
  build: {
    target: 'es2022',
    // The content security policy forbids what would be inlined, and every browser of the target preloads by itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules[\\/]|no-document-texts|external-store/, priority: 2 },
            { name: 'first', test: ofTheFirstView, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
});
