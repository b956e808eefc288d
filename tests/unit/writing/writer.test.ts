import { env } from '@xenova/transformers';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LineCutter, lineChecker } from '../../../terminology/summary/written-lines';
import { openWriter } from '../../../workers/writing/writer';
import { shippedReader } from '../summary/shipped-reader';
import { writeTinyWriter } from './tiny-writer';

const folder = mkdtempSync(join(tmpdir(), 'plume-writer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REPORT = [
  'Madame Untel consulte pour une hypothyroïdie périphérique.',
  'Pas de nodule. Je débute la lévothyroxine 75 µg par jour.',
];
const SAID =
  'Hypothyroïdie périphérique. Lévothyroxine 175 µg par jour. Aspirine 100 mg. Nodule thyroïdien.';

test('a real model writes, and each of its lines is compared with the report', async () => {
  writeTinyWriter(join(folder, 'tiny'), SAID);
  expect(statSync(join(folder, 'tiny/onnx/model.onnx')).size).toBeGreaterThan(300_000);
  env.allowRemoteModels = false;
  env.localModelPath = folder;
  const write = await openWriter({ id: 'tiny', task: 'text-generation', dtype: 'fp32' });
  const check = lineChecker(await shippedReader(), REPORT);
  const told: [string, readonly string[]][] = [];
  const lines = new LineCutter((line) => {
    const { text, unsupported } = check(line);
    told.push([text, unsupported.map(({ kind }) => kind)]);
  });
  const whole = await write(REPORT.join('\n'), (part) => lines.add(part));
  expect(lines.end()).toBe(4);
  expect(whole.trim()).toBe(SAID);
  expect(told).toEqual([
    ['Hypothyroïdie périphérique.', []],
    ['Lévothyroxine 175 µg par jour.', ['dose']],
    ['Aspirine 100 mg.', ['drug', 'dose']],
    ['Nodule thyroïdien.', ['negation']],
  ]);
});

test('a folder without its files is refused', async () => {
  env.localModelPath = folder;
  await expect(
    openWriter({ id: 'nothing', task: 'text-generation', dtype: 'fp32' }),
  ).rejects.toThrow();
});
