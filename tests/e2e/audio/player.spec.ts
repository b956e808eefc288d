import { chromium } from '../../chromium';
import { expect, test } from './browser';

test.use({ launchOptions: chromium() });

test('plays, pauses with a rewind at the next play, and knows what was heard', async ({
  sound: page,
}) => {
  const seen = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const { player, states } = window.sound.openPlayer();
    await player.load(window.sound.toneWav(20));
    const loaded = player.state;
    player.seek(5);
    player.play();
    await wait(900);
    player.pause();
    await wait(100);
    const paused = player.state;
    const count = states.length;
    await wait(200);
    const quiet = states.length - count;
    player.play();
    await wait(250);
    const again = player.state;
    player.dispose();
    return { loaded, paused, quiet, again, end: player.state };
  });
  expect(seen.loaded).toEqual({ phase: 'paused', seconds: 0, duration: 20, speed: 1, played: [] });
  expect(seen.paused.phase).toBe('paused');
  expect(seen.paused.played).toHaveLength(1);
  expect(seen.paused.played[0]!.start).toBeCloseTo(5, 1);
  expect(seen.paused.played[0]!.end).toBeCloseTo(seen.paused.seconds, 1);
  expect(seen.paused.seconds).toBeGreaterThan(5.3);
  expect(seen.quiet).toBe(0);
  expect(seen.again.phase).toBe('playing');
  expect(seen.again.seconds).toBeLessThan(seen.paused.seconds - 0.9);
  expect(seen.end.phase).toBe('empty');
});

test('plays a span from its start and stops at its end', async ({ sound: page }) => {
  const state = await page.evaluate(async () => {
    const { player } = window.sound.openPlayer();
    await player.load(window.sound.toneWav(20));
    player.playSpan({ start: 8, end: 8.5 });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    return player.state;
  });
  expect(state.phase).toBe('paused');
  expect(state.seconds).toBeGreaterThanOrEqual(8.5);
  expect(state.seconds).toBeLessThan(8.62);
  expect(state.played).toHaveLength(1);
  expect(state.played[0]!.start).toBeCloseTo(8, 1);
});

test('takes a stretch again and again until it is left; what was heard before is still known', async ({
  sound: page,
}) => {
  const seen = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const { player, states } = window.sound.openPlayer();
    await player.load(window.sound.toneWav(20), [{ start: 1, end: 2 }]);
    player.playLoop({ start: 8, end: 8.4 });
    await wait(1800);
    const looped = states.slice();
    player.endLoop();
    await wait(700);
    const after = player.state;
    player.playLoop({ start: 19.6, end: 25 });
    await wait(1500);
    const atEnd = player.state;
    player.seek(3);
    return { looped, after, atEnd, left: player.state };
  });
  const clock = seen.looped.filter(({ loop }) => loop).map(({ seconds }) => seconds);
  expect(clock.filter((now, index) => now < (clock[index - 1] ?? 0)).length).toBeGreaterThan(1);
  expect(Math.max(...clock)).toBeLessThan(8.6);
  expect(seen.after.loop).toBeUndefined();
  expect(seen.after.seconds).toBeGreaterThan(8.6);
  expect(seen.after.played).toHaveLength(2);
  expect(seen.after.played[0]).toEqual({ start: 1, end: 2 });
  expect(seen.atEnd.phase).toBe('playing');
  expect(seen.left.loop).toBeUndefined();
});

test('made louder and clearer, the sound still plays, and passes as it is when switched off', async ({
  sound: page,
}) => {
  const heard = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const { player } = window.sound.openPlayer();
    await player.load(window.sound.toneWav(20));
    const moments: number[] = [];
    for (const [volume, isFiltered] of [
      [3, true],
      [3, false],
      [1, true],
      [1, false],
    ] as const) {
      player.enhancement = { volume, isFiltered };
      player.play();
      await wait(700);
      player.pause();
      await wait(50);
      moments.push(player.state.played.at(-1)?.end ?? 0);
      player.seek(player.state.seconds);
    }
    return moments;
  });
  for (const [index, moment] of heard.entries()) {
    expect(moment).toBeGreaterThan((heard[index - 1] ?? 0) + 0.3);
  }
});

test('speed, back and seek stay within bounds; a jump is not listening', async ({
  sound: page,
}) => {
  const seen = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const { player } = window.sound.openPlayer();
    await player.load(window.sound.toneWav(20));
    player.setSpeed(7);
    const fast = player.state.speed;
    player.seek(2);
    player.play();
    await wait(600);
    player.seek(15);
    await wait(500);
    player.pause();
    await wait(50);
    const { played } = player.state;
    player.seek(1);
    player.back();
    const start = player.state.seconds;
    player.seek(99);
    return { fast, played, start, end: player.state.seconds };
  });
  expect(seen.fast).toBe(2);
  expect(seen.played).toHaveLength(2);
  expect(seen.played[0]!.end).toBeLessThan(5);
  expect(seen.played[0]!.end - seen.played[0]!.start).toBeGreaterThan(0.6);
  expect(seen.played[1]!.start).toBeGreaterThanOrEqual(14.9);
  expect(seen.start).toBe(0);
  expect(seen.end).toBe(20);
});

test('says failed of what cannot be played, and takes another sound after it', async ({
  sound: page,
}) => {
  const phases = await page.evaluate(async () => {
    const { player } = window.sound.openPlayer();
    await player.load(new Blob(['pas un son']));
    const failed = player.state.phase;
    await player.load(window.sound.toneWav(2));
    return [failed, player.state.phase];
  });
  expect(phases).toEqual(['failed', 'paused']);
});
