import { openKillBrowser, type Kill } from './kills';
import { STATES } from './states';

/** `npm run endurance`: kills at random moments, 1,000 unless another number is given; a table of what was lost. */
const KILLS = Number(process.argv[2] ?? 1_000);

const browser = await openKillBrowser();
const kills: Kill[] = [];
try {
  for (let turn = 0; turn < KILLS; turn++) {
    const state = STATES[turn % STATES.length] ?? 'sealing';
    const kill = await browser.kill(state, Math.random());
    kills.push(kill);
    if (kill.wrong || kill.unreadable > 0) console.log(kill);
  }
} finally {
  await browser.close();
}

const table = STATES.map((state) => {
  const of = kills.filter((kill) => kill.state === state);
  return {
    'killed while': state,
    kills: of.length,
    'acknowledged, in all': Math.round(of.reduce((sum, kill) => sum + kill.acknowledged, 0)),
    'most lost': Number(Math.max(0, ...of.map(({ lost }) => lost)).toFixed(2)),
    'rows unreadable': of.reduce((sum, kill) => sum + kill.unreadable, 0),
    wrong: of.filter(({ wrong }) => wrong).length,
  };
});
console.table(table);
const isBad = kills.some(
  ({ state, lost, unreadable, wrong }) =>
    wrong !== undefined || unreadable > 0 || lost > (state === 'recording' ? 1 : 0),
);
if (isBad) process.exitCode = 1;
