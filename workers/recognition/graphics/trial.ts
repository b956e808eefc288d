import type { Features } from '../speech-front-end';
import type { WindowEncoder } from '../window-encoder';
import { cosine } from './cosine';
import type { GraphicsEncoder } from './graphics-encoder';
import { encodeGuarded, withinTime } from './guarded';

/** What the trial of a card showed: seconds for the same window, in the same minute; 0 where it failed. */
export interface Trial {
  readonly outcome: 'faster' | 'slower' | 'wrong' | 'failed';
  readonly processorSeconds: number;
  readonly graphicsSeconds: number;
}

/**
 * The encoder is about 60 % of the work on a window: twice as fast, it takes 30 % of the waiting away. Less is not worth
 * a second runtime, some hundred megabytes, and a driver more that may fail.
 */
const LEAST_GAIN = 2;
/**
 * Cosine of the states. The processor's, whose activations are rounded to 8 bits, stand at 0.985-0.988 to those in floats
 * on human speech; states moved by one frame of 20 ms stand at 0.86-0.88.
 */
const LEAST_LIKENESS = 0.97;
/** The first run also compiles shaders; the slower of the others counts. */
const WARM_RUNS = 2;
const MOST_OPENING_MILLISECONDS = 60_000;

interface Contest {
  readonly processor: WindowEncoder;
  readonly graphics: GraphicsEncoder;
  /** A window that was really heard. */
  readonly window: Features;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** Has both encode the same window and says whether the card is right and clearly faster. */
async function compare({
  processor,
  graphics,
  window,
  now = () => performance.now(),
}: Contest): Promise<Trial> {
  const first = await encodeGuarded(graphics, window);
  const start = now();
  const right = await processor.encode(window);
  const processorSeconds = (now() - start) / 1000;
  let graphicsSeconds = 0;
  for (let run = 0; run < WARM_RUNS; run++) {
    const begin = now();
    await encodeGuarded(graphics, window);
    graphicsSeconds = Math.max(graphicsSeconds, (now() - begin) / 1000);
  }
  const likeness = cosine(first.data as Float32Array, right.data as Float32Array);
  const isRight = likeness >= LEAST_LIKENESS;
  const isFaster = graphicsSeconds * LEAST_GAIN <= processorSeconds;
  const outcome = isRight ? (isFaster ? 'faster' : 'slower') : 'wrong';
  return { outcome, processorSeconds, graphicsSeconds };
}

/** @throws where it does not open in time; what opens after that is let go. */
export async function openWithinTime(
  open: () => Promise<GraphicsEncoder>,
): Promise<GraphicsEncoder> {
  const opening = open();
  try {
    return await withinTime(opening, MOST_OPENING_MILLISECONDS);
  } catch (error) {
    opening.then(letGo, () => undefined);
    throw error;
  }
}

/**
 * Opens the encoder on a card and tries it; the encoder comes back where it won, and is let go where it did not. A card
 * that throws, hangs or is lost has failed: nothing is thrown for it.
 */
export async function tryGraphics(
  open: () => Promise<GraphicsEncoder>,
  contest: Omit<Contest, 'graphics'>,
): Promise<{ readonly trial: Trial; readonly winner?: GraphicsEncoder }> {
  let graphics: GraphicsEncoder | undefined;
  try {
    graphics = await openWithinTime(open);
    const trial = await compare({ ...contest, graphics });
    if (trial.outcome === 'faster') return { trial, winner: graphics };
    letGo(graphics);
    return { trial };
  } catch {
    if (graphics) letGo(graphics);
    return { trial: { outcome: 'failed', processorSeconds: 0, graphicsSeconds: 0 } };
  }
}

/** Not awaited: a card that hangs may never let go. */
export function letGo(graphics: GraphicsEncoder): void {
  graphics.release().catch(() => undefined);
}
