import { tick } from 'svelte';
import type { Command } from '../commands/command';
import type { AuditAction } from '../dossier/audit';
import { mayCorrect, TRIAL_PERSON, type Person } from '../dossier/person';
import { deriveKey } from '../engine/locksmith';
import {
  Accounts,
  type Claim,
  type NewPractice,
  type OpenedPractice,
  type PracticeWithAccounts,
  type Refused,
} from '../vault/accounts';
import { deviceKey, openRegistry, type Account, type Practice } from '../vault/registry';
import {
  forgetTrial,
  openPracticeVault,
  openTrialVault,
  sealTrial,
  takeOverTrial,
  type Vault,
} from '../vault/vault';
import type { Dictaphone } from './dictaphone.svelte';
import { noteWords, quarantineWords } from '../words/vault';
import { watchIdleness } from './idle-watch';
import { unlessRestoring } from './restore-lock';
import { tellDamage } from './tell-damage';
import { tellRefusals } from './tell-refusals';
import { SessionChannel } from './session-channel';
import { Workshop } from './workshop.svelte';

export type SessionPhase =
  | { readonly name: 'starting' }
  | { readonly name: 'locked'; readonly practices: readonly PracticeWithAccounts[] }
  /** What was kept before the vault is on its way into it. */
  | { readonly name: 'taking-over'; readonly done: number; readonly total: number }
  /** `practice` is undefined before a vault is made. */
  | { readonly name: 'open'; readonly workshop: Workshop; readonly practice: Practice | undefined }
  | { readonly name: 'broken' };

/** A recording that goes on behind the locked screen; it alone holds the key. */
interface Recording {
  readonly dictaphone: Dictaphone;
  readonly vault: Vault;
  readonly practiceId: string | undefined;
}

/** Only the tabs of the trial hold it together; who moves the trial into a vault holds it alone. */
const TRIAL_LOCK = 'plume-trial';
const SEALING_LOCK = 'plume-sealing';

/** From the start of the application to its end: which vault is open, and to whom. */
export class Session {
  readonly accounts: Accounts;
  readonly #registry = openRegistry();
  readonly #channel = new SessionChannel(() => void this.lock());
  #phase = $state.raw<SessionPhase>({ name: 'starting' });
  #recording = $state.raw<Recording>();
  #leaveTrial: (() => void) | undefined;
  #locking: Promise<void> | undefined;
  #stopWatching = () => {};
  #stopIdleness = () => {};

