import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] });
const page = await b.newPage();
const D='/work/shared/speech/';
const files=[...readdirSync(D+'human').filter(f=>f.endsWith('.mp3')).map(f=>'human/'+f), ...process.argv.slice(2)];
for (const f of files) {
  const out = await page.evaluate(async (b64) => {
    const bytes = Uint8Array.from(atob(b64), c=>c.charCodeAt(0));
    const ctx = new OfflineAudioContext(1,1,16000);
    const a = await ctx.decodeAudioData(bytes.buffer);
    const n=a.length, m=new Float32Array(n); for(let c=0;c<a.numberOfChannels;c++){const d=a.getChannelData(c); for(let i=0;i<n;i++) m[i]+=d[i]/a.numberOfChannels;}
    const u=new Uint8Array(m.buffer); let s=''; for(let i=0;i<u.length;i+=32768) s+=String.fromCharCode(...u.subarray(i,i+32768)); return btoa(s);
  }, readFileSync(D+f).toString('base64'));
  writeFileSync('/tmp/rec-'+f.split('/')[1]!.replace(/\.\w+$/,'.f32'), Buffer.from(out,'base64')); console.log(f, Buffer.from(out,'base64').length/4/16000);
}
await b.close();
