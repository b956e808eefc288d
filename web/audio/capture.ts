import type { CaptureMessage, CaptureName, CaptureRequest } from '../../workers/capture.worklet';
// `?worker&url` and not `new URL(…)`: the build would ship the latter as TypeScript, untouched.
import workletUrl from '../../workers/capture.worklet.ts?worker&url';
import { ORIGINAL_RATE_HZ } from './take-cutter';

const NAME: CaptureName = 'plume-capture';
const DRAIN: CaptureRequest = 'drain';
/** A context that was interrupted answers nothing. */
const DRAIN_PATIENCE_MS = 500;

export interface CaptureBlock {
  /** Mono samples in [-1, 1] at `sampleRateHz` of the capture. */
  readonly samples: Float32Array;
  /** Wall clock in milliseconds when the block was full. */
  readonly atMs: number;
}

export interface Capture {
  readonly sampleRateHz: number;
  /** Settles when every sample heard until now has been handed over. */
  drain(): Promise<void>;
  close(): void;
}

export interface CaptureOptions {
  readonly onBlock: (block: CaptureBlock) => void;
  /** The browser or the system stopped the sound. */
  readonly onInterrupted: () => void;
}

/** The browser converts to our rate; one that cannot for a microphone gives its own, which is converted later. */
function contextFor(stream: MediaStream): [AudioContext, MediaStreamAudioSourceNode] {
  const context = new AudioContext({ sampleRate: ORIGINAL_RATE_HZ, latencyHint: 'balanced' });
  try {
    return [context, context.createMediaStreamSource(stream)];
  } catch {
    void context.close();
    const own = new AudioContext({ latencyHint: 'balanced' });
    return [own, own.createMediaStreamSource(stream)];
  }
}

/** Hands the sound of a microphone over in blocks of 100 ms, from the audio thread, until closed. */
export async function startCapture(
  stream: MediaStream,
  { onBlock, onInterrupted }: CaptureOptions,
): Promise<Capture> {
  const [context, source] = contextFor(stream);
  await context.audioWorklet.addModule(workletUrl);
  const node = new AudioWorkletNode(context, NAME, { numberOfInputs: 1, numberOfOutputs: 0 });
  let onDrained: (() => void) | undefined;
  node.port.onmessage = ({ data }: MessageEvent<CaptureMessage>) => {
    if (data.kind === 'block') onBlock(data);
    else onDrained?.();
  };
  source.connect(node);
  await context.resume();
  context.onstatechange = () => {
    if (context.state !== 'running') onInterrupted();
  };
  return {
    sampleRateHz: context.sampleRate,
    drain: () =>
      new Promise((resolve) => {
        const patience = setTimeout(resolve, DRAIN_PATIENCE_MS);
        onDrained = () => {
          clearTimeout(patience);
          resolve();
        };
        node.port.postMessage(DRAIN);
      }),
    close: () => {
      context.onstatechange = null;
      node.port.onmessage = null;
      source.disconnect();
      void context.close();
    },
  };
}
