import { expect, test } from 'vitest';
import { WorkCount } from '../../../web/screens/work-clock';

test('work is counted while somebody does something or a sound plays', () => {
  const count = new WorkCount();
  const until = (seconds: number, from: number, isPlaying = false) => {
    for (let at = from; at < seconds; at++) count.tick(at * 1000, isPlaying);
  };
  until(10, 0);
  expect(count.seconds).toBe(0);
  count.press(10_000);
  until(200, 10);
  expect(count).toMatchObject({ seconds: 60, keystrokes: 1 });
  until(210, 200, true);
  count.act(210_000);
  until(220, 210);
  expect(count).toMatchObject({ seconds: 80, keystrokes: 1 });
});
