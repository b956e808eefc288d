import { newIdentifier } from '../dossier/identifier';
import type { Person, Role } from '../dossier/person';
import { importDataKey, UnreadableError } from './keyring';
import type { Account, Practice, Registry } from './registry';
import { NO_TRIES, oneMore, secondsToWait, underClock } from './tries';
import {
  isOutdated,
  newRawDataKey,
  unwrap,
  wrap,
  type DeriveKey,
  type Holder,
  type Proof,
  type Wrapping,
} from './wrapping';

/** A practice with its key, for the time it is unlocked. */
export interface OpenedPractice {
  readonly practice: Practice;
  readonly person: Person;
  readonly key: CryptoKey;
  /** Wrong tries of this account since it was last open, for the audit. */
  readonly failedTries: readonly number[];
}

/** `wrong`: the proof does not open; `early`: too soon after wrong ones; `unknown`: no such account any more. */
export interface Refused {
  readonly ok: false;
  readonly kind: 'wrong' | 'early' | 'unknown';
  /** Until the next try. */
  readonly seconds: number;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Refused;

export interface PracticeWithAccounts {
  readonly practice: Practice;
  readonly accounts: readonly Account[];
}

/** Who asks, and how that is proved. */
export interface Claim {
  readonly accountId: string;
  readonly proof: Proof;
}

export interface NewPractice {
  readonly practiceName: string;
  readonly personName: string;
  readonly passphrase: string;
  /** What was kept before is to go into this vault. */
  readonly isTakingOver: boolean;
}

export interface NewAccount {
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
}

const MOST_UNNOTED = 50;

/** Practices and the people who open them. There is no password hash: unwrapping the data key is the check. */
export class Accounts {
  readonly #registry: Registry;
  readonly #derive: DeriveKey;
  readonly #now: () => number;

  constructor(registry: Registry, derive: DeriveKey, now: () => number = Date.now) {
    this.#registry = registry;
    this.#derive = derive;
    this.#now = now;
  }

  /** In the order in which they were made. */
  async practices(): Promise<readonly PracticeWithAccounts[]> {
    const { practices, accounts } = this.#registry;
    const [all, people] = await Promise.all([practices.toArray(), accounts.toArray()]);
    const byAge = (a: { createdAt: number }, b: { createdAt: number }) => a.createdAt - b.createdAt;
    return all.sort(byAge).map((practice) => ({
      practice,
      accounts: people.filter(({ practiceId }) => practiceId === practice.id).sort(byAge),
    }));
  }

