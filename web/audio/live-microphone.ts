import { type Capture, type CaptureBlock, startCapture } from './capture';
import { type Microphone, type MicrophoneFailureKind, openMicrophone } from './microphone';
import type { PauseReason } from './recorder-state';

/** Blocks come every 100 ms; the clock on the wall goes on while a machine sleeps, the sound does not. */
const SLEPT_MS = 1500;
const SILENCE_MS = 3000;
const TICK_MS = 1000;
/** A tick this late means that the page itself stood still, so that blocks may wait behind it. */
const LATE_TICK_MS = 1800;

export interface LiveMicrophone {
  readonly microphone: Microphone;
  readonly isChosen: boolean;
  readonly sampleRateHz: number;
  drain(): Promise<void>;
  close(): void;
}

export interface LiveMicrophoneOptions {
  readonly chosenId: string | undefined;
  readonly onBlock: (samples: Float32Array) => void;
  /** Called at most once; nothing of use comes after it, and the microphone should be closed. */
  readonly onLost: (reason: Exclude<PauseReason, 'asked' | 'storage'>) => void;
}

/** Watches that blocks come as fast as time goes by. */
class Pulse {
  #previous: CaptureBlock | undefined;
  #heardAtMs = performance.now();
  #tickAtMs = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(onSilence: () => void) {
    this.#timer = setInterval(() => {
      const nowMs = performance.now();
      const isLate = nowMs - this.#tickAtMs > LATE_TICK_MS;
      this.#tickAtMs = nowMs;
      if (!isLate && nowMs - this.#heardAtMs > SILENCE_MS) onSilence();
    }, TICK_MS);
  }

  /** Whether the machine slept between this block and the one before. */
  beat(block: CaptureBlock): boolean {
    const slept = block.atMs - (this.#previous?.atMs ?? block.atMs) > SLEPT_MS;
    this.#previous = block;
    this.#heardAtMs = performance.now();
    return slept;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

type Loss = Parameters<LiveMicrophoneOptions['onLost']>[0];

function listenForLoss(
  signal: AbortSignal,
  track: MediaStreamTrack,
  lose: (loss: Loss) => void,
): void {
  const unplugged = (): void => {
    lose('unplugged');
  };
  const frozen = (): void => {
    lose('frozen');
  };
  track.addEventListener('ended', unplugged, { signal });
  document.addEventListener('freeze', frozen, { signal });
  window.addEventListener('pagehide', frozen, { signal });
}

/** Opens the microphone and everything that watches over it. */
export async function openLiveMicrophone({
  chosenId,
  onBlock,
  onLost,
}: LiveMicrophoneOptions): Promise<LiveMicrophone | MicrophoneFailureKind> {
  const opened = await openMicrophone(chosenId);
  if (!opened.ok) return opened.kind;
  const { stream, track, microphone, isChosen } = opened;

  const watching = new AbortController();
  const lose = (loss: Loss): void => {
    if (watching.signal.aborted) return;
    watching.abort();
    onLost(loss);
  };
  const interrupted = (): void => {
    lose('interrupted');
  };
  const pulse = new Pulse(interrupted);
  let capture: Capture | undefined;
  const close = (): void => {
    watching.abort();
    pulse.stop();
    capture?.close();
    track.stop();
  };
  listenForLoss(watching.signal, track, lose);

  try {
    capture = await startCapture(stream, {
      onBlock: (block) => {
        if (pulse.beat(block)) lose('asleep');
        else onBlock(block.samples);
      },
      onInterrupted: interrupted,
    });
  } catch (error) {
    close();
    throw error;
  }
  if (watching.signal.aborted) {
    close();
    return 'busy';
  }
  const { sampleRateHz, drain } = capture;
  return { microphone, isChosen, sampleRateHz, drain, close };
}
