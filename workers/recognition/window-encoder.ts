import type { Runtime, Session, Tensor } from './runtime';
import type { Features } from './speech-front-end';

/** Turns the log-mel features of a window into the states that a decoder reads: `[1, frames / 2, width]`. */
export interface WindowEncoder {
  encode(features: Features): Promise<Tensor>;
  release(): Promise<void>;
}

/** @param session an encoder of `graph/`, or a published one, opened by this runtime. */
export const sessionEncoder = (
  runtime: Runtime,
  session: Pick<Session, 'run' | 'release'>,
): WindowEncoder => ({
  encode: async ({ data, melBins, frames }) => {
    const input = new runtime.Tensor('float32', data, [1, melBins, frames]);
    // Alone: a published encoder also gives its attentions, a hundred megabytes a layer in Whisper small.
    const { last_hidden_state: states } = await session.run({ input_features: input }, [
      'last_hidden_state',
    ]);
    if (states === undefined) throw new Error('The encoder gave no states.');
    return states;
  },
  release: () => session.release(),
});

/** An encoder that is opened when the first window asks for it; one that did not open is tried again with the next. */
export function lateEncoder(open: () => Promise<WindowEncoder>): WindowEncoder {
  let opened: Promise<WindowEncoder> | undefined;
  const openOnce = (): Promise<WindowEncoder> => {
    opened ??= open().catch((reason: unknown) => {
      opened = undefined;
      throw reason;
    });
    return opened;
  };
  return {
    encode: async (features) => (await openOnce()).encode(features),
    release: async () => {
      await (await opened)?.release();
    },
  };
}
