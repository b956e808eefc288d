import { Recorder } from '../../../web/audio/recorder';
import { soundIds } from '../../../web/dossier/dictation';
import { Saving } from '../../../web/editor/saving';
import { Accounts, type Claim } from '../../../web/vault/accounts';
import { deviceKey, openRegistry } from '../../../web/vault/registry';
import { openVault, takeOverTrial, type Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import type { State } from '../states';

/** What a page killed in some state left behind. */
export interface Verdict {
  /** What was acknowledged before the kill and is not there: seconds of sound, else counts. */
  readonly lost: number;
  /** Rows that do not open. */
  readonly unreadable: number;
  /** Why it is not as it should be; undefined when it is. */
  readonly wrong: string | undefined;
}

/** Tells the test how far the page has come; set by the driver. */
declare const reached: (progress: number) => Promise<void>;

const RATE = 16_000;
const ROWS = 60;
const PASSPHRASES = ['une première phrase', 'une seconde phrase'] as const;
const DICTATION = 'd';

/** The trial's key stands for any: it is where each life of the page finds it again. */
const openKept = async (): Promise<Vault> =>
  openVault('endurance', (await deviceKey(openRegistry())).key);

/** Quick, so that kills fall into the writing; the real derivation has tests of its own. */
const derive = async (text: string, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text + String(salt))),
  );

const forEver = async (step: (turn: number) => Promise<unknown>): Promise<void> => {
  for (let turn = 1; ; turn++) await step(turn);
};

async function record(vault: Vault): Promise<void> {
  await vault.dictations.put(dictation({ id: DICTATION, original: { kind: 'takes', edits: [] } }));
  const recorder = new Recorder({
    sink: {
      beginTake: (edit) =>
        vault.dictations.change(DICTATION, { original: { kind: 'takes', edits: [edit] } }),
      write: ({ takeId, index, speech, original, peaks }) =>
        vault.sounds.writePiece({
          soundId: takeId,
          index,
          speech: speech.buffer,
          original: original.buffer,
          peaks: peaks.buffer,
        }),
    },
    onChange: ({ seconds }) => void reached(seconds),
  });
  const failure = await recorder.start({ kind: 'append' });
  if (failure) throw new Error(failure);
}

async function edit(vault: Vault): Promise<void> {
  let typed = 0;
  const saving = new Saving(
    { dictationId: DICTATION, version: 0 },
    {
      append: async (entries) => {
        await vault.reports.append(entries);
        for (const { version } of entries) void reached(version);
      },
      settle: vault.reports.settle,
    },
    () => undefined,
  );
  await forEver(async () => {
    saving.add([{ typed: ++typed }]);
    if (typed % 40 === 0) void saving.settle({ document: { typed } });
    await new Promise((resolve) => setTimeout(resolve, 4));
  });
}

const seal = (vault: Vault): Promise<void> =>
  forEver(async (turn) => {
    await Promise.all([
      vault.records<number>('templates').put('w', turn),
      vault.annexes<number>('work-time').put(DICTATION, 'm', turn),
      vault.dictations.put(dictation({ id: DICTATION, createdAt: turn })),
    ]);
    void reached(turn);
  });

const fill = async (vault: Vault, id: string): Promise<void> => {
  await vault.dictations.put(dictation({ id }));
  for (let index = 0; index < ROWS; index++) {
    await vault.sounds.originals.write(id, index, new Uint8Array([index]).buffer);
    await vault.annexes<number>('work-time').put(id, `m${index}`, index);
  }
};

async function purge(vault: Vault): Promise<void> {
  await forEver(async (turn) => {
    await fill(vault, `d${turn}`);
    void reached(turn);
    await vault.dictations.purge(`d${turn}`);
  });
}

async function convert(): Promise<void> {
  const { key } = await deviceKey(openRegistry());
  const trial = await openVault('plume', key);
  await fill(trial, DICTATION);
  await trial.close();
  void reached(1);
  await takeOverTrial({ practiceId: 'endurance', key, deviceKey: key }, (done) => {
    void reached(1 + done);
  });
}

async function rewrap(): Promise<void> {
  const accounts = new Accounts(openRegistry('endurance-accounts'), derive);
  const names = { practiceName: 'Cabinet', personName: 'Odile' };
  const [passphrase] = PASSPHRASES;
  const { person } = await accounts.makePractice({ ...names, passphrase, isTakingOver: false });
  await forEver(async (turn) => {
    const claim = claimOf(person.id, PASSPHRASES[(turn - 1) % 2]);
    await accounts.changePassphrase(claim, PASSPHRASES[turn % 2] ?? '');
    void reached(turn);
  });
}

