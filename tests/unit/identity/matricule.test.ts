import { describe, expect, test } from 'vitest';
import { kindOfOid, matriculeKey, readMatricule } from '../../../web/dossier/identity/matricule';

describe('a matricule', () => {
  test.each([
    ['2790351215189', '89'],
    ['1460263220001', '96'],
  ])('%s has the key of the published examples', (value, key) => {
    expect(matriculeKey(value)).toBe(key);
    expect(readMatricule(value + key, 'TEST')).toEqual({ kind: 'TEST', value, key });
  });

  test('is read as people write it', () => {
    expect(readMatricule('2 79 03 51 215 189 89', 'DEMO')).toEqual({
      kind: 'DEMO',
      value: '2790351215189',
      key: '89',
    });
  });

  test('counts Corsica: 2A as 19, 2B as 18', () => {
    expect(matriculeKey('180042A004001')).toBe(matriculeKey('1800419004001'));
    expect(matriculeKey('180042B004001')).toBe(matriculeKey('1800418004001'));
    expect(readMatricule(`180042b004001${matriculeKey('180042B004001')}`, 'TEST')).toMatchObject({
      value: '180042B004001',
    });
  });

  test.each([
    ['279035121518988', 'wrong-key'],
    ['279035121518998', 'wrong-key'],
    ['2790351215189', 'no-key'],
    ['27903512151', 'not-a-matricule'],
    ['27903C121518989', 'not-a-matricule'],
    ['2790351215189890', 'not-a-matricule'],
    ['279035121518AB9', 'not-a-matricule'],
  ] as const)('%s is refused: %s', (text, problem) => {
    expect(readMatricule(text, 'TEST')).toBe(problem);
  });

  test('with one figure changed or two exchanged is always refused', () => {
    const good = '279035121518989';
    for (let at = 0; at < good.length; at++) {
      for (const figure of '0123456789') {
        const typed = good.slice(0, at) + figure + good.slice(at + 1);
        if (typed !== good) expect(readMatricule(typed, 'TEST')).toBe('wrong-key');
      }
      const [one, two] = [good[at], good[at + 1]];
      if (two === undefined || one === two) continue;
      const typed = good.slice(0, at) + two + one + good.slice(at + 2);
      expect(readMatricule(typed, 'TEST')).toBe('wrong-key');
    }
  });

  test('has a register by its identifier', () => {
    expect(kindOfOid('1.2.250.1.213.1.4.8')).toBe('NIR');
    expect(kindOfOid('1.2.250.1.213.1.4.11')).toBe('DEMO');
    expect(kindOfOid('1.2.250.1.213.1.4.12')).toBeUndefined();
  });
});
