const MANTISSA_SHIFT = 13;
/** Float32's exponent of the smallest normal half, 2 ** -14. */
const LEAST_NORMAL = 113;
/** Float32's exponent from which a half is infinite. */
const INFINITE = 143;
const HALF_INFINITY = 0x7c00;

/** Shifts to the right, to the nearest and of two as near the even one, as IEEE 754 wants it. */
function shiftedToNearest(bits: number, shift: number): number {
  const half = 1 << (shift - 1);
  const isOdd = (bits >> shift) & 1;
  return (bits + half - 1 + isOdd) >> shift;
}

function halfOf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const mantissa = bits & 0x7fffff;
  if (exponent >= INFINITE) {
    const isNaN = exponent === 0xff && mantissa !== 0;
    return sign | HALF_INFINITY | (isNaN ? 0x200 : 0);
  }
  // A carry out of the mantissa raises the exponent, which is what rounding up to it means.
  if (exponent >= LEAST_NORMAL)
    return (
      sign | shiftedToNearest(((exponent - LEAST_NORMAL + 1) << 23) | mantissa, MANTISSA_SHIFT)
    );
  const shift = MANTISSA_SHIFT + LEAST_NORMAL - exponent;
  return shift > 24 ? sign : sign | shiftedToNearest(mantissa | 0x800000, shift);
}

/** The nearest floats of 16 bits (IEEE 754 binary16), as their bits: Node 20 has no `Float16Array`. */
export function halves(values: Float32Array): Uint16Array {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const result = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) result[i] = halfOf(bits[i] as number);
  return result;
}
