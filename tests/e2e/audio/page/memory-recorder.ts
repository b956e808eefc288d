import { Recorder } from '../../../../web/audio/recorder';
import type { RecorderState } from '../../../../web/audio/recorder-state';
import { readSpeech, recordedWav } from '../../../../web/audio/stored-sound';
import { PIECE_SAMPLES, type RecordedPiece } from '../../../../web/audio/take-cutter';
import { type Edit, type Span, spansOf } from '../../../../web/dossier/timeline';

/** A recorder whose sink is memory, and which can be told to fail. */
export interface MemoryRecorder {
  readonly recorder: Recorder;
  readonly states: RecorderState[];
  readonly edits: Edit[];
  readonly pieces: RecordedPiece[];
  failing: boolean;
  spans(): readonly Span[];
  speech(): Promise<number[]>;
  original(): Promise<Blob>;
}

export function openRecorder(): MemoryRecorder {
  const pieceOf = (takeId: string, index: number): RecordedPiece => {
    const found = memory.pieces.find((piece) => piece.takeId === takeId && piece.index === index);
    if (found === undefined) throw new Error(`Piece ${index} is missing.`);
    return found;
  };
  const source = {
    pieceSamples: PIECE_SAMPLES,
    speech: (takeId: string, index: number) => Promise.resolve(pieceOf(takeId, index).speech),
    original: (takeId: string, index: number) => Promise.resolve(pieceOf(takeId, index).original),
  };
  const store = (act: () => void): Promise<void> => {
    if (memory.failing) return Promise.reject(new Error('No room.'));
    act();
    return Promise.resolve();
  };
  const memory: MemoryRecorder = {
    recorder: new Recorder({
      sink: {
        beginTake: (edit) => store(() => memory.edits.push(edit)),
        write: (piece) => store(() => memory.pieces.push(piece)),
      },
      onChange: (state) => memory.states.push(state),
    }),
    states: [],
    edits: [],
    pieces: [],
    failing: false,
    spans: () =>
      spansOf(memory.edits, (takeId) =>
        memory.pieces
          .filter((piece) => piece.takeId === takeId)
          .reduce((sum, { speech }) => sum + speech.length, 0),
      ),
    speech: async () => [...(await readSpeech(memory.spans(), source))],
    original: () => recordedWav(memory.spans(), source),
  };
  return memory;
}
