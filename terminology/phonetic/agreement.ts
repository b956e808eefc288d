import { lower } from '../lexicon/fold';
import type { SoundEntry } from './sound-lexicon';

export interface FormsKnown {
  readonly knows: (form: string) => boolean;
  /** Whether it is an entry of the medical lists. */
  readonly isEntry: (form: string) => boolean;
}

/**
 * The form with or without s as what was heard ends, where only that form is missing from the lists: "paragraphs" → "paragraphes".
 * Where both are there, their frequency decides.
 */
export function withHeardNumber(
  entry: SoundEntry,
  heard: string,
  { knows, isEntry }: FormsKnown,
): string {
  const { form } = entry;
  const isPlural = /[^siuo]s$/.test(lower(heard));
  const other = /[^s]s$/.test(form) ? form.slice(0, -1) : /[sxz]$/.test(form) ? form : `${form}s`;
  const otherIsPlural = other.length > form.length;
  if (other === form || otherIsPlural !== isPlural || isEntry(other)) return form;
  return knows(other) ? other : form;
}
