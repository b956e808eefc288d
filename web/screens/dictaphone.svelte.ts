import { Recorder } from '../audio/recorder';
import {
  IDLE,
  type PieceSink,
  type RecorderState,
  type StartFailureKind,
} from '../audio/recorder-state';
import type { RecordedPiece } from '../audio/take-cutter';
import { entered, type Dictation } from '../dossier/dictation';
import { newIdentifier } from '../dossier/identifier';
import type { Edit, Intent } from '../dossier/timeline';
import type { Vault } from '../vault/vault';
import { listWords } from '../words/dictations';
import type { Previewer } from './previewer.svelte';
import { recordedSamples } from './stored-sound';

const LOCK = 'plume-recording';

/** Adds an edit once: the recorder may say it again after a failed write. */
function withEdit({ original }: Dictation, edit: Edit): Partial<Dictation> {
  const edits = original.kind === 'takes' ? original.edits : [];
  if (edits.some(({ takeId }) => takeId === edit.takeId)) return {};
  return { original: { kind: 'takes', edits: [...edits, edit] } };
}

/** The one dictation being recorded in this tab; it goes on whatever screen is shown. */
export class Dictaphone {
  #vault: Vault;
  readonly #isFull: () => Promise<boolean>;
  readonly #previewer: Previewer;
  #recorder: Recorder | undefined;
  #state = $state.raw<RecorderState>(IDLE);
  #dictationId = $state.raw<string>();

  /** @param options.isFull whether the disk has no room for more sound. */
  constructor(
    vault: Vault,
    { previewer, isFull }: { previewer: Previewer; isFull: () => Promise<boolean> },
  ) {
    this.#vault = vault;
    this.#previewer = previewer;
    this.#isFull = isFull;
  }

  get state(): RecorderState {
    return this.#state;
  }

  /** The dictation that is recorded, paused ones included. */
  get dictationId(): string | undefined {
    return this.#dictationId;
  }

  /** The microphone is open, or what it gave is still being written. */
  get isBusy(): boolean {
    return this.#state.phase.name !== 'idle';
  }

  /** Goes on in the vault as it was opened again; it is the same practice's. */
  moveTo(vault: Vault): void {
    this.#vault = vault;
  }

  /** Makes a new dictation and begins to record it. */
  async begin(): Promise<{ readonly id: string } | StartFailureKind> {
    if (await this.#isFull()) return 'no-room';
    const createdAt = Date.now();
    const dictation: Dictation = {
      format: 1,
      id: newIdentifier(),
      name: listWords.recordedName(createdAt),
      createdAt,
      priority: 'normal',
      origin: 'recorded',
      original: { kind: 'takes', edits: [] },
      sampleCount: 0,
      cutShort: false,
      state: { phase: 'recording' },
    };
    await this.#vault.dictations.put(dictation);
    const failure = await this.#record(dictation.id, { kind: 'append' });
    if (!failure) return { id: dictation.id };
    await this.#vault.dictations.purge(dictation.id);
    return failure;
  }

  /** Records more of a dictation that stands still: at its end, or from a place in it. */
  async goOn(id: string, intent: Intent): Promise<StartFailureKind | undefined> {
    if (await this.#isFull()) return 'no-room';
    if (this.#recorder && this.#state.phase.name === 'paused') await this.#recorder.stop();
    return this.#record(id, intent);
  }

  async pause(): Promise<void> {
    await this.#recorder?.pause();
    await this.#measure('paused');
  }

  /** A short pause over: goes on where it stood. */
  async resume(): Promise<StartFailureKind | undefined> {
    const failure = await this.#recorder?.resume();
    if (!failure) await this.#change({ state: { phase: 'recording' } });
    return failure;
  }

  /** Ends the recording: the dictation waits for recognition. */
  async finish(id: string): Promise<void> {
    this.#dictationId = id;
    if (this.#recorder && this.#state.phase.name !== 'idle') await this.#recorder.stop();
    this.#previewer.end();
    await this.#measure('recorded');
    this.#dictationId = undefined;
    this.#recorder = undefined;
  }

  /** Brings what a closed tab left behind to rest; says which dictations that were. */
  async recover(): Promise<readonly Dictation[]> {
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === LOCK)) return [];
    const all = await this.#vault.dictations.all();
    const cut = all.filter(({ state }) => state.phase === 'recording');
    for (const dictation of cut) {
      const sampleCount = await recordedSamples(this.#vault, dictation);
      const state = { phase: 'paused', wasCut: true } as const;
      await this.#vault.dictations.change(dictation.id, { sampleCount, state });
    }
    return cut;
  }

  async #record(id: string, intent: Intent): Promise<StartFailureKind | undefined> {
    const microphoneId = await this.#vault.settings.get('microphoneId');
    const recorder = new Recorder({
      sink: this.#sink(id),
      onChange: (state) => {
        this.#state = state;
      },
      ...(microphoneId && { microphoneId }),
    });
    const failure = await recorder.start(intent);
    if (failure) return failure;
    if (await this.#vault.settings.get('livePreview')) this.#previewer.begin();
    this.#recorder = recorder;
    this.#dictationId = id;
    await this.#change({ state: { phase: 'recording' } });
    return undefined;
  }

  #sink(id: string): PieceSink {
    return {
      beginTake: (edit) => this.#vault.dictations.change(id, (now) => withEdit(now, edit)),
      write: ({ takeId, index, speech, original, peaks }: RecordedPiece) => {
        this.#previewer.push(speech);
        return this.#vault.sounds.writePiece({
          soundId: takeId,
          index,
          speech: speech.buffer,
          original: original.buffer,
          peaks: peaks.buffer,
        });
      },
    };
  }

  async #measure(phase: 'paused' | 'recorded'): Promise<void> {
    const id = this.#dictationId;
    const dictation = id && (await this.#vault.dictations.get(id));
    if (!dictation) return;
    const sampleCount = await recordedSamples(this.#vault, dictation);
    await this.#change({
      sampleCount,
      state: phase === 'paused' ? { phase, wasCut: false } : { phase },
    });
  }

  async #change({ state, ...rest }: Partial<Omit<Dictation, 'id' | 'format'>>): Promise<void> {
    if (!this.#dictationId) return;
    await this.#vault.dictations.change(this.#dictationId, (now) => ({
      ...(state && entered(now, state, { at: Date.now() })),
      ...rest,
    }));
  }
}
