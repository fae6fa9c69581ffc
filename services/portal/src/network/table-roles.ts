/** On a phone rows are laid out as blocks, and some browsers forget then that there is a table: it is said once more. */
export const roles = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnHeader: { scope: 'col', role: 'columnheader' },
  rowHeader: { scope: 'row', role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
