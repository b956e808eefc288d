/**
 * Whether the encoder for graphics cards runs in a browser and gives what the processor gives. Without a card it runs on
 * Chromium's renderer in software, which the application refuses and which says nothing about speed:
 *   npx tsx tests/bench/graphics.ts --seconds 3
 *   npx tsx tests/bench/graphics.ts --seconds 28 --card
 */
import { parseArgs } from 'node:util';
import { openBenchBrowser } from './browser';
import type { Bench } from './page/page';

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    sound: { type: 'string', default: '/speech/human/rights-broadband-sample2.wav' },
    model: { type: 'string', default: 'whisper-small' },
    /** The card of this computer instead of software. */
    card: { type: 'boolean', default: false },
  },
});

const SOFTWARE = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const browser = await openBenchBrowser(options.card ? [] : SOFTWARE);
browser.page.setDefaultTimeout(0);
const run = await browser.page.evaluate(
  ({ model, sound, seconds }) => window.bench.onGraphics(model, sound, Number(seconds)),
  options,
);
console.log(run ?? 'This browser shows no card.');
await browser.close();
