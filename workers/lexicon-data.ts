import cim10Url from '../terminology/data/cim10.lex?url';
import cim10SoundsUrl from '../terminology/data/cim10.sounds?url';
import generalUrl from '../terminology/data/general.lex?url';
import generalSoundsUrl from '../terminology/data/general.sounds?url';
import medicalUrl from '../terminology/data/medical.lex?url';
import medicalSoundsUrl from '../terminology/data/medical.sounds?url';

const DATA: Readonly<Record<string, string>> = {
  'general.lex': generalUrl,
  'medical.lex': medicalUrl,
  'cim10.lex': cim10Url,
  'general.sounds': generalSoundsUrl,
  'medical.sounds': medicalSoundsUrl,
  'cim10.sounds': cim10SoundsUrl,
};

/** Compressed bytes of a file of `terminology/data/`. */
export async function readLexiconFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(DATA[name] ?? name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
