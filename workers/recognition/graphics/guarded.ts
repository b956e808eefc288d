import type { Tensor } from '../runtime';
import type { Features } from '../speech-front-end';
import type { GraphicsEncoder } from './graphics-encoder';

/** A processor takes 5 s for a window; a card that was chosen takes half of it at most, its first one aside. */
const MOST_ENCODING_MILLISECONDS = 30_000;

/** Settles as the job does, or rejects when the time is over or the card is lost: a driver may never answer. */
export async function withinTime<T>(
  job: Promise<T>,
  milliseconds: number,
  lost: Promise<unknown> = new Promise(() => undefined),
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The card did not answer.')), milliseconds);
  });
  const gone = lost.then((): never => {
    throw new Error('The card was lost.');
  });
  // Whoever loses the race is heard by nobody.
  for (const other of [job, gone]) other.catch(() => undefined);
  try {
    return await Promise.race([job, over, gone]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws {RangeError} where these are no states: another length, numbers that are none, or nothing written at all. */
function assertStates({ data, dims }: Tensor, { frames }: Features): void {
  if (!(data instanceof Float32Array) || dims[1] !== frames / 2)
    throw new RangeError(`The card gave states of another length than ${frames / 2}.`);
  let squares = 0;
  for (let i = 0; i < data.length; i++) squares += (data[i] as number) ** 2;
  if (!Number.isFinite(squares)) throw new RangeError('The card gave what is no number.');
  if (squares === 0) throw new RangeError('The card wrote nothing.');
}

/**
 * Encodes a window on the card.
 * @throws where it fails, gives no states, is lost, or does not answer.
 */
export async function encodeGuarded(encoder: GraphicsEncoder, window: Features): Promise<Tensor> {
  const states = await withinTime(encoder.encode(window), MOST_ENCODING_MILLISECONDS, encoder.lost);
  assertStates(states, window);
  return states;
}
