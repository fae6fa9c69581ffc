import { useWords } from '../words/use-words.js';
import { type Cell, levelOf } from './covered.js';
import { LevelWords } from './level-mark.js';
import { roles } from './table-roles.js';

/** One service, oblast by oblast: what the map shows, in words and numbers. */
export function PlaceTable(props: {
  readonly cells: readonly Cell[];
  /** Of which month the referrals are; undefined: none are told. */
  readonly referralsOf: string | undefined;
}) {
  const { cells } = props;
  // Columns of nothing but hidden numbers tell nobody anything.
  const isTold = cells.some((one) => isNumber(one.openReferrals) || isNumber(one.unansweredReferrals));
  const referralsOf = isTold ? props.referralsOf : undefined;
  const { t, label, month } = useWords();
  const hidden = t('network.hidden');
  const columns = [
    t('network.places.state'),
    t('network.places.actors'),
    t('network.places.places'),
    ...(referralsOf ? [t('network.places.open'), t('network.places.unanswered')] : []),
  ];
  return (
    <>
      {referralsOf && <p className="remark">{t('network.places.month', { month: month(referralsOf) })}</p>}
      <table className="places" {...roles.table}>
        <thead>
          <tr {...roles.row}>
            <th {...roles.columnHeader}>{t('network.oblast')}</th>
            {columns.map((name) => (
              <th key={name} {...roles.columnHeader}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => {
            const numbers = [
              cell.operational,
              cell.places,
              ...(referralsOf ? [cell.openReferrals ?? hidden, cell.unansweredReferrals ?? hidden] : []),
            ];
            return (
              <tr key={cell.oblast} {...roles.row}>
                <th {...roles.rowHeader}>{label('oblasts', cell.oblast)}</th>
                <td {...roles.cell}>
                  <LevelWords level={levelOf(cell)} />
                </td>
                {numbers.map((number, n) => (
                  <td key={columns[n + 1]} {...roles.cell} className="places-number">
                    <span className="places-name" aria-hidden="true">
                      {columns[n + 1]}
                      {': '}
                    </span>
                    {number}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const isNumber = (told: number | null | undefined) => typeof told === 'number';
