import type { PersonEdit } from '../../terminology/memory/lessons';
import type { HeardTranscript } from '../dossier/transcript';
import type { ReportEditor } from '../editor/report-editor';

export interface LessonSources {
  /** None where another tab writes the report. */
  readonly editor: () => ReportEditor | undefined;
  readonly transcript: () => HeardTranscript | undefined;
  /** Keeps what the report teaches as it stands, in place of what it taught before. */
  readonly learn: (edits: readonly PersonEdit[]) => Promise<void>;
}

/** Reads what a person corrected once she has left the paragraph or the report, never while she types. */
export class Lessons {
  readonly #sources: LessonSources;
  #paragraph: number | undefined;
  #plainText = '';

  constructor(sources: LessonSources) {
    this.#sources = sources;
  }

  /** The text or the caret has moved. */
  look(): void {
    const editor = this.#sources.editor();
    if (!editor) return;
    const here = editor.paragraph;
    const hasMoved = this.#paragraph !== undefined && this.#paragraph !== here;
    this.#paragraph = here;
    if (hasMoved) void this.#read(editor, false);
  }

  /** The person leaves the report. */
  async settle(): Promise<void> {
    const editor = this.#sources.editor();
    if (editor) await this.#read(editor, true);
  }

  async #read(editor: ReportEditor, hasLeft: boolean): Promise<void> {
    const transcript = this.#sources.transcript();
    const text = `${editor.plainText}${hasLeft ? '' : editor.paragraph}`;
    if (!transcript || text === this.#plainText) return;
    this.#plainText = text;
    await this.#sources.learn(editsOf(editor, transcript, hasLeft));
  }
}

function editsOf(
  editor: ReportEditor,
  { windows }: HeardTranscript,
  hasLeft: boolean,
): readonly PersonEdit[] {
  const words = windows.flatMap(({ segments }) => segments.flatMap((segment) => segment.words));
  return editor.edits(hasLeft).map(({ start, end, ...passage }) => {
    const heard = words.filter((word) => {
      const middle = (word.start + word.end) / 2;
      return start <= middle && middle < end;
    });
    return { ...passage, heard: heard.map(({ text }) => text).join(' ') };
  });
}
