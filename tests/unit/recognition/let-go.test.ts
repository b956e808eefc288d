import { expect, test } from 'vitest';
import { letGo } from '../../../workers/let-go';

test('buffers that are let go hold nothing any more', () => {
  const files = [new ArrayBuffer(1000), new ArrayBuffer(20)];
  letGo(files);
  expect(files.map(({ byteLength }) => byteLength)).toEqual([0, 0]);
});
