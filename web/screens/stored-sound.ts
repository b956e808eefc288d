import { joinPeaks, PEAKS_PER_SECOND } from '../audio/peaks';
import { readSpeech, recordedWav } from '../audio/stored-sound';
import { PIECE_SAMPLES } from '../audio/take-cutter';
import { SPEECH_RATE_HZ, type Dictation } from '../dossier/dictation';
import { lengthOf, piecesOf, sliceSpans, spansOf, type Span } from '../dossier/timeline';
import type { SpeechSource } from '../engine/transcriber';
import type { Vault } from '../vault/vault';

/** Length of the pieces in which imported speech is kept; all but the last have it. */
export const IMPORTED_PIECE_SECONDS = 10;

const BYTES_PER_SAMPLE = 2;
const SAMPLES_PER_PEAK = SPEECH_RATE_HZ / PEAKS_PER_SECOND;
const NOTHING = new ArrayBuffer(0);

const pieceSamples = ({ original }: Dictation): number =>
  original.kind === 'takes' ? PIECE_SAMPLES : IMPORTED_PIECE_SECONDS * SPEECH_RATE_HZ;

/** What is heard, from first to last, as stretches of what is stored. */
async function spansOfDictation(vault: Vault, dictation: Dictation): Promise<readonly Span[]> {
  const { id, original, sampleCount } = dictation;
  if (original.kind === 'file') return [{ takeId: id, from: 0, to: sampleCount }];
  const lengths = new Map<string, number>();
  for (const { takeId } of original.edits) {
    lengths.set(takeId, (await vault.sounds.speech.size(takeId)) / BYTES_PER_SAMPLE);
  }
  return spansOf(original.edits, (takeId) => lengths.get(takeId) ?? 0);
}

/** Length of what is stored of a recording, in samples at 16 kHz. */
export const recordedSamples = async (vault: Vault, dictation: Dictation): Promise<number> =>
  lengthOf(await spansOfDictation(vault, dictation));

/** Stored speech as the recogniser reads it: any stretch, without the rest. */
export function speechOf(vault: Vault, dictation: Dictation): SpeechSource {
  const spans = spansOfDictation(vault, dictation);
  const source = {
    pieceSamples: pieceSamples(dictation),
    speech: async (takeId: string, index: number) =>
      new Int16Array((await vault.sounds.speech.read(takeId, index)) ?? NOTHING),
  };
  return {
    sampleCount: dictation.sampleCount,
    read: async (start, count) => readSpeech(sliceSpans(await spans, start, start + count), source),
  };
}

/** The sound as it came, for the player. */
export async function playableSound(vault: Vault, dictation: Dictation): Promise<Blob> {
  const { id, original } = dictation;
  if (original.kind === 'file') return vault.sounds.originals.blob(id, original.mimeType);
  return recordedWav(await spansOfDictation(vault, dictation), {
    original: async (takeId, index) =>
      new Int16Array((await vault.sounds.originals.read(takeId, index)) ?? NOTHING),
  });
}

/** Heights of the waveform, {@link PEAKS_PER_SECOND} a second. */
export async function waveform(vault: Vault, dictation: Dictation): Promise<Uint8Array> {
  const { peaks } = vault.sounds;
  if (dictation.original.kind === 'file') {
    return new Uint8Array((await peaks.read(dictation.id, 0)) ?? NOTHING);
  }
  const cuts = piecesOf(await spansOfDictation(vault, dictation), PIECE_SAMPLES);
  const pieces = cuts.map(async ({ takeId, index, from, to }) => {
    const heights = new Uint8Array((await peaks.read(takeId, index)) ?? NOTHING);
    return heights.subarray(from / SAMPLES_PER_PEAK, Math.ceil(to / SAMPLES_PER_PEAK));
  });
  return joinPeaks(await Promise.all(pieces));
}