const claimOf = (accountId: string, text = ''): Claim => ({
  accountId,
  proof: { kind: 'passphrase', text },
});

const unreadableIn = async (vault: Vault): Promise<number> =>
  (await vault.quarantine.all()).length + (await vault.dictations.lost()).length;

type Check = (vault: Vault, acknowledged: number) => Promise<Omit<Verdict, 'unreadable'>>;

const fine = (lost = 0) => ({ lost, wrong: undefined });

const CHECKS: Readonly<Record<State, Check>> = {
  recording: async (vault, heardSeconds) => {
    const kept = await vault.dictations.get(DICTATION);
    let bytes = 0;
    for (const id of kept ? soundIds(kept) : []) {
      const blob = await vault.sounds.speech.blob(id, '');
      if (blob.size !== (await vault.sounds.speech.size(id))) return { lost: 0, wrong: 'a gap' };
      bytes += blob.size;
    }
    return fine(Math.max(0, heardSeconds - bytes / 2 / RATE));
  },
  editing: async (vault, acknowledged) => {
    const { snapshot, journal } = await vault.reports.open(DICTATION);
    const first = (snapshot?.version ?? 0) + 1;
    const isWhole = journal.every(({ version }, at) => version === first + at);
    const last = journal.at(-1)?.version ?? snapshot?.version ?? 0;
    return isWhole ? fine(Math.max(0, acknowledged - last)) : { lost: 0, wrong: 'a gap' };
  },
  sealing: async (vault, acknowledged) => {
    const kept = [
      await vault.records<number>('templates').get('w'),
      (await vault.annexes<number>('work-time').all(DICTATION))[0],
      (await vault.dictations.get(DICTATION))?.createdAt,
    ];
    return fine(Math.max(0, ...kept.map((turn) => acknowledged - (turn ?? 0))));
  },
  purging: async (vault) => {
    for (const { id } of await vault.dictations.all()) {
      const pieces = await vault.sounds.originals.size(id);
      const moves = (await vault.annexes<number>('work-time').all(id)).length;
      if (Math.abs(pieces - moves) > 1) return { lost: 0, wrong: 'half purged' };
    }
    return fine();
  },
  converting: async (_, acknowledged) => {
    if (acknowledged === 0) return fine();
    const { key } = await deviceKey(openRegistry());
    await takeOverTrial({ practiceId: 'endurance', key, deviceKey: key }, () => undefined);
    const vault = await openVault('plume-endurance', key);
    const pieces = await vault.sounds.originals.size(DICTATION);
    const moves = await vault.annexes<number>('work-time').all(DICTATION);
    const unreadable = await unreadableIn(vault);
    await vault.close();
    if (unreadable > 0) return { lost: 0, wrong: `${unreadable} unreadable` };
    return fine(2 * ROWS - pieces - moves.length);
  },
  're-wrapping': async () => {
    const accounts = new Accounts(openRegistry('endurance-accounts'), derive);
    const [practice] = await accounts.practices();
    const [account] = practice?.accounts ?? [];
    if (!account) return fine();
    const answers = [];
    for (const text of PASSPHRASES) {
      answers.push((await accounts.unlock(claimOf(account.id, text))).ok);
    }
    const opening = answers.filter((ok) => ok).length;
    return opening === 1 ? fine() : { lost: 0, wrong: `${opening} passphrases open` };
  },
};

const endurance = {
  /** Does one thing until the page is killed. */
  async work(state: State): Promise<void> {
    if (state === 'converting') return convert();
    if (state === 're-wrapping') return rewrap();
    const vault = await openKept();
    const jobs = { recording: record, editing: edit, sealing: seal, purging: purge };
    return jobs[state](vault);
  },

  /** What is there after the kill, when so much was acknowledged before it. */
  async check(state: State, acknowledged: number): Promise<Verdict> {
    const vault = await openKept();
    const verdict = await CHECKS[state](vault, acknowledged);
    const unreadable = await unreadableIn(vault);
    await vault.close();
    return { ...verdict, unreadable };
  },

  async forget(): Promise<void> {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = resolve;
      });
    }
  },
};

export type Endurance = typeof endurance;

Object.assign(window, { endurance });
