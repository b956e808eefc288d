import { Recorder } from '../audio/recorder';
import {
  IDLE,
  type PieceSink,
  type RecorderState,
  type StartFailureKind,
} from '../audio/recorder-state';
import { isRecordedSomewhere } from '../audio/recording-lock';
import type { RecordedPiece } from '../audio/take-cutter';
import { entered, isBeingDictated, type Dictation } from '../dossier/dictation';
import { newIdentifier } from '../dossier/identifier';
import type { Edit, Intent } from '../dossier/timeline';
import type { Vault } from '../vault/vault';
import { listWords } from '../words/dictations';
import type { Previewer } from './previewer.svelte';
import { recordedSamples } from './stored-sound';

/** Adds an edit once: the recorder may say it again after a failed write. */
function withEdit({ original }: Dictation, edit: Edit): Partial<Dictation> {
  const edits = original.kind === 'takes' ? original.edits : [];
  if (edits.some(({ takeId }) => takeId === edit.takeId)) return {};
  return { original: { kind: 'takes', edits: [...edits, edit] } };
}

interface Surroundings {
  readonly previewer: Previewer;
  /** Whether the disk has no room for more sound. */
  readonly isFull: () => Promise<boolean>;
}

/** The one dictation being recorded in this tab; it goes on whatever screen is shown. */
export class Dictaphone {
  #vault: Vault;
  #around: Surroundings;
  #recorder: Recorder | undefined;
  #state = $state.raw<RecorderState>(IDLE);
  #dictationId = $state.raw<string>();

  constructor(vault: Vault, around: Surroundings) {
    this.#vault = vault;
    this.#around = around;
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
  moveTo(vault: Vault, around: Surroundings): void {
    const isPreviewed = this.#around.previewer.isOn;
    this.#around.previewer.end();
    this.#vault = vault;
    this.#around = around;
    if (isPreviewed) around.previewer.begin();
  }

  /** Makes a new dictation and begins to record it. */
  async begin(): Promise<{ readonly id: string } | StartFailureKind> {
    if (await this.#around.isFull()) return 'no-room';
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
    let isRecording = false;
    try {
      const failure = await this.#record(dictation.id, { kind: 'append' });
      isRecording = failure === undefined;
      return failure ?? { id: dictation.id };
    } finally {
      if (!isRecording) await this.#vault.dictations.purge(dictation.id);
    }
  }

  /** Records more of a dictation that stands still: at its end, or from a place in it. */
  async goOn(id: string, intent: Intent): Promise<StartFailureKind | undefined> {
    if (await this.#around.isFull()) return 'no-room';
    if (this.#state.phase.name === 'paused') await this.#settle('paused');
    if (this.isBusy) return 'other-dictation';
    return this.#record(id, intent);
  }

  async pause(): Promise<void> {
    await this.#recorder?.pause();
    await this.#measure(this.#dictationId, 'paused');
  }

  /** A short pause over: goes on where it stood. */
  async resume(): Promise<StartFailureKind | undefined> {
    const failure = await this.#recorder?.resume();
    if (!failure) await this.#enter(this.#dictationId, { state: { phase: 'recording' } });
    return failure;
  }

  /** Ends the recording of a dictation that is recorded or paused: it waits for recognition. */
  async finish(id: string): Promise<void> {
    if (id === this.#dictationId) await this.#settle('recorded');
    else await this.#measure(id, 'recorded');
  }

  /** Brings what a closed tab left behind to rest; says which dictations that were. */
  async recover(): Promise<readonly Dictation[]> {
    if (await isRecordedSomewhere()) return [];
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
        const isLost = state.phase.name === 'paused' && state.phase.reason !== 'asked';
        const wasRecording = this.#state.phase.name === 'recording';
        this.#state = state;
        if (isLost && wasRecording) void this.#measure(id, 'paused');
      },
      ...(microphoneId && { microphoneId }),
    });
    const failure = await recorder.start(intent);
    if (failure) return failure;
    if (await this.#vault.settings.get('livePreview')) this.#around.previewer.begin();
    this.#recorder = recorder;
    this.#dictationId = id;
    await this.#enter(id, { state: { phase: 'recording' } });
    return undefined;
  }

  /** Lets the microphone go. */
  async #settle(phase: 'paused' | 'recorded'): Promise<void> {
    const id = this.#dictationId;
    if (this.isBusy) await this.#recorder?.stop();
    this.#around.previewer.end();
    await this.#measure(id, phase);
    this.#dictationId = undefined;
    this.#recorder = undefined;
  }

  #sink(id: string): PieceSink {
    return {
      beginTake: (edit) => this.#vault.dictations.change(id, (now) => withEdit(now, edit)),
      write: ({ takeId, index, speech, original, peaks }: RecordedPiece) => {
        this.#around.previewer.push(speech);
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

  async #measure(id: string | undefined, phase: 'paused' | 'recorded'): Promise<void> {
    const dictation = id && (await this.#vault.dictations.get(id));
    if (!dictation) return;
    const sampleCount = await recordedSamples(this.#vault, dictation);
    await this.#enter(id, {
      sampleCount,
      state: phase === 'paused' ? { phase, wasCut: false } : { phase },
    });
  }

  /** What was heard since stays as it is: its screen may still be open behind "Back". */
  async #enter(
    id: string | undefined,
    { state, ...rest }: Pick<Dictation, 'state'> & Partial<Pick<Dictation, 'sampleCount'>>,
  ): Promise<void> {
    if (id === undefined) return;
    await this.#vault.dictations.change(id, (now) =>
      isBeingDictated(now) ? { ...entered(now, state, { at: Date.now() }), ...rest } : {},
    );
  }
}
