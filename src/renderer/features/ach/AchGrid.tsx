import { Ellipsis } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ratingNames, scoreText, typedRating, weightNames } from '../../../shared/ach/table';
import { achRatings, achWeights, type AchItem, type AchRating, type AchTable } from '../../../shared/domain/ach';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { Button, cx, IconButton, Menu, StatusMark, type MenuEntry } from '../../ui';
import styles from './ach.module.css';

/**
 * Evidence down, hypotheses across. Every cell is a button with a menu. Arrows move; on a rating, C, I, N, X or 1–6 rate at once,
 * C or I again makes it stronger, Delete takes it back.
 */
export function AchGrid({ table }: { table: AchTable }) {
  const body = useRef<HTMLTableElement>(null);
  const rating = useAct('ach.rate');
  const removeHypothesis = useAct('ach.removeHypothesis', { success: 'Hypothesis removed from the table' });
  const rate = (item: AchItem, hypothesisId: string, value: AchRating | null) =>
    void rating.act({ hypothesisId, itemId: item.id, rating: value });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
    // subtle: taken on the way down, because a menu's button opens at the arrow keys; what is typed in a menu passes here too.
    if (!cell || !body.current?.contains(cell) || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row = 0, column = 0] = (cell.dataset['cell'] ?? '').split(' ').map(Number);
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const item = table.itemList[row];
    const hypothesis = table.hypothesisList[column - 2];
    if (step) {
      body.current.querySelector<HTMLElement>(`[data-cell="${row + step[0]!} ${column + step[1]!}"]`)?.focus();
    } else if (!item || !hypothesis) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') rate(item, hypothesis.id, null);
    else {
      const typed = typedRating(event.key, item.ratings[hypothesis.id]);
      if (typed === null) return;
      rate(item, hypothesis.id, typed);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['scroll']}>
      <table ref={body} className={styles['table']} onKeyDownCapture={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            <th scope="col">Credibility</th>
            <th scope="col">Relevance</th>
            <th scope="col" title="How far it tells the hypotheses apart: 0 not at all, 1 entirely">
              Diagnostic
            </th>
            {table.hypothesisList.map((one) => (
              <th key={one.id} scope="col" className={styles['hypothesis']}>
                <span className={styles['hypothesisText']} dir="auto" title={one.statement}>
                  {one.statement}
                </span>
                <Menu
                  align="end"
                  entries={[
                    {
                      label: 'Remove from the table',
                      dangerous: true,
                      run: () => void removeHypothesis.act({ id: one.id }),
                    },
                  ]}
                >
                  <IconButton small label={`Hypothesis “${one.statement}”`} icon={<Ellipsis size={14} />} />
                </Menu>
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.itemList.map((item, row) => (
            <Line key={item.id} item={item} row={row} table={table} rate={rate} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Against it, weighted (unweighted)
            </th>
            {table.hypothesisList.map((one) => (
              <td key={one.id} className={cx(styles['sum'], one.rank === 1 && styles['least'])}>
                {scoreText(one.weighted)} ({scoreText(one.score)})
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={styles['quiet']}>
        C consistent, CC very · I inconsistent, II very · N neutral · X not applicable. Type them in a cell, or open its
        menu with Enter. Only I and II count.
      </p>
    </div>
  );
}

interface LineProps {
  item: AchItem;
  row: number;
  table: AchTable;
  rate: (item: AchItem, hypothesisId: string, value: AchRating | null) => void;
}

function Line({ item, row, table, rate }: LineProps) {
  const { open } = useNavigation();
  const update = useAct('ach.updateItem');
  const remove = useAct('ach.removeItem', { success: 'Line removed from the table' });
  const weight = (name: 'credibility' | 'relevance', column: number) => (
    <td>
      <Cell
        row={row}
        column={column}
        label={`${name === 'credibility' ? 'Credibility' : 'Relevance'}: ${weightNames[item[name]]}`}
        entries={achWeights.map((value) => ({
          label: weightNames[value],
          checked: item[name] === value,
          run: () => void update.act({ id: item.id, [name]: value }),
        }))}
      >
        {weightNames[item[name]]}
      </Cell>
    </td>
  );
  return (
    <tr>
      <th scope="row" className={styles['evidence']}>
        {item.status && <StatusMark status={item.status} />}
        <span className={item.kind === 'excerpt' ? styles['words'] : styles['claim']} dir="auto" title={item.text}>
          {item.text}
        </span>
        <Button
          look="link"
          onClick={() => open({ view: item.kind === 'claim' ? 'claims' : 'excerpts', id: item.targetId })}
        >
          {item.kind === 'claim' ? 'Claim' : item.citation}
        </Button>
      </th>
      {weight('credibility', 0)}
      {weight('relevance', 1)}
      <td className={styles['number']}>{scoreText(item.diagnosticity)}</td>
      {table.hypothesisList.map((one, index) => {
        const value = item.ratings[one.id];
        return (
          <td key={one.id} className={styles['ratingCell']}>
            <Cell
              row={row}
              column={index + 2}
              label={`${one.statement}: ${value ? ratingNames[value] : 'not rated'}`}
              className={value ? styles[value] : styles['unrated']}
              entries={[
                ...achRatings.map((each) => ({
                  label: `${each}  ${ratingNames[each]}`,
                  checked: value === each,
                  run: () => rate(item, one.id, each),
                })),
                'line' as const,
                { label: 'Not rated', disabled: value === undefined, run: () => rate(item, one.id, null) },
              ]}
            >
              {value ?? '·'}
            </Cell>
          </td>
        );
      })}
      <td>
        <Menu
          align="end"
          entries={[{ label: 'Remove from the table', dangerous: true, run: () => void remove.act({ id: item.id }) }]}
        >
          <IconButton small label={`Line “${item.text.slice(0, 60)}”`} icon={<Ellipsis size={15} />} />
        </Menu>
      </td>
    </tr>
  );
}

interface CellProps {
  row: number;
  column: number;
  label: string;
  className?: string | undefined;
  entries: readonly MenuEntry[];
  children: ReactNode;
}

function Cell({ row, column, label, className, entries, children }: CellProps) {
  return (
    <Menu entries={entries}>
      <button type="button" className={cx(styles['cell'], className)} data-cell={`${row} ${column}`} aria-label={label}>
        {children}
      </button>
    </Menu>
  );
}
