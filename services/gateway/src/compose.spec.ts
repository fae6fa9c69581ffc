import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { referralsSdl } from '../toys/referrals.js';
import { registrySdl } from '../toys/registry.js';
import { CompositionFailed, composeSupergraph } from './compose.js';

describe('composing', () => {
  it('joins subgraphs that use directives of their own', async () => {
    const supergraph = await composeSupergraph([
      { name: 'registry', sdl: registrySdl, url: 'http://registry.invalid' },
      { name: 'referrals', sdl: referralsSdl },
    ]);
    expect(buildSchema(supergraph, { assumeValidSDL: true }).getType('Referral')).toBeDefined();
  });

  it('keeps a directive that both ask to be kept', async () => {
    const kept = (sdl: string) =>
      sdl.replace(
        'import: ["@key"])',
        'import: ["@key", "@composeDirective"]) @link(url: "https://stezhka.example/dataClass/v1.0", import: ["@dataClass"]) @composeDirective(name: "@dataClass")',
      );
    const supergraph = await composeSupergraph([
      { name: 'registry', sdl: kept(registrySdl) },
      { name: 'referrals', sdl: kept(referralsSdl) },
    ]);
    expect(supergraph).toContain('@dataClass(class: "C2")');
  });

  it('names every contradiction', async () => {
    const compose = () =>
      composeSupergraph([
        { name: 'registry', sdl: registrySdl },
        { name: 'other', sdl: 'type Query { actor: Int @key(fields: "no") }' },
      ]);
    await expect(compose()).rejects.toThrow(CompositionFailed);
    await expect(compose()).rejects.toThrow(/other|registry/);
  });
});
