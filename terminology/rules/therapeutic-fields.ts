import { fold } from '../lexicon/fold';
import type { Knowledge } from './knowledge';
import type { ReadWord } from './reading';
import { FIELD_WORDS, FIELDS_BY_CLASS, FIELDS_BY_DRUG, type Field } from './therapeutic-tables';

export type { Field };

const FIELDS: readonly (readonly [Field, RegExp])[] = (
  Object.entries(FIELD_WORDS) as [Field, string][]
).map(([field, words]) => [field, new RegExp(`^(?:${words.replaceAll(',', '|')})`)]);

const byWord = new Map<string, readonly Field[]>();
const MOST_REMEMBERED = 20_000;
const SHORTEST = 2;

/** Fields that a word of a report tells of: "tuberculose" → tuberculosis and steroid; empty for most words. */
export function fieldsOfWord({ key, value }: ReadWord): readonly Field[] {
  if (value !== undefined || key.length < SHORTEST) return [];
  const known = byWord.get(key);
  if (known) return known;
  const fields = FIELDS.filter(([, words]) => words.test(key)).map(([field]) => field);
  if (byWord.size < MOST_REMEMBERED) byWord.set(key, fields);
  return fields;
}

const classesOf = (knowledge: Knowledge, name: string): string[] =>
  knowledge.lexicon
    .find(name)
    .filter(({ categories }) => categories.includes('drug'))
    .flatMap(({ note }) => (note === undefined ? [] : [note]));

/** What a drug is given for; empty where nothing is known of it. */
export function fieldsOfDrug(knowledge: Knowledge | undefined, name: string): readonly Field[] {
  const key = fold(name);
  const listed = FIELDS_BY_DRUG[key] ?? FIELDS_BY_DRUG[key.split(' ')[0] ?? ''];
  if (listed || !knowledge) return listed ?? [];
  for (const note of [
    ...classesOf(knowledge, name),
    ...classesOf(knowledge, name.split(' ')[0] ?? ''),
  ])
    for (const [pattern, fields] of FIELDS_BY_CLASS) if (pattern.test(note)) return fields;
  return [];
}
