import { useWords } from '../words/use-words.js';
import type { MatrixRow } from './covered.js';
import { LevelMark, levelNames } from './level-mark.js';
import { roles } from './table-roles.js';

/** Every oblast with every family of services: a mark in each place, and the same in words for those who hear it. */
export function Matrix({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const { t, label } = useWords();
  const groups = rows[0]?.groups ?? [];
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{t('network.matrix')}</h2>
      <p className="remark">{t('network.matrix.what')}</p>
      <table className="matrix" {...roles.table}>
        <thead>
          <tr {...roles.row}>
            <th {...roles.columnHeader}>
              <span className="only-heard">{t('network.oblast')}</span>
            </th>
            {groups.map(({ group }) => (
              <th key={group} {...roles.columnHeader}>
                <span className="matrix-group">{label('serviceGroups', group)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ oblast, groups: cells }) => (
            <tr key={oblast} {...roles.row}>
              <th {...roles.rowHeader}>{label('oblasts', oblast)}</th>
              {cells.map(({ group, level, open }) => (
                <td key={group} {...roles.cell}>
                  <LevelMark level={level} count={open} />
                  <span className="only-heard">
                    {level === 'open' ? t('network.matrix.open', { count: open }) : t(levelNames[level])}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
