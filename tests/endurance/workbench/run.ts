import { openWorkbenchKills } from './kills';

/** `npx tsx tests/endurance/workbench/run.ts [kills]`: 200 unless another number is given; a line of JSON a kill. */
const KILLS = Number(process.argv[2] ?? 200);

const browser = await openWorkbenchKills();
let bad = 0;
try {
  for (let turn = 0; turn < KILLS; turn++) {
    const kill = await browser.kill(turn % 2 === 0 ? 'reviewing' : 'moving', Math.random());
    if (kill.lost > 0 || kill.unreadable > 0 || kill.wrong !== undefined) bad += 1;
    console.log(JSON.stringify({ turn: turn + 1, bad, ...kill }));
  }
} finally {
  await browser.close();
}
if (bad > 0) process.exitCode = 1;
