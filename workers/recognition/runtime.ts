import type * as ort from 'onnxruntime-web/wasm';

/** The part of onnxruntime that recognition uses; the browser build in the worker, the native one in tests. */
export type Runtime = Pick<typeof ort, 'InferenceSession' | 'Tensor'>;
export type Session = ort.InferenceSession;
export type Tensor = ort.Tensor;

/** The numbers of a float output, which must be there. */
export function floats(outputs: Readonly<Record<string, Tensor>>, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`The model gave no float output "${name}".`);
  return data;
}
