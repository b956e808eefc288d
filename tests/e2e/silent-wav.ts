const HEADER_BYTES = 44;
const RATE_HZ = 16_000;

/** A 16-bit mono WAV of digital silence. */
export function silentWav(seconds: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + seconds * RATE_HZ * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE_HZ, 24);
  bytes.writeUInt32LE(RATE_HZ * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(bytes.length - HEADER_BYTES, 40);
  return bytes;
}
