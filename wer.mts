import { readFileSync } from 'node:fs';
import { hear, openNativeRecogniser } from './tests/bench/native-recogniser';
import { readWav } from './tests/bench/wav';
import { parseDictations } from './tests/bench/dictations';
import { scoreWords, rate } from './tests/bench/scoring';
const r = await openNativeRecogniser(process.argv[2]!);
const H='/work/shared/speech/human/';
const t=JSON.parse(readFileSync(H+'rights-text.json','utf8'));
const items=[['consulat',JSON.parse(readFileSync(H+'consulat.json','utf8')).transcript],...['broad','narrow'].flatMap(b=>[1,2].map(i=>[`rights-${b}band-sample${i}`,t['sample'+i]]))] as [string,string][];
const which=(process.argv[3]??'human').split(',');
if(!which.includes('human')) items.length=0;
const load=(f:string)=>f.startsWith('poem')?new Float32Array(new Uint8Array(readFileSync('/tmp/rec-'+f+'.f32')).buffer):readWav(readFileSync(f.includes('.')?'/work/shared/speech/dictations/'+f+'.wav':H+f+'.wav'));
if(which.includes('poems')) for(const p of [131,41,68,87,94]) items.push(['poem-'+p, readFileSync(H+`poem-${p}.txt`,'utf8')]);
if(which.includes('dict')) for(const d of parseDictations(readFileSync('/work/shared/speech/dictations.txt','utf8'))) items.push([d.id+'.kokoro-siwis', d.spoken]);
let e=0,n=0;
for (const [f,ref] of items) {
  const s = load(f); const t = Date.now();
  const h = await hear(r, s); const w=scoreWords(ref,h.text,{freeEnds:f.startsWith('poem')}); e+=w.errors; n+=w.length;
  console.log(f, (s.length/16000).toFixed(1)+'s', ((Date.now()-t)/1000).toFixed(1)+'s', w.errors, w.length, h.events.flatMap(e=>e.kind==='window'?[`${(e.end-e.start).toFixed(1)}`]:[]).join(' '), h.text);
}
console.log('WER', e,n,(100*e/n).toFixed(1));
