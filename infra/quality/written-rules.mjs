// @ts-check
/** The rules on wording. This file and its spec name what they forbid, and alone are not read. */

/** Without a pattern the path alone is the fault.
 * @typedef {{ rule: string, pattern?: RegExp, where?: RegExp, except?: RegExp }} WrittenRule */

const sources = /\.(ts|mts|cts|js|mjs|cjs)$/;
const specs = /(\.spec\.ts$|^test\/)/;

/** @type {WrittenRule[]} */
const rules = [
  {
    rule: "names a place on one person's machine",
    pattern: /(?<![\w.$}])\/(home|Users|root|work|workspaces?|mnt)\/[\w.-]+|[A-Z]:\\Users\\/,
  },
  {
    rule: 'names the host of a package registry; a mirror of one workplace must not bind the next',
    pattern: /npmjs\.(?:org|com)|npmmirror|jfrog|artifactory|verdaccio|codeartifact|pkgs\.dev/i,
  },
  {
    rule: 'names a host of a private network',
    pattern: /https?:\/\/[\w.-]+\.(?:internal|intranet|corp|lan)\b/,
  },
  { rule: 'sets a package registry', where: /(^|\/)\.(npmrc|yarnrc.*)$/, pattern: /registry\s*=/ },
  { rule: 'ties the lockfile to an address', where: /^pnpm-lock\.yaml$/, pattern: /tarball:|https?:\/\// },
  {
    rule: 'a test that runs alone, or not at all',
    where: sources,
    pattern:
      /\b(?:it|test|describe)(?:\.concurrent)?\.(?:only|skip|todo|failing)\b|\b(?:fit|fdescribe|xit|xtest|xdescribe)\(/,
  },
  { rule: 'work left for later', where: sources, pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/ },
  {
    rule: 'what decides takes time, ids and chance as arguments',
    where: /^services\/.+\/(commands|decide|events|evolve|authorize|workflow)\.([\w-]+\.)?ts$/,
    except: /\.spec\.ts$/,
    pattern: /\bDate\.now\b|new Date\(\)|Math\.random\b|\brandom(?:UUID|Bytes|Int)\b|performance\.now\b/,
  },
  {
    rule: 'the writers of the stores are not for infra: what is loaded goes through the commands of a service',
    where: /^infra\/local\/src\//,
    except: specs,
    pattern:
      /\bcreateCommandHandler\b|\bappendToStream\b|\basProjector\b|\b[sS]tore\.append\(|\b(?:INSERT INTO|insertInto)\b/,
  },
  {
    rule: 'a file named after nothing it answers',
    where: /(^|\/)(utils?|common|misc|helpers?|manager)\.[^/]+$/,
  },
];

// Where the words themselves are the subject.
const exempt = /^(infra\/quality\/(written-rules\.mjs|house-rules\.spec\.ts)|LICENSE)$/;

/**
 * @param {string} path from the root of the repository
 * @param {string} text
 * @returns {{ line: number, rule: string }[]}
 */
export function faultsIn(path, text) {
  if (exempt.test(path)) return [];
  const applying = rules.filter(({ where, except }) => (where?.test(path) ?? true) && !except?.test(path));
  return text
    .split('\n')
    .flatMap((content, index) =>
      applying
        .filter(({ pattern }) => (pattern ? pattern.test(content) : index === 0))
        .map(({ rule }) => ({ line: index + 1, rule })),
    );
}
