/** A sound whose every second is known by its pitch: a burst of 100 ms at 600 Hz, then 800, 1000… one each second. */
const BURST_SECONDS = 0.1;
const FIRST_HERTZ = 600;
const STEP_HERTZ = 200;

export const burstHertz = (second: number): number => FIRST_HERTZ + STEP_HERTZ * (second % 12);

export function bursts(seconds: number, sampleRateHz: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(seconds * sampleRateHz));
  for (let second = 0; second < seconds; second++) {
    const first = second * sampleRateHz;
    for (let index = 0; index < BURST_SECONDS * sampleRateHz; index++) {
      samples[first + index] =
        0.5 * Math.sin((2 * Math.PI * burstHertz(second) * index) / sampleRateHz);
    }
  }
  return samples;
}

/** Where each burst begins, in seconds, and which pitch it has. */
export interface Burst {
  readonly at: number;
  readonly hertz: number;
}

function pitchOf(samples: Float32Array, sampleRateHz: number): number {
  const energyAt = (hertz: number): number => {
    let sine = 0;
    let cosine = 0;
    for (const [index, sample] of samples.entries()) {
      const angle = (2 * Math.PI * hertz * index) / sampleRateHz;
      sine += sample * Math.sin(angle);
      cosine += sample * Math.cos(angle);
    }
    return sine ** 2 + cosine ** 2;
  };
  return Array.from({ length: 12 }, (_, second) => burstHertz(second)).reduce((best, hertz) =>
    energyAt(hertz) > energyAt(best) ? hertz : best,
  );
}

export function burstsIn(samples: Float32Array, sampleRateHz: number): Burst[] {
  const found: Burst[] = [];
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index]!) < 0.1) continue;
    const burst = samples.slice(index, index + 0.09 * sampleRateHz);
    found.push({ at: index / sampleRateHz, hertz: pitchOf(burst, sampleRateHz) });
    index += 0.5 * sampleRateHz;
  }
  return found;
}
