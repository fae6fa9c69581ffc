/**
 * Draws the map: one path for each oblast, small enough for a phone. Run by hand when the outlines change, and what it
 * writes is committed. `oblasts.topo.json` are the first-level units of Natural Earth (1:10 million, public domain,
 * naturalearthdata.com), simplified and keyed by ISO 3166-2. Crimea and Sevastopol are in Ukraine.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { geoArea, geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const here = (path) => new URL(path, import.meta.url);
const topology = JSON.parse(await readFile(here('oblasts.topo.json'), 'utf8'));
const [units] = Object.values(topology.objects);
const land = feature(topology, units);

/** On a sphere a ring that runs the other way round encloses the rest of the world. */
const turned = (one) => {
  const { geometry } = one;
  if (geoArea(one) < 2 * Math.PI) return one;
  const turn = (rings) => rings.map((ring) => [...ring].reverse());
  const coordinates =
    geometry.type === 'Polygon' ? turn(geometry.coordinates) : geometry.coordinates.map(turn);
  return { ...one, geometry: { ...geometry, coordinates } };
};
const oblasts = { ...land, features: land.features.map(turned) };

const WIDTH = 1000;
const MARGIN = 6;
const projection = geoConicEqualArea().parallels([46, 51]).rotate([-31.2, 0]);
projection.fitWidth(WIDTH - 2 * MARGIN, oblasts);
const [x, y] = projection.translate();
projection.translate([x + MARGIN, y + MARGIN]);
const path = geoPath(projection).digits(0);
const height = Math.ceil(path.bounds(oblasts)[1][1] + MARGIN);

/** The point of a shape that is farthest from its outline, neighbours within it included. */
function roomiest({ geometry }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat().map((ring) => ring.map(projection));
  const points = rings.flat();
  const isInside = ([px, py]) =>
    rings.reduce(
      (inside, ring) =>
        ring.reduce((now, [ax, ay], n) => {
          const [bx, by] = ring[(n + 1) % ring.length];
          const crosses = ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax);
          return crosses ? !now : now;
        }, inside),
      false,
    );
  const room = ([px, py]) => Math.min(...points.map(([qx, qy]) => Math.hypot(px - qx, py - qy)));
  const [[left, top], [right, bottom]] = path.bounds({ type: 'Feature', geometry });
  let best = { at: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)], room: 0 };
  for (let px = Math.ceil(left); px < right; px += 2)
    for (let py = Math.ceil(top); py < bottom; py += 2)
      if (isInside([px, py]) && room([px, py]) > best.room) best = { at: [px, py], room: room([px, py]) };
  return best.at;
}

const drawn = oblasts.features
  .map((one) => [one.properties.iso, path(one), roomiest(one)])
  .sort(([a], [b]) => a.localeCompare(b));
const lines = drawn.map(([iso, d, at]) => `  '${iso}': { d: '${d}', at: [${at.join(', ')}] },`);

await writeFile(
  here('../src/network/oblast-shapes.ts'),
  `/** Written by \`build/draw-oblasts.mjs\` from Natural Earth (public domain, naturalearthdata.com). */
import type { OblastCode } from '@stezhka/vocabulary';

export interface OblastShape {
  /** Its outline, as an SVG path. */
  readonly d: string;
  /** Where a word about it stands best. */
  readonly at: readonly [x: number, y: number];
}

export const mapSize = { width: ${WIDTH}, height: ${height} } as const;

export const oblastShapes: Readonly<Record<OblastCode, OblastShape>> = {
${lines.join('\n')}
};
`,
);
