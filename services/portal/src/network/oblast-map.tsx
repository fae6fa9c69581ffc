import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.js';
import { type Cell, type Level, levelOf } from './covered.js';
import { levelNames } from './level-mark.js';
import { mapSize, oblastShapes } from './oblast-shapes.js';

/** The oblasts, each with the colour and the pattern of its level. All of it is told in the table as well. */
export function OblastMap({ cells }: { readonly cells: readonly Cell[] }) {
  const { t, label } = useWords();
  const { width, height } = mapSize;
  return (
    <svg className="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('network.map')}>
      <defs>
        <Pattern level="unknown">
          <circle cx="8" cy="8" r="3.2" />
        </Pattern>
        <Pattern level="full">
          <path d="M-4,4L4,-4M-4,20L20,-4M12,20L20,12" />
        </Pattern>
        <Pattern level="nobody">
          <path d="M4,4L12,12M12,4L4,12" />
        </Pattern>
      </defs>
      {cells.map((cell) => {
        const level = levelOf(cell);
        return (
          <g key={cell.oblast}>
            <title>{`${label('oblasts', cell.oblast)}: ${t(levelNames[level])}`}</title>
            <path d={oblastShapes[cell.oblast].d} className={`map-${level}`} />
            <path d={oblastShapes[cell.oblast].d} fill={fills[level]} />
          </g>
        );
      })}
      {cells.map(({ oblast }) => (
        <path key={oblast} d={oblastShapes[oblast].d} className="map-border" />
      ))}
      {cells
        .filter(({ open }) => open > 0)
        .map(({ oblast, open }) => {
          const [x, y] = oblastShapes[oblast].at;
          return (
            <text key={oblast} x={x} y={y} className="map-number">
              {open}
            </text>
          );
        })}
    </svg>
  );
}

const fills: Readonly<Record<Level, string>> = {
  open: 'none',
  unknown: 'url(#marks-unknown)',
  full: 'url(#marks-full)',
  nobody: 'url(#marks-nobody)',
};

function Pattern(props: { readonly level: Level; readonly children: ReactNode }) {
  return (
    <pattern
      id={`marks-${props.level}`}
      className={`pattern pattern-${props.level}`}
      width="16"
      height="16"
      patternUnits="userSpaceOnUse"
    >
      {props.children}
    </pattern>
  );
}
