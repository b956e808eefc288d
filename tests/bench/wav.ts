const TARGET_RATE = 16_000;
/** Half length of the interpolation kernel, in input samples. */
const KERNEL = 32;

/** 8-bit or 16-bit PCM wav → first channel at 16 kHz in [-1, 1]; for tests in Node, where no decoder is at hand. */
export function readWav(file: Uint8Array): Float32Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tag = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
  if (tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw new Error('Not a wav file.');
  let channels = 1;
  let rate = TARGET_RATE;
  let bits = 16;
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true);
    if (tag(at) === 'fmt ') {
      channels = view.getUint16(at + 10, true);
      rate = view.getUint32(at + 12, true);
      bits = view.getUint16(at + 22, true);
      if (bits !== 8 && bits !== 16) throw new Error('Not 8-bit or 16-bit PCM.');
    }
    if (tag(at) === 'data') {
      const width = bits / 8;
      const sample = (index: number): number =>
        bits === 8
          ? (view.getUint8(at + 8 + index) - 128) / 128
          : view.getInt16(at + 8 + 2 * index, true) / 32768;
      const bytes = Math.min(size, file.length - at - 8);
      const samples = Float32Array.from({ length: Math.floor(bytes / width / channels) }, (_, i) =>
        sample(i * channels),
      );
      return resample(samples, rate);
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('The wav file holds no sound.');
}

/** Band-limited interpolation (windowed sinc). */
function resample(samples: Float32Array, rate: number): Float32Array {
  if (rate === TARGET_RATE) return samples;
  const step = rate / TARGET_RATE;
  const cutoff = Math.min(1, 1 / step);
  const width = KERNEL / cutoff;
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const centre = i * step;
    let sum = 0;
    for (let j = Math.ceil(centre - width); j <= centre + width; j++) {
      const x = (centre - j) * cutoff;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      const hann = 0.5 + 0.5 * Math.cos((Math.PI * (centre - j)) / width);
      sum += (samples[j] ?? 0) * sinc * hann * cutoff;
    }
    return sum;
  });
}
