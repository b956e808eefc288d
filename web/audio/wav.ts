/** How the samples of a WAV file are written. */
export type WavEncoding = 'integer' | 'float' | 'a-law' | 'mu-law';

export interface WavLayout {
  readonly encoding: WavEncoding;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly bytesPerSample: number;
  /** Where the samples begin, in bytes from the start of the file. */
  readonly dataStart: number;
  /** Bytes of samples that are there, whole frames only. */
  readonly dataBytes: number;
  /** The header promises more than the file holds. */
  readonly truncated: boolean;
}

const HEADER_BYTES = 44;
/** Chunks before the samples are small; cue lists and descriptions of dictaphones stay far below. */
const SEARCHED_BYTES = 1 << 20;
const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
/** Writers that cannot go back, and RF64, leave the length open with one of these. */
const OPEN_LENGTHS: readonly number[] = [0, 0xffffffff];

/** RIFF header of one-channel 16-bit sound; the samples follow it directly. */
export function wavHeader(samples: number, sampleRateHz: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  const ascii = (offset: number, text: string): void => {
    for (const [index, letter] of [...text].entries()) {
      view.setUint8(offset + index, letter.charCodeAt(0));
    }
  };
  const dataBytes = samples * 2;
  ascii(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, dataBytes, true);
  return new Uint8Array(view.buffer);
}

const fourLetters = (view: DataView, offset: number): string =>
  String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, 4));

interface Format {
  readonly encoding: WavEncoding;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly bytesPerSample: number;
}

function encodingOf(tag: number, bytesPerSample: number): WavEncoding | undefined {
  if (tag === PCM && bytesPerSample >= 1 && bytesPerSample <= 4) return 'integer';
  if (tag === FLOAT && (bytesPerSample === 4 || bytesPerSample === 8)) return 'float';
  if (tag === A_LAW && bytesPerSample === 1) return 'a-law';
  if (tag === MU_LAW && bytesPerSample === 1) return 'mu-law';
  return undefined;
}

function readFormat(view: DataView, offset: number, length: number): Format | undefined {
  if (length < 16) return undefined;
  const tag = view.getUint16(offset, true);
  const channels = view.getUint16(offset + 2, true);
  const sampleRateHz = view.getUint32(offset + 4, true);
  const frameBytes = view.getUint16(offset + 12, true);
  const bytesPerSample = frameBytes / channels;
  const realTag = tag === EXTENSIBLE && length >= 26 ? view.getUint16(offset + 24, true) : tag;
  const encoding = encodingOf(realTag, bytesPerSample);
  return encoding && { encoding, sampleRateHz, channels, bytesPerSample };
}

/** Whether the file begins as a WAV file does (RIFF, or RF64 beyond 4 GB). */
export async function isWav(file: Blob): Promise<boolean> {
  const view = new DataView(await file.slice(0, 12).arrayBuffer());
  return (
    view.byteLength === 12 &&
    ['RIFF', 'RF64'].includes(fourLetters(view, 0)) &&
    fourLetters(view, 8) === 'WAVE'
  );
}

/** Finds the samples of a WAV file; nothing if it has none or if their encoding is not known (ADPCM, MP3 in WAV…). */
export async function readWavLayout(file: Blob): Promise<WavLayout | undefined> {
  const view = new DataView(await file.slice(0, SEARCHED_BYTES).arrayBuffer());
  let format: Format | undefined;
  for (let offset = 12; offset + 8 <= view.byteLength;) {
    const name = fourLetters(view, offset);
    const length = view.getUint32(offset + 4, true);
    const body = offset + 8;
    if (name === 'fmt ' && body + length <= view.byteLength) {
      format = readFormat(view, body, length);
    }
    if (name === 'data') return format && layoutOf(format, body, length, file.size);
    offset = body + length + (length % 2);
  }
  return undefined;
}

function layoutOf(
  format: Format,
  dataStart: number,
  declaredBytes: number,
  fileBytes: number,
): WavLayout {
  const available = fileBytes - dataStart;
  const isOpen = OPEN_LENGTHS.includes(declaredBytes);
  const wanted = isOpen ? available : Math.min(declaredBytes, available);
  const frameBytes = format.channels * format.bytesPerSample;
  return {
    ...format,
    dataStart,
    dataBytes: wanted - (wanted % frameBytes),
    truncated: !isOpen && declaredBytes > available,
  };
}

/** ITU-T G.711: eight bits to a linear sample in [-1, 1]. */
function fromALaw(code: number): number {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 15) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return (bits & 0x80 ? magnitude : -magnitude) / 32_768;
}

/** ITU-T G.711: eight bits to a linear sample in [-1, 1]. */
function fromMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return (bits & 0x80 ? -magnitude : magnitude) / 32_768;
}

function reader(
  { encoding, bytesPerSample }: WavLayout,
  view: DataView,
): (offset: number) => number {
  if (encoding === 'a-law') return (offset) => fromALaw(view.getUint8(offset));
  if (encoding === 'mu-law') return (offset) => fromMuLaw(view.getUint8(offset));
  if (encoding === 'float') {
    return bytesPerSample === 4
      ? (offset) => view.getFloat32(offset, true)
      : (offset) => view.getFloat64(offset, true);
  }
  switch (bytesPerSample) {
    case 1:
      return (offset) => (view.getUint8(offset) - 128) / 128;
    case 2:
      return (offset) => view.getInt16(offset, true) / 32_768;
    case 3:
      return (offset) =>
        (view.getUint8(offset) | (view.getInt16(offset + 1, true) << 8)) / 8_388_608;
    default:
      return (offset) => view.getInt32(offset, true) / 2_147_483_648;
  }
}

/** The frames in `bytes` (whole ones), all channels mixed to one. */
export function readWavFrames(layout: WavLayout, bytes: ArrayBuffer): Float32Array {
  const read = reader(layout, new DataView(bytes));
  const { channels, bytesPerSample } = layout;
  const mono = new Float32Array(Math.floor(bytes.byteLength / (channels * bytesPerSample)));
  for (let frame = 0, offset = 0; frame < mono.length; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++, offset += bytesPerSample) {
      sum += read(offset);
    }
    mono[frame] = sum / channels;
  }
  return mono;
}
