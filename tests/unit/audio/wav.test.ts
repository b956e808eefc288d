import { describe, expect, test } from 'vitest';
import { isWav, readWavFrames, readWavLayout, wavHeader } from '../../../web/audio/wav';

interface Written {
  readonly tag: number;
  readonly bytesPerSample: number;
  readonly channels?: number;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly declaredBytes?: number;
}

const ascii = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (c) => c.charCodeAt(0));

const littleEndian = (value: number, bytes: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256);

/** A WAV file with a chunk of odd length before the samples, as dictaphones write them. */
function wav({
  tag,
  bytesPerSample,
  channels = 1,
  data,
  declaredBytes = data.length,
}: Written): Blob {
  const frame = bytesPerSample * channels;
  return new Blob([
    ascii('RIFF'),
    littleEndian(0, 4),
    ascii('WAVEfmt '),
    ...[littleEndian(16, 4), littleEndian(tag, 2), littleEndian(channels, 2)],
    ...[littleEndian(8000, 4), littleEndian(8000 * frame, 4)],
    ...[littleEndian(frame, 2), littleEndian(bytesPerSample * 8, 2)],
    ...[ascii('note'), littleEndian(3, 4), ascii('abc'), littleEndian(0, 1)],
    ...[ascii('data'), littleEndian(declaredBytes, 4), data],
  ]);
}

async function framesOf(file: Blob): Promise<number[]> {
  const layout = (await readWavLayout(file))!;
  const end = layout.dataStart + layout.dataBytes;
  return [...readWavFrames(layout, await file.slice(layout.dataStart, end).arrayBuffer())];
}

const bytes = (array: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(array.buffer);

describe('a WAV file', () => {
  test.each([
    ['8 bits', { tag: 1, bytesPerSample: 1, data: Uint8Array.of(128, 0, 192) }, [0, -1, 0.5]],
    [
      '16 bits',
      { tag: 1, bytesPerSample: 2, data: bytes(Int16Array.of(0, -32768, 16384)) },
      [0, -1, 0.5],
    ],
    [
      '24 bits',
      { tag: 1, bytesPerSample: 3, data: Uint8Array.of(0, 0, 0, 0, 0, 128, 0, 0, 64) },
      [0, -1, 0.5],
    ],
    [
      '32 bits',
      { tag: 1, bytesPerSample: 4, data: bytes(Int32Array.of(0, -(2 ** 31), 2 ** 30)) },
      [0, -1, 0.5],
    ],
    [
      'floats',
      { tag: 3, bytesPerSample: 4, data: bytes(Float32Array.of(0, -1, 0.5)) },
      [0, -1, 0.5],
    ],
    [
      'long floats',
      { tag: 3, bytesPerSample: 8, data: bytes(Float64Array.of(0, -1, 0.5)) },
      [0, -1, 0.5],
    ],
    // ITU-T G.711: the loudest and the softest codes of each law.
    [
      'A-law',
      { tag: 6, bytesPerSample: 1, data: Uint8Array.of(0xaa, 0x2a, 0xd5) },
      [32256, -32256, 8].map((v) => v / 32768),
    ],
    [
      'mu-law',
      { tag: 7, bytesPerSample: 1, data: Uint8Array.of(0x80, 0x00, 0xff) },
      [32124, -32124, 0].map((v) => v / 32768),
    ],
  ])('of %s is read', async (_name, written, expected) => {
    expect(await framesOf(wav(written))).toEqual(expected);
  });

  test('with two channels is mixed to one', async () => {
    const data = bytes(Int16Array.of(16384, 0, -16384, -16384));
    expect(await framesOf(wav({ tag: 1, bytesPerSample: 2, channels: 2, data }))).toEqual([
      0.25, -0.5,
    ]);
  });

  test('cut short keeps its whole frames and says so', async () => {
    const data = bytes(Int16Array.of(1, 2, 3)).slice(0, 5);
    const layout = await readWavLayout(
      wav({ tag: 1, bytesPerSample: 2, data, declaredBytes: 600 }),
    );
    expect(layout).toMatchObject({ dataBytes: 4, truncated: true });
  });

  test.each([0, 0xffffffff])(
    'with its length left open (%i) goes to its end',
    async (declaredBytes) => {
      const data = bytes(Int16Array.of(1, 2, 3));
      const layout = await readWavLayout(wav({ tag: 1, bytesPerSample: 2, data, declaredBytes }));
      expect(layout).toMatchObject({ dataBytes: 6, truncated: false });
    },
  );

  test('in an encoding we do not know is left to others', async () => {
    const data = new Uint8Array(40);
    expect(await readWavLayout(wav({ tag: 0x55, bytesPerSample: 1, data }))).toBeUndefined();
  });

  test('of ours is read back', async () => {
    const stored = Int16Array.of(0, 8192, -8192);
    const file = new Blob([wavHeader(stored.length, 48_000), stored]);
    expect(await isWav(file)).toBe(true);
    expect(await readWavLayout(file)).toEqual({
      encoding: 'integer',
      sampleRateHz: 48_000,
      channels: 1,
      bytesPerSample: 2,
      dataStart: 44,
      dataBytes: 6,
      truncated: false,
    });
    expect(await framesOf(file)).toEqual([0, 0.25, -0.25]);
  });

  test('is known by its beginning', async () => {
    expect(await isWav(new Blob(['RIFF1234AVI LIST']))).toBe(false);
    expect(await isWav(new Blob(['RI']))).toBe(false);
  });
});
