export interface Tone {
  readonly hertz: number;
  readonly seconds: number;
  readonly sampleRateHz: number;
  readonly amplitude?: number;
}

export function tone({ hertz, seconds, sampleRateHz, amplitude = 0.5 }: Tone): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, index) => amplitude * Math.sin((2 * Math.PI * hertz * index) / sampleRateHz),
  );
}

/** Amplitude and phase (radians, of a sine) of one frequency, by projection. */
export function component(
  samples: Float32Array,
  hertz: number,
  sampleRateHz: number,
): { readonly amplitude: number; readonly phase: number } {
  let sine = 0;
  let cosine = 0;
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hertz * index) / sampleRateHz;
    sine += sample * Math.sin(angle);
    cosine += sample * Math.cos(angle);
  }
  const scale = 2 / samples.length;
  return {
    amplitude: Math.hypot(sine, cosine) * scale,
    phase: Math.atan2(cosine, sine),
  };
}

export const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
