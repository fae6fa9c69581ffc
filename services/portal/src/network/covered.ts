/** How well a place is covered: in four levels that are told apart by word and mark, and by colour as well. */
import type { OblastCode, ServiceCode, ServiceGroup } from '@stezhka/vocabulary';
import type { CoverageQuery } from '../graph/generated/graphql.js';

export type Cell = CoverageQuery['coverage']['cells'][number];

/**
 * `open`: somebody has room. `unknown`: somebody works there, and has not said lately whether there is room. `full`:
 * all who work there say that there is none. `nobody`: no organisation works there.
 */
export const levels = ['open', 'unknown', 'full', 'nobody'] as const;
export type Level = (typeof levels)[number];

export function levelOf({ open, operational, stale }: Pick<Cell, 'open' | 'operational' | 'stale'>): Level {
  if (open > 0) return 'open';
  if (operational === 0) return 'nobody';
  return stale > 0 ? 'unknown' : 'full';
}

/** The best of several: of a family of services in one place. */
export function bestOf(several: readonly Level[]): Level {
  return levels.find((level) => several.includes(level)) ?? 'nobody';
}

/** In the order in which they came. */
export function servicesOf(cells: readonly Cell[]): readonly ServiceCode[] {
  return [...new Set(cells.map(({ service }) => service))];
}

/** The family is the part of a code before its dot. */
const groupOf = ({ service }: Cell) => service.slice(0, service.indexOf('.')) as ServiceGroup;

export interface GroupCell {
  readonly group: ServiceGroup;
  readonly level: Level;
  /** How many services of the family have room there. */
  readonly open: number;
}

export interface MatrixRow {
  readonly oblast: OblastCode;
  readonly groups: readonly GroupCell[];
}

/** Oblast by oblast, family by family. */
export function matrixOf(cells: readonly Cell[]): readonly MatrixRow[] {
  const groups = [...new Set(cells.map(groupOf))];
  const oblasts = [...new Set(cells.map(({ oblast }) => oblast))];
  return oblasts.map((oblast) => ({
    oblast,
    groups: groups.map((group) => {
      const own = cells.filter((cell) => cell.oblast === oblast && groupOf(cell) === group);
      const open = own.reduce((sum, cell) => sum + cell.open, 0);
      return { group, open, level: bestOf(own.map(levelOf)) };
    }),
  }));
}

export interface GapsOfService {
  readonly service: ServiceCode;
  /** Where nobody has room, by why. */
  readonly oblasts: Readonly<Record<Exclude<Level, 'open'>, readonly OblastCode[]>>;
  readonly count: number;
}

/** The services that are missing in the most places first. */
export function gapsOf(cells: readonly Cell[]): readonly GapsOfService[] {
  const gaps = servicesOf(cells).map((service) => {
    const own = cells.filter((cell) => cell.service === service);
    const at = (level: Level) => own.filter((cell) => levelOf(cell) === level).map(({ oblast }) => oblast);
    const oblasts = { nobody: at('nobody'), full: at('full'), unknown: at('unknown') };
    return { service, oblasts, count: Object.values(oblasts).flat().length };
  });
  return gaps.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
