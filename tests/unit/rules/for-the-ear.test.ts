import { expect, test } from 'vitest';
import { isForTheEar, RULES_FOR_THE_EAR } from '../../../terminology/rules/for-the-ear';
import { PARAGRAPH_RULES, REPORT_RULES } from '../../../terminology/rules/rules';

test('rules for the ear are rules there are', () => {
  const names = [...PARAGRAPH_RULES, ...REPORT_RULES].map(({ name }) => name);
  expect([...RULES_FOR_THE_EAR].filter((name) => !names.includes(name))).toEqual([]);
});

test('a dose that nobody sells is not settled by hearing it', () => {
  expect(isForTheEar('dose')).toBe(false);
  expect(isForTheEar('heard-drug')).toBe(true);
});