  /** A new data key, and its first administrator. */
  async makePractice(wanted: NewPractice): Promise<OpenedPractice> {
    const createdAt = this.#now();
    const practice: Practice = {
      format: 1,
      id: newIdentifier(),
      name: wanted.practiceName,
      createdAt,
      isTakingOver: wanted.isTakingOver,
    };
    const raw = newRawDataKey();
    try {
      const account = await this.#newAccount(raw, practice.id, {
        name: wanted.personName,
        role: 'administrator',
        passphrase: wanted.passphrase,
      });
      const key = await importDataKey(raw);
      const { practices, accounts } = this.#registry;
      await this.#registry.transaction('rw', practices, accounts, async () => {
        await practices.add(practice);
        await accounts.add(account);
      });
      return { practice, person: personOf(account), key, failedTries: [] };
    } finally {
      raw.fill(0);
    }
  }

  /** Tells that everything kept before is in the vault of the practice. */
  async tookOver(practiceId: string): Promise<void> {
    const { practices, devices } = this.#registry;
    await this.#registry.transaction('rw', practices, devices, async () => {
      await practices.update(practiceId, { isTakingOver: false });
      await devices.clear();
    });
  }

  async unlock(claim: Claim): Promise<Answer<OpenedPractice>> {
    return this.#withDataKey(claim, async (raw, account) => {
      const practice = await this.#registry.practices.get(account.practiceId);
      if (!practice) throw new Error('An account without its practice.');
      const key = await importDataKey(raw);
      return { practice, person: personOf(account), key, failedTries: account.unnoted };
    });
  }

  /** By an administrator of the same practice. */
  async add(by: Claim, wanted: NewAccount): Promise<Answer<Account>> {
    return this.#withDataKey(by, async (raw, { practiceId, role }) => {
      if (role !== 'administrator') throw new Error('Only an administrator adds accounts.');
      const account = await this.#newAccount(raw, practiceId, wanted);
      await this.#registry.accounts.add(account);
      return account;
    });
  }

  /** By an administrator; the last one of a practice stays. False when nothing was removed. */
  async remove(by: Person, accountId: string): Promise<boolean> {
    const { accounts } = this.#registry;
    return this.#registry.transaction('rw', accounts, async () => {
      const [asking, account] = await accounts.bulkGet([by.id, accountId]);
      if (asking?.role !== 'administrator') return false;
      if (account?.practiceId !== asking.practiceId) return false;
      const others = await accounts.where({ practiceId: account.practiceId }).toArray();
      const isLast = !others.some(({ id, role }) => role === 'administrator' && id !== accountId);
      if (isLast) return false;
      await accounts.delete(accountId);
      return true;
    });
  }

  /** Wraps the data key again; nothing that is kept is sealed anew. */
  async changePassphrase(claim: Claim, passphrase: string): Promise<Answer<void>> {
    return this.#withDataKey(claim, (raw, account) =>
      this.#replace(raw, account, { kind: 'passphrase', text: passphrase }),
    );
  }

  /** A new printed code in place of an older one. */
  async setRecoveryCode(claim: Claim, code: string): Promise<Answer<void>> {
    return this.#withDataKey(claim, (raw, account) =>
      this.#replace(raw, account, { kind: 'recovery', text: code }),
    );
  }

  async addPasskey(claim: Claim, passkey: Proof & { kind: 'passkey' }): Promise<Answer<void>> {
    return this.#withDataKey(claim, (raw, account) => this.#replace(raw, account, passkey));
  }

  async #newAccount(
    raw: Uint8Array<ArrayBuffer>,
    practiceId: string,
    { name, role, passphrase }: NewAccount,
  ): Promise<Account> {
    const holder: Holder = { id: newIdentifier(), practiceId, name, role };
    const proof: Proof = { kind: 'passphrase', text: passphrase };
    return {
      format: 1,
      ...holder,
      createdAt: this.#now(),
      wrappings: [await wrap(raw, holder, proof, this.#derive)],
      tries: NO_TRIES,
      unnoted: [],
    };
  }

  /** Lends the raw data key for one job and zeroes it. */
  async #withDataKey<T>(
    { accountId, proof }: Claim,
    job: (raw: Uint8Array<ArrayBuffer>, account: Account) => Promise<T>,
  ): Promise<Answer<T>> {
    const begun = await this.#beginTry(accountId);
    if ('ok' in begun) return begun;
    const opened = await this.#open(begun, proof);
    if (!opened) return this.#refused(accountId);
    const { raw, wrapping } = opened;
    try {
      await this.#forgetTries(accountId);
      if (isOutdated(wrapping)) await this.#replace(raw, begun, proof);
      return { ok: true, value: await job(raw, begun) };
    } finally {
      raw.fill(0);
    }
  }

  /** Counts the try before it is made. */
  #beginTry(accountId: string): Promise<Account | Refused> {
    const { accounts } = this.#registry;
    const now = this.#now();
    return this.#registry.transaction('rw', accounts, async () => {
      const account = await accounts.get(accountId);
      if (!account) return { ok: false, kind: 'unknown', seconds: 0 } as const;
      const seconds = secondsToWait(account.tries, now);
      if (seconds > 0) {
        await accounts.update(accountId, { tries: underClock(account.tries, now) });
        return { ok: false, kind: 'early', seconds } as const;
      }
      const unnoted = [...account.unnoted, now].slice(-MOST_UNNOTED);
      await accounts.update(accountId, { tries: oneMore(account.tries, now), unnoted });
      return account;
    });
  }

  async #open(
    account: Account,
    proof: Proof,
  ): Promise<{ raw: Uint8Array<ArrayBuffer>; wrapping: Wrapping } | undefined> {
    for (const wrapping of account.wrappings.filter((one) => fits(one, proof))) {
      try {
        return { raw: await unwrap(wrapping, account, proof, this.#derive), wrapping };
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
      }
    }
    return undefined;
  }

  async #refused(accountId: string): Promise<Refused> {
    const account = await this.#registry.accounts.get(accountId);
    const seconds = account ? secondsToWait(account.tries, this.#now()) : 0;
    return { ok: false, kind: 'wrong', seconds };
  }

  async #forgetTries(accountId: string): Promise<void> {
    await this.#registry.accounts.update(accountId, { tries: NO_TRIES, unnoted: [] });
  }

  /** One passphrase and one recovery code an account; any number of passkeys. */
  async #replace(raw: Uint8Array<ArrayBuffer>, account: Account, proof: Proof): Promise<void> {
    const made = await wrap(raw, account, proof, this.#derive);
    const { accounts } = this.#registry;
    await this.#registry.transaction('rw', accounts, async () => {
      const now = await accounts.get(account.id);
      if (!now) return;
      const others = now.wrappings.filter((one) => !fits(one, proof));
      await accounts.update(account.id, { wrappings: [...others, made] });
    });
  }
}

const personOf = ({ id, name, role }: Account): Person => ({ id, name, role });

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

const fits = (wrapping: Wrapping, proof: Proof): boolean =>
  wrapping.kind === 'passkey' && proof.kind === 'passkey'
    ? sameBytes(wrapping.credentialId, proof.credentialId)
    : wrapping.kind === proof.kind;
