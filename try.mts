import { readFileSync } from 'node:fs';
import { hear, openNativeRecogniser } from './tests/bench/native-recogniser';
import { readWav } from './tests/bench/wav';
const r = await openNativeRecogniser(process.argv[2]!);
for (const f of process.argv.slice(3)) {
  const s = readWav(readFileSync(f)); const t = Date.now();
  const h = await hear(r, s);
  console.log(f, (s.length/16000).toFixed(1)+'s', ((Date.now()-t)/1000).toFixed(1)+'s');
  console.log(h.text);
  for (const e of h.events) if (e.kind==='window') console.log(e.start, e.end, e.segments.map(x=>x.words.map(w=>`${w.text}[${w.start}-${w.end} ${w.confidence.toFixed(2)}]`).join(' ')));
}
