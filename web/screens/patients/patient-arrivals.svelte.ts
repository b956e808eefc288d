import { SvelteMap } from 'svelte/reactivity';
import { dayOf } from '../../dossier/dictation';
import type { Columns } from '../../dossier/identity/list/columns';
import type { ListedPatient } from '../../dossier/identity/list/listed-patient';
import {
  MOST_LIST_BYTES,
  patientsOfTable,
  readPatientList,
  type ListFailure,
  type PatientList,
  type PatientTable,
} from '../../dossier/identity/list/patient-list';
import { previewOf, type ListedLine } from '../../dossier/identity/list/preview';
import type { Messages } from '../../ui/messages.svelte';
import { listSentence } from '../../words/patient-lists';
import { importWords as words, patientWords } from '../../words/patients';
import type { PatientBook, PatientChange } from './patient-book.svelte';

export type TakenLine = Extract<ListedLine, { readonly traits: unknown }>;
export const mayBeTaken = (line: ListedLine): line is TakenLine => 'traits' in line;

/** Day's lists that have arrived and wait to be looked through and confirmed. */
export class PatientArrivals {
  readonly #book: PatientBook;
  readonly #messages: Messages;
  #files = $state.raw<readonly { readonly name: string; readonly list: PatientList }[]>([]);
  #columns = $state.raw<Columns>();
  #isTaking = $state.raw(false);
  /** What a person chose by hand, by position of the line. */
  readonly #choices = new SvelteMap<number, boolean>();
  /** As the book was when the list came: it is not looked through again while it is being taken. */
  #lines = $state.raw<readonly ListedLine[]>([]);

  constructor(book: PatientBook, messages: Messages) {
    this.#book = book;
    this.#messages = messages;
  }

  get isOpen(): boolean {
    return this.#files.length > 0;
  }

  get isTaking(): boolean {
    return this.#isTaking;
  }

  get origins(): readonly string[] {
    return this.#files.map(({ name, list }) => words.readAs(name, list.encoding));
  }

  /** Only one file at a time has columns to be corrected. */
  get table(): PatientTable | undefined {
    const [file, ...others] = this.#files;
    const table = others.length === 0 ? file?.list.table : undefined;
    return table && { ...table, columns: this.#columns ?? table.columns };
  }

  get lines(): readonly ListedLine[] {
    return this.#lines;
  }

  /** New and completed patients unless unticked; look-alikes only when ticked. */
  isChosen(at: number): boolean {
    const line = this.#lines[at];
    if (!line || !mayBeTaken(line)) return false;
    return this.#choices.get(at) ?? line.kind !== 'look-alike';
  }

  get chosenCount(): number {
    return this.#lines.filter((_, at) => this.isChosen(at)).length;
  }

  choose(at: number, isChosen: boolean): void {
    this.#choices.set(at, isChosen);
  }

  /** One column for a field: what had it before is not read any more. */
  setColumn(at: number, field: Columns[number]): void {
    const { table } = this;
    if (!table) return;
    this.#choices.clear();
    this.#columns = table.titles.map((_, place) => {
      if (place === at) return field;
      return table.columns[place] === field ? undefined : table.columns[place];
    });
    this.#lines = this.#preview();
  }

  /** Opens files for preview; a bad one says why and the others go on. */
  async receive(files: readonly File[]): Promise<void> {
    this.close();
    const read = await Promise.all(
      files.map(async (file) => ({ file, list: await readFile(file) })),
    );
    for (const { file, list } of read) {
      if (typeof list !== 'string') continue;
      this.#messages.alert(words.failed(file.name, listSentence(list)));
    }
    this.#files = read.flatMap(({ file, list }) =>
      typeof list === 'string' ? [] : [{ name: file.name, list }],
    );
    this.#lines = this.#preview();
  }

  close(): void {
    this.#files = [];
    this.#lines = [];
    this.#columns = undefined;
    this.#choices.clear();
  }

  /** Takes what is chosen; says so, with a way back. */
  async confirm(): Promise<void> {
    const taken = this.#lines.filter((line, at) => this.isChosen(at) && mayBeTaken(line));
    const changes: PatientChange[] = [];
    this.#isTaking = true;
    try {
      for (const line of taken.filter(mayBeTaken)) {
        const before = line.kind === 'completed' ? line.patient : undefined;
        const origin = before?.origin ?? 'imported';
        const { id } = await this.#book.save(line.traits, { id: before?.id, origin });
        changes.push({ id, before });
      }
      this.close();
    } catch {
      this.#messages.alert(patientWords.unsaved);
    } finally {
      this.#isTaking = false;
    }
    if (changes.length > 0) this.#offerUndo(changes);
  }

  #offerUndo(changes: readonly PatientChange[]): void {
    this.#messages.tell(words.done(changes.length), {
      label: patientWords.undo,
      run: () => {
        void this.#book.undo(changes).then(() => this.#messages.tell(words.undone));
      },
    });
  }

  #preview(): readonly ListedLine[] {
    const { table } = this;
    const listed: readonly ListedPatient[] = table
      ? patientsOfTable(table)
      : this.#files.flatMap(({ list }) => list.patients);
    return previewOf(listed, this.#book.index, today());
  }
}

/** `YYYY-MM-DD` here and now. */
export const today = (): string => dayOf({ createdAt: Date.now() });

async function readFile(file: File): Promise<PatientList | ListFailure> {
  // Looked at before it is read: an enormous file never comes into memory.
  if (file.size > MOST_LIST_BYTES) return 'too-big';
  try {
    return readPatientList(new Uint8Array(await file.arrayBuffer()), today());
  } catch {
    return 'unreadable';
  }
}
