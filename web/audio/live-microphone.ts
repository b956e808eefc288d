import { type Capture, startCapture } from './capture';
import { type Microphone, type MicrophoneFailureKind, openMicrophone } from './microphone';
import { Pulse } from './pulse';
import type { PauseReason } from './recorder-state';

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
        if (pulse.beat(block.atMs)) lose('asleep');
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
