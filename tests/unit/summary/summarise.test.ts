import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conserve } from '../../../terminology/summary/conservation/conserve';
import { sharedFile } from '../lexicon/shipped';
import { hangs, isSubsequence, separations } from './separation';
import { samples, shippedReader, summaryOf } from './shipped-reader';

const reader = await shippedReader();
const summarised = (text: string) => summaryOf(reader, { paragraphs: text.split('\n') });
const limitsOf = (text: string) => summarised(text).limits;

const ENDO = `Cher ami,
Merci de m’avoir adressé madame Untel, née le 12 mars 1968, pour une hypothyroïdie périphérique. La TSH est à 18,4 mUI/l. À l’échographie, le lobe gauche mesure 14 mm d’épaisseur. L’interrogatoire ne retrouve ni palpitations ni tremblement. La patiente travaille dans une boulangerie et vit avec ses enfants à la campagne depuis dix ans avec deux chiens et plusieurs chats. Elle a repris la marche et le vélo depuis le printemps, et raconte volontiers ses promenades du dimanche.
Je débute un traitement par lévothyroxine 75 µg par jour à jeun. Contrôle de la TSH dans six semaines.
Bien confraternellement.`;

describe('a summary', () => {
  test('puts the sentences of a letter under their headings, each with its place', () => {
    const { lines } = summarised(ENDO);
    expect(lines.map(({ heading, text }) => [heading, text])).toEqual([
      ['motive', 'madame Untel, née le 12 mars 1968, pour une hypothyroïdie périphérique.'],
      ['findings', 'La TSH est à 18,4 mUI/l.'],
      ['treatment', 'Je débute un traitement par lévothyroxine 75 µg par jour à jeun.'],
    ]);
    const paragraphs = ENDO.split('\n');
    const said = lines.map(({ source: { paragraph, from, to } }) =>
      paragraphs[paragraph]!.slice(from, to),
    );
    expect(said[0]).toBe(
      'Merci de m’avoir adressé madame Untel, née le 12 mars 1968, pour une hypothyroïdie périphérique.',
    );
  });

  test('of every sample keeps to it, in few words and lines that stand alone', () => {
    for (const { report, name } of samples()) {
      const { lines } = summaryOf(reader, { paragraphs: report });
      const sentences = reader.read(report);
      const read = lines.flatMap(({ text }, at) => reader.readLine(text, at));
      expect(conserve(sentences, read).unsupported, name).toEqual([]);
      const words = (of: readonly { readonly wordCount: number }[]) =>
        of.reduce((sum, { wordCount }) => sum + wordCount, 0);
      expect(words(read) / words(sentences), name).toBeLessThanOrEqual(0.35);
      for (const { text, source } of lines) {
        const sentence = report[source.paragraph]!.slice(source.from, source.to);
        expect(isSubsequence(text, sentence), text).toBe(true);
        expect(separations(text, sentence), text).toEqual([]);
        expect(hangs(text), text).toBe(false);
      }
      expect(lines.length, name).toBeGreaterThanOrEqual(3);
      expect(lines.length, name).toBeLessThanOrEqual(8);
    }
  });

  test('of the same report is the same, whatever was read before', () => {
    const once = summarised(ENDO);
    summarised('Une autre phrase. Et une troisième, avec une fièvre à 39 °C.');
    expect(summarised(ENDO)).toEqual(once);
  });

  test('of an edited paragraph changes its line', () => {
    const edited = summarised(ENDO.replace('75 µg', '100 µg')).lines;
    expect(edited.at(-1)?.text).toBe(
      'Je débute un traitement par lévothyroxine 100 µg par jour à jeun.',
    );
  });

  test('says what could not be done instead of inventing', () => {
    expect(limitsOf('')).toEqual(['empty']);
    expect(limitsOf(' \n \n...')).toEqual(['empty']);
    expect(limitsOf('Pas de fracture visible.')).toEqual(['one-sentence']);
    expect(
      limitsOf(
        'The patient was seen for chest pain and shortness of breath. There is no history of diabetes. The blood pressure was normal and the heart sounds were regular with no murmur. We will see him again in six months.',
      ),
    ).toEqual(['not-french']);
    expect(limitsOf('mot '.repeat(20_000))).toContain('no-full-stops');
    expect(
      limitsOf('Hémoglobine 9,1 g/dl\nPlaquettes 210 G/l\nKaliémie 6,1 mmol/l\nCRP 112 mg/l'),
    ).toContain('only-results');
    expect(limitsOf(ENDO)).toContain('no-conclusion');
  });

  test('repeats neither of two conclusions that contradict one another', () => {
    const { lines, limits, missing } = summarised(
      `Échographie rénale. Les deux reins sont de taille normale.
Conclusion : lithiase rénale droite de 8 mm.
Conclusion : lithiase rénale gauche de 8 mm.
Contrôle dans un mois.`,
    );
    expect(limits).toContain('contradictory-conclusions');
    expect(lines.map(({ text }) => text).join()).not.toContain('lithiase');
    expect(missing.some(({ quote }) => quote.includes('lithiase'))).toBe(true);
  });

  test('lists what it had no room for and should not leave out', () => {
    const rest = 'Le patient raconte longuement son voyage. '.repeat(2);
    const { missing } = summarised(
      `Motif : ${'douleur, '.repeat(4)}fièvre.\n${rest}\nAllergie à l’iode. Arrêt de l’aspirine. Revoir en urgence.`,
    );
    expect(missing.map(({ kind }) => kind)).toContain('urgent-delay');
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'pas de ',
    'fièvre',
    ', ',
    '. ',
    'Elle ',
    'sans ',
    '5 mg',
    ' de ',
    'bisoprolol ',
    '(',
    ')',
    'droit ',
    'gauche ',
    'probable ',
    'Conclusion : ',
    '\n',
    'mère ',
    '« ',
    ' ; ',
    '12/03/',
    'œdème ',
    'se plaint d’une ',
    'qui ',
    'É',
    '💉',
    '\u00a0',
    'suspecte de métastase',
    'Antécédents familiaux : ',
    '138/76',
    'n’est pas exclue ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  );

  test('it never throws, and each line only leaves out', () => {
    fc.assert(
      fc.property(text, (written) => {
        const paragraphs = written.split('\n');
        for (const { text: line, source } of summaryOf(reader, { paragraphs }).lines) {
          const sentence = paragraphs[source.paragraph]!.slice(source.from, source.to);
          expect(isSubsequence(line, sentence)).toBe(true);
          expect(hangs(line)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe.skipIf(sharedFile('texts/e3c') === undefined)(
  '60 real cases (skipped without the shared texts)',
  () => {
    const folder = sharedFile('texts/e3c') ?? '';
    const files = sharedFile('texts/e3c') ? readdirSync(folder).sort().slice(0, 60) : [];
    const cases = files.map(
      (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { text: string }).text,
    );

    test('nothing unsupported, nothing torn from its noun, no line that hangs', () => {
      const problems: string[] = [];
      for (const [at, written] of cases.entries()) {
        const paragraphs = written.split('\n');
        const { lines } = summaryOf(reader, { paragraphs });
        const read = lines.flatMap(({ text }, line) => reader.readLine(text, line));
        for (const { message } of conserve(reader.read(paragraphs), read).unsupported)
          problems.push(`${files[at]}: ${message}`);
        for (const { text: line, source } of lines) {
          const sentence = paragraphs[source.paragraph]!.slice(source.from, source.to);
          if (!isSubsequence(line, sentence))
            problems.push(`${files[at]}: not of its sentence: ${line}`);
          if (hangs(line)) problems.push(`${files[at]}: hangs: ${line}`);
          for (const problem of separations(line, sentence))
            problems.push(`${files[at]}: ${problem}: ${line}`);
        }
      }
      expect(problems).toEqual([]);
    }, 60_000);
  },
);
