import { openBenchBrowser } from './tests/bench/browser';
const b = await openBenchBrowser();
const [engine, model, ...urls] = process.argv.slice(2);
console.log('isolated', await b.page.evaluate(() => (window as any).bench.isIsolated()));
console.log('load', await b.page.evaluate(([e,m]) => (window as any).bench.load(e, m, 2), [engine, model]));
console.log('rss', (await b.rendererBytes())/1e6);
for (const u of urls) { console.log(await b.page.evaluate(([e,u]) => (window as any).bench.run(e, u!.split('+')), [engine, u])); console.log('rss', (await b.rendererBytes())/1e6); }
await b.close();
