import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsIn } from '../../../web/dossier/field';
import { SHIPPED_TEMPLATES } from '../../../web/dossier/shipped-templates';
import {
  autoTextFault,
  fitting,
  readTemplateFile,
  requiredSections,
} from '../../../web/dossier/template';
import { DOCUMENT_TYPES } from '../../../terminology/spoken/document-types';

/** `PLUME_FUZZ=2000` tries as many files of anything. */
const RUNS = Number(process.env['PLUME_FUZZ'] ?? 300);

describe('fields', () => {
  test('are found with their choices', () => {
    expect(fieldsIn('Lobe [côté : droit | gauche], [taille] mm')).toEqual([
      { from: 5, to: 28, name: 'côté', choices: ['droit', 'gauche'] },
      { from: 30, to: 38, name: 'taille', choices: [] },
    ]);
  });

  test('are not read into open brackets or lines', () => {
    expect(fieldsIn('[a\nb] [ouvert [] ]')).toEqual([]);
  });
});

describe('templates', () => {
  test('there is a good one for each document type', () => {
    expect(SHIPPED_TEMPLATES.map(({ documentType }) => documentType)).toEqual(DOCUMENT_TYPES);
    for (const { sections } of SHIPPED_TEMPLATES) {
      expect(sections.some(({ isRequired }) => isRequired)).toBe(true);
      for (const { text } of sections) {
        expect(text.replace(/\[[^[\]]*\]/g, '')).not.toMatch(/[[\]]/);
        expect(fieldsIn(text)).toHaveLength(text.split('[').length - 1);
      }
    }
  });

  test('of a doctor come before those of everybody, and never to another doctor', () => {
    const [ct] = SHIPPED_TEMPLATES.filter(({ documentType }) => documentType === 'ct');
    const own = { ...ct!, id: 'own', authorId: 'a' };
    const all = [...SHIPPED_TEMPLATES, own];
    expect(fitting(all, 'ct', 'a')[0]?.id).toBe('own');
    expect(fitting(all, 'ct', 'b').map(({ id }) => id)).not.toContain('own');
  });

  test('say which sections a report must have', () => {
    expect(requiredSections(SHIPPED_TEMPLATES, 'mri')).toEqual([
      'Indication',
      'Technique',
      'Résultats',
      'Conclusion',
    ]);
    expect(requiredSections(SHIPPED_TEMPLATES, undefined)).toEqual([]);
  });

  test('come back from a file as they were', () => {
    const file = {
      format: 1,
      templates: SHIPPED_TEMPLATES,
      autoTexts: [{ format: 1, id: 'x', code: 'exn', text: 'Examen normal.' }],
    };
    expect(readTemplateFile(JSON.stringify(file))).toEqual({ file, skipped: 0 });
  });

  test.each([
    ['{', 'not-json'],
    ['[]', 'not-templates'],
    ['{"format":2}', 'later-version'],
  ])('%s is refused', (json, fault) => {
    expect(readTemplateFile(json)).toBe(fault);
  });

  test('whatever stands in a file, nothing breaks and what is unreadable is counted', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (templates) => {
        const read = readTemplateFile(JSON.stringify({ format: 1, templates }));
        if (typeof read === 'string') throw new Error(read);
        expect(read.file.templates.length + read.skipped).toBe(templates.length);
      }),
      { numRuns: RUNS },
    );
  });
});

test.each([
  [{ code: '', text: 'x' }, 'no-code'],
  [{ code: 'a b', text: 'x' }, 'spaced-code'],
  [{ code: 'abc', text: ' ' }, 'no-text'],
  [{ code: 'EXN', text: 'x' }, 'code-taken'],
  [{ code: 'autre', text: 'x' }, undefined],
])('the auto-text %o: %s', (autoText, fault) => {
  expect(autoTextFault(autoText, [{ format: 1, id: '1', code: 'exn', text: 'y' }])).toBe(fault);
});

test('an exported file with bytes changed or cut off is read, or refused, without a fault', () => {
  const file = { format: 1, templates: SHIPPED_TEMPLATES, autoTexts: [] };
  const whole = new TextEncoder().encode(JSON.stringify(file));
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(whole.length),
      (at, by, length) => {
        const damaged = whole.slice(0, at % 2 === 0 ? length : whole.length);
        if (at < damaged.length) damaged[at] = (damaged[at] ?? 0) ^ by;
        const read = readTemplateFile(new TextDecoder().decode(damaged));
        if (typeof read === 'string') return;
        expect(read.file.templates.length).toBeLessThanOrEqual(SHIPPED_TEMPLATES.length);
        expect(readTemplateFile(JSON.stringify(read.file))).toEqual({
          file: read.file,
          skipped: 0,
        });
      },
    ),
    { numRuns: 2_000 },
  );
});
