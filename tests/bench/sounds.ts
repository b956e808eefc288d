import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDictations, sharedFolder } from './dictations';

export const SOUND_SETS = ['human', 'poems', 'dictations'] as const;
export type SoundSet = (typeof SOUND_SETS)[number];

/** A sound of the speech material and what is said in it. */
export interface BenchSound {
  readonly id: string;
  readonly set: SoundSet;
  /** Where the bench page finds it. */
  readonly url: string;
  readonly reference: string;
  readonly terms: readonly string[];
  /** A spoken notice stands before and after the text. */
  readonly freeEnds: boolean;
}

const speech = (...path: string[]): string => join(sharedFolder(), 'speech', ...path);

const readText = (...path: string[]): string => readFileSync(speech(...path), 'utf8');

const human = (id: string, reference: string): BenchSound => ({
  id,
  set: 'human',
  url: `/speech/human/${id}.wav`,
  reference,
  terms: [],
  freeEnds: false,
});

function humanSounds(): BenchSound[] {
  const rights = JSON.parse(readText('human', 'rights-text.json')) as Record<string, string>;
  const consulat = JSON.parse(readText('human', 'consulat.json')) as { transcript: string };
  return [
    human('consulat', consulat.transcript),
    ...['broadband', 'narrowband'].flatMap((band) =>
      ['sample1', 'sample2'].map((sample) =>
        human(`rights-${band}-${sample}`, rights[sample] ?? ''),
      ),
    ),
  ];
}

const poems = (): BenchSound[] =>
  readdirSync(speech('human'))
    .filter((name) => /^poem-\d+\.txt$/.test(name))
    .map((name) => name.replace('.txt', ''))
    .map((id) => ({
      id,
      set: 'poems',
      url: `/speech/human/${id}.mp3`,
      reference: readText('human', `${id}.txt`),
      terms: [],
      freeEnds: true,
    }));

function dictations(): BenchSound[] {
  const references = new Map(
    parseDictations(readText('dictations.txt')).map((dictation) => [dictation.id, dictation]),
  );
  return readdirSync(speech('dictations')).flatMap((name) => {
    const reference = references.get(name.split('.')[0] ?? '');
    if (reference === undefined) return [];
    return {
      id: name.replace(/\.\w+$/, ''),
      set: 'dictations' as const,
      url: `/speech/dictations/${name}`,
      reference: reference.spoken,
      terms: reference.terms,
      freeEnds: false,
    };
  });
}

/** Every sound of the material, or those of which the set or a part of the name is asked for. */
export function benchSounds(wanted: readonly string[] = []): BenchSound[] {
  const all = [...humanSounds(), ...poems(), ...dictations()];
  if (wanted.length === 0) return all;
  return all.filter(({ id, set }) => wanted.some((part) => part === set || id.includes(part)));
}
