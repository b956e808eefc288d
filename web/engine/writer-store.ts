import type { WriterModel } from '../../workers/summarizer';

/** A generative model that the practice added from disk. */
export interface AddedWriter extends WriterModel {
  /** Name of its folder. */
  readonly name: string;
  readonly bytes: number;
}

export class UnusableWriterError extends Error {}

const CACHE = 'plume-writers';
const BASE = '/models/writers/';
const LIST = `${BASE}added.json`;
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** Endings of ONNX files, as transformers.js names precisions; the smallest that is there is used. */
const PRECISIONS = [
  ['_q4f16', 'q4f16'],
  ['_quantized', 'q8'],
  ['_q4', 'q4'],
  ['_fp16', 'fp16'],
  ['', 'fp32'],
] as const;

/** Path inside the folder that was chosen. */
const pathOf = ({ webkitRelativePath, name }: File): string =>
  webkitRelativePath.split('/').slice(1).join('/') || name;

export async function addedWriters(): Promise<readonly AddedWriter[]> {
  const stored = await (await caches.open(CACHE)).match(LIST);
  return stored ? ((await stored.json()) as AddedWriter[]) : [];
}

async function keepList(writers: readonly AddedWriter[]): Promise<void> {
  await (await caches.open(CACHE)).put(LIST, Response.json(writers));
}

function precisionOf(paths: readonly string[], main: string): AddedWriter['dtype'] {
  const found = PRECISIONS.find(([ending]) => paths.includes(`onnx/${main}${ending}.onnx`));
  if (!found) throw new UnusableWriterError(`onnx/${main}.onnx`);
  return found[1];
}

/**
 * Adds a folder as transformers.js reads it: configuration, tokenizer and ONNX files. Nothing of it is sent anywhere.
 * @throws UnusableWriterError with the path of the file that is missing or cannot be read.
 */
export async function addWriterFolder(folder: readonly File[]): Promise<AddedWriter> {
  const paths = folder.map(pathOf);
  const missing = NEEDED.find((path) => !paths.includes(path));
  if (missing) throw new UnusableWriterError(missing);
  const text = (await folder[paths.indexOf('config.json')]?.text()) ?? '';
  const isSequence = isEncoderDecoder(text);
  const main = isSequence ? 'decoder_model_merged' : 'model';
  const dtype = precisionOf(paths, main);
  const id = crypto.randomUUID();
  const cache = await caches.open(CACHE);
  for (const [at, file] of folder.entries())
    await cache.put(`${BASE}${id}/${paths[at] ?? file.name}`, new Response(file));
  const writer: AddedWriter = {
    id,
    task: isSequence ? 'summarization' : 'text-generation',
    dtype,
    name: folder[0]?.webkitRelativePath.split('/')[0] ?? id,
    bytes: folder.reduce((sum, { size }) => sum + size, 0),
  };
  await keepList([...(await addedWriters()), writer]);
  return writer;
}

function isEncoderDecoder(config: string): boolean {
  try {
    return (JSON.parse(config) as { is_encoder_decoder?: boolean }).is_encoder_decoder === true;
  } catch {
    throw new UnusableWriterError('config.json');
  }
}

export async function removeWriter(id: string): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys())
    if (new URL(request.url).pathname.startsWith(`${BASE}${id}/`)) await cache.delete(request);
  await keepList((await addedWriters()).filter((writer) => writer.id !== id));
}
