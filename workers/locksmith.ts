import { expose } from 'comlink';
import generalUrl from '../terminology/data/general.lex?url';
import { GeneralWords } from '../terminology/lexicon/general-words';
import { unpackGraph } from '../terminology/lexicon/layer-file';
import { gunzip } from '../terminology/lexicon/packed-file';
import { deriveKey } from './keys/argon2';
import { drawPassphrase, passphraseWords } from './keys/passphrase';

const api = {
  deriveKey,

  /** Seven words that nobody chose. */
  async proposePassphrase(): Promise<string> {
    const response = await fetch(generalUrl);
    if (!response.ok) throw new Error(`general.lex: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const general = new GeneralWords(unpackGraph(await gunzip(bytes)));
    return drawPassphrase(passphraseWords(general));
  },
};

export type LocksmithApi = typeof api;

expose(api);