  constructor() {
    this.accounts = new Accounts(this.#registry, deriveKey);
  }

  get phase(): SessionPhase {
    return this.#phase;
  }

  /** The vault that is open; undefined while locked and before one is made. */
  get practice(): Practice | undefined {
    return this.#phase.name === 'open' ? this.#phase.practice : undefined;
  }

  /** What one can do with it from anywhere. */
  get commands(): readonly Command[] {
    if (!this.practice) return [];
    return [
      { id: 'lock', label: noteWords.lock, keys: [noteWords.lockKey], run: () => void this.lock() },
    ];
  }

  /** Accounts of the practice that is open. */
  async people(): Promise<readonly Account[]> {
    const all = await this.accounts.practices();
    return all.find(({ practice }) => practice.id === this.practice?.id)?.accounts ?? [];
  }

  /** What goes on recording while the screen is locked. */
  get recording(): Dictaphone | undefined {
    return this.#recording?.dictaphone;
  }

  /** The practice whose recording goes on: only its people can unlock meanwhile. */
  get recordingPracticeId(): string | undefined {
    return this.#recording?.practiceId;
  }

  /** Opens at once where no vault was made yet; else the screen is locked. */
  async start(): Promise<void> {
    try {
      const practices = await this.accounts.practices();
      if (practices.length > 0) this.#phase = { name: 'locked', practices };
      else await this.#openTrial();
    } catch (error) {
      this.#phase = { name: 'broken' };
      throw error;
    }
  }

  /** Makes a vault; the first one takes over what was kept before, and nothing readable stays outside it. */
  async makeVault(wanted: Omit<NewPractice, 'isTakingOver'>): Promise<void> {
    const isTakingOver = this.#phase.name === 'open' && this.#phase.practice === undefined;
    const opened = await this.accounts.makePractice({ ...wanted, isTakingOver });
    this.#channel.lockOthers();
    await this.lock();
    await this.#enter(opened);
    await this.note('practice-made', opened.practice.id);
  }

  async unlock(claim: Claim): Promise<Refused | undefined> {
    const answer = await this.accounts.unlock(claim);
    if (!answer.ok) return answer;
    await this.#enter(answer.value);
    return undefined;
  }

  /** Locks the screen at once; the key goes when the last words are written, or the recording has ended. */
  lock(): Promise<void> {
    this.#locking ??= this.#lock().finally(() => {
      this.#locking = undefined;
    });
    return this.#locking;
  }

  /** A line of the audit of the vault that is open. */
  async note(action: AuditAction, subject?: string): Promise<void> {
    if (this.#phase.name === 'open') await this.#phase.workshop.vault.audit.note(action, subject);
  }

  /** Ends the recording behind the locked screen, and drops its key. */
  async finishRecording(): Promise<void> {
    const id = this.#recording?.dictaphone.dictationId;
    if (id === undefined) return;
    await this.#recording?.dictaphone.finish(id);
    await this.#dropRecording();
  }

  async #lock(): Promise<void> {
    if (this.#phase.name !== 'open') return;
    const { workshop, practice } = this.#phase;
    const { dictaphone, vault } = workshop;
    this.#stopWatching();
    this.#stopIdleness();
    if (dictaphone.isBusy) {
      this.#recording = { dictaphone, vault, practiceId: practice?.id };
    }
    this.#phase = { name: 'locked', practices: await this.accounts.practices().catch(() => []) };
    await tick();
    await workshop.close();
    if (practice) await vault.audit.note('locked').catch(() => undefined);
    if (this.#recording?.vault !== vault) await this.#close(vault);
  }

  async #enter({ practice, person, key, failedTries }: OpenedPractice): Promise<void> {
    await this.#locking;
    if (practice.isTakingOver) await this.#takeOver(practice.id, key);
    const vault = await openPracticeVault(practice.id, key, person);
    // Before the workplace opens, which may add to the audit.
    const isOlder = await vault.audit.isOlderThanSeen();
    // Who may only read does not take the recording over: it goes on behind, with its own key.
    const recording = mayCorrect(person) ? this.#recording : undefined;
    if (recording) this.#recording = undefined;
    this.#open(vault, person, practice, recording?.dictaphone);
    await recording?.vault.close();
    if (isOlder) await this.#tellOlder(vault);
    await vault.audit.noteFailedTries(failedTries);
    await vault.audit.note('unlocked');
    await vault.audit.prune();
    if (mayCorrect(person)) await unlessRestoring(vault.backup.tidy);
  }

  #open(
    vault: Vault,
    person: Person,
    practice: Practice | undefined,
    dictaphone?: Dictaphone,
  ): void {
    const workshop = new Workshop(vault, person, dictaphone);
    this.#phase = { name: 'open', workshop, practice };
    const stops = [
      tellDamage(vault, workshop.messages, person),
      tellRefusals(vault, workshop.messages),
    ];
    this.#stopWatching = () => stops.forEach((stop) => stop());
    if (practice) {
      this.#stopIdleness = watchIdleness({
        limitMilliseconds: async () => (await vault.settings.get('lockAfterMinutes')) * 60_000,
        onIdle: () => void this.lock(),
      });
    }
  }

  async #openTrial(): Promise<void> {
    await this.#joinTrial();
    const { key } = await deviceKey(this.#registry);
    await navigator.locks.request(SEALING_LOCK, async () => {
      const { isSealed } = await deviceKey(this.#registry);
      if (!isSealed) await sealTrial(key);
      await this.#registry.devices.update('trial', { isSealed: true });
    });
    this.#open(await openTrialVault(key), TRIAL_PERSON, undefined);
  }

  /** Another tab that is just making the vault is waited for. */
  #joinTrial(): Promise<void> {
    return new Promise((joined) => {
      void navigator.locks.request(TRIAL_LOCK, { mode: 'shared' }, () => {
        joined();
        return new Promise<void>((leave) => {
          this.#leaveTrial = leave;
        });
      });
    });
  }

  /** Said once: the next line of the audit is what is remembered from then on. */
  async #tellOlder(vault: Vault): Promise<void> {
    if (this.#phase.name === 'open') this.#phase.workshop.messages.alert(quarantineWords.older);
    await vault.audit.note('older-vault-seen');
  }

  async #takeOver(practiceId: string, key: CryptoKey): Promise<void> {
    this.#phase = { name: 'taking-over', done: 0, total: 0 };
    await navigator.locks.request(TRIAL_LOCK, async () => {
      const device = await this.#registry.devices.get('trial');
      if (device) {
        await takeOverTrial({ practiceId, key, deviceKey: device.key }, (done, total) => {
          this.#phase = { name: 'taking-over', done, total };
        });
      }
      await this.accounts.tookOver(practiceId);
      await forgetTrial();
    });
  }

  async #dropRecording(): Promise<void> {
    const vault = this.#recording?.vault;
    this.#recording = undefined;
    if (vault) await this.#close(vault);
  }

  async #close(vault: Vault): Promise<void> {
    await vault.close();
    this.#leaveTrial?.();
    this.#leaveTrial = undefined;
  }
}
