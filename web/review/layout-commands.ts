import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import { ALL_FORMATS } from '../editor/report-layout';
import { TABLE_CHANGES } from '../editor/table';
import { layoutWords as words } from '../words/layout';

/** Headings, lists, emphasis and tables, for the palette. */
export const layoutCommands = (editor: () => ReportEditor | undefined): readonly Command[] => [
  ...ALL_FORMATS.map((format) => ({
    id: `format-${format}`,
    label: words.format(format),
    keys: [],
    run: () => editor()?.layout.toggle(format),
  })),
  {
    id: 'table-insert',
    label: words.insertTable,
    keys: [],
    run: () => editor()?.layout.insertTable(),
  },
  ...TABLE_CHANGES.map((change) => ({
    id: `table-${change}`,
    label: words.table(change),
    keys: [],
    run: () => editor()?.layout.changeTable(change),
  })),
];
