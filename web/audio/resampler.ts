/** Zero crossings of the sinc on each side. With the window below: flat to 0.85 of the lower Nyquist, -80 dB from 1.0 on. */
const ZERO_CROSSINGS = 32;
const CUTOFF = 0.925;
/** Kaiser's beta for 80 dB: 0.1102 (A - 8.7), Kaiser 1974. */
const KAISER_BETA = 7.857;

const LOWEST_RATE_HZ = 4_000;
const HIGHEST_RATE_HZ = 384_000;

/** Whether it is a whole number from 4 to 384 kHz: a damaged file may say anything. */
export const isConvertible = (rateHz: number): boolean =>
  Number.isInteger(rateHz) && rateHz >= LOWEST_RATE_HZ && rateHz <= HIGHEST_RATE_HZ;

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

interface Filter {
  /** Taps on each side of the input sample an output falls on. */
  readonly halfTaps: number;
  /** One row of `2 * halfTaps` taps for each phase. */
  readonly phases: readonly Float32Array[];
}

function designFilter(up: number, down: number): Filter {
  const cutoff = CUTOFF * Math.min(1, up / down);
  const halfTaps = Math.ceil(ZERO_CROSSINGS / Math.min(1, up / down));
  const phases = Array.from({ length: up }, (_, phase) => {
    const taps = Float32Array.from({ length: 2 * halfTaps }, (_unused, tap) => {
      const distance = tap - (halfTaps - 1) - phase / up;
      const edge = distance / halfTaps;
      if (Math.abs(edge) >= 1) return 0;
      const angle = Math.PI * cutoff * distance;
      const sinc = distance === 0 ? 1 : Math.sin(angle) / angle;
      return (
        (cutoff * sinc * bessel0(KAISER_BETA * Math.sqrt(1 - edge * edge))) / bessel0(KAISER_BETA)
      );
    });
    const gain = taps.reduce((sum, tap) => sum + tap, 0);
    return taps.map((tap) => tap / gain);
  });
  return { halfTaps, phases };
}

/**
 * Changes the sample rate of a stream, piece after piece, with a low-pass that lets nothing fold back.
 * Output sample `n` stands exactly at `n / toHz` seconds: the delay of the filter is taken off.
 * A stream of `n` samples becomes `ceil(n * toHz / fromHz)`, however it was cut.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #filter: Filter;
  /** Input not yet used up; its first sample has the index `#start` in the stream. */
  #pending: Float32Array;
  #start: number;
  #received = 0;
  #produced = 0;

  /** @throws RangeError for rates that are not {@link isConvertible}. */
  constructor(fromHz: number, toHz: number) {
    for (const rate of [fromHz, toHz]) {
      if (!isConvertible(rate)) {
        throw new RangeError(`A sample rate of ${rate} Hz cannot be converted.`);
      }
    }
    const divisor = greatestCommonDivisor(fromHz, toHz);
    this.#up = toHz / divisor;
    this.#down = fromHz / divisor;
    this.#filter =
      fromHz === toHz ? { halfTaps: 0, phases: [] } : designFilter(this.#up, this.#down);
    this.#start = 1 - this.#filter.halfTaps;
    this.#pending = new Float32Array(Math.max(0, -this.#start));
  }

  /** All output that the input so far decides; the last milliseconds wait for the next piece. */
  push(input: Float32Array): Float32Array {
    this.#received += input.length;
    if (this.#filter.halfTaps === 0) return input;
    return this.#advance(input, Number.POSITIVE_INFINITY);
  }

  /** The end of the stream, as if silence followed. The resampler is used up afterwards. */
  flush(): Float32Array {
    if (this.#filter.halfTaps === 0) return new Float32Array(0);
    const total = Math.ceil((this.#received * this.#up) / this.#down);
    return this.#advance(new Float32Array(2 * this.#filter.halfTaps), total);
  }

  #advance(input: Float32Array, limit: number): Float32Array {
    const { halfTaps, phases } = this.#filter;
    const data = new Float32Array(this.#pending.length + input.length);
    data.set(this.#pending);
    data.set(input, this.#pending.length);

    const lastCentre = this.#start + data.length - 1 - halfTaps;
    const end = Math.min(limit, Math.floor(((lastCentre + 1) * this.#up - 1) / this.#down) + 1);
    const output = new Float32Array(Math.max(0, end - this.#produced));
    for (let index = 0; index < output.length; index++) {
      const position = (this.#produced + index) * this.#down;
      const first = Math.floor(position / this.#up) - (halfTaps - 1) - this.#start;
      output[index] = convolve(data, first, phases[position % this.#up] ?? new Float32Array(0));
    }
    this.#produced += output.length;

    const nextFirst =
      Math.floor((this.#produced * this.#down) / this.#up) - (halfTaps - 1) - this.#start;
    const used = Math.max(0, Math.min(data.length, nextFirst));
    this.#pending = data.slice(used);
    this.#start += used;
    return output;
  }
}

/** Two sums, since each addition waits for the one before; the number of taps is even and lies inside the data. */
function convolve(data: Float32Array, first: number, taps: Float32Array): number {
  let even = 0;
  let odd = 0;
  for (let tap = 0, index = first; tap < taps.length; tap += 2, index += 2) {
    even += (taps[tap] as number) * (data[index] as number);
    odd += (taps[tap + 1] as number) * (data[index + 1] as number);
  }
  return even + odd;
}
