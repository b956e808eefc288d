const FULL_SCALE = 32_768;

/** Float samples in [-1, 1] to signed 16 bits; what lies outside is held at the limit. */
export function toInt16(samples: Float32Array): Int16Array<ArrayBuffer> {
  const stored = new Int16Array(samples.length);
  for (let index = 0; index < samples.length; index++) {
    const value = Math.round((samples[index] ?? 0) * FULL_SCALE);
    stored[index] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, value));
  }
  return stored;
}

/** Signed 16 bits to float samples in [-1, 1). */
export function toFloat32(stored: Int16Array): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(stored.length);
  for (let index = 0; index < stored.length; index++) {
    samples[index] = (stored[index] ?? 0) / FULL_SCALE;
  }
  return samples;
}

/** The mean of the channels, all of one length. */
export function downmix(channels: readonly Float32Array[]): Float32Array {
  const [first, ...others] = channels;
  if (first === undefined) return new Float32Array(0);
  if (others.length === 0) return first;
  const mono = Float32Array.from(first);
  for (let index = 0; index < mono.length; index++) {
    let sum = mono[index] ?? 0;
    for (const channel of others) sum += channel[index] ?? 0;
    mono[index] = sum / channels.length;
  }
  return mono;
}

/** One array with all the samples of `pieces`, in order. */
export function concatenate(pieces: readonly Float32Array[]): Float32Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
