import type * as ort from 'onnxruntime-web/webgpu';
import { withExternalWeights } from '../external-weights';
import type { GraphicsFiles } from '../models/manifest';
import type { Runtime } from '../runtime';
import { sessionEncoder, type WindowEncoder } from '../window-encoder';

/** An encoder that may be gone from one moment to the next. */
export interface GraphicsEncoder extends WindowEncoder {
  /** Resolves when the card is lost: unplugged, reset by its driver, asleep. */
  readonly lost: Promise<unknown>;
}

/** The build of onnxruntime-web that knows graphics cards. */
export type GraphicsRuntime = Pick<typeof ort, 'InferenceSession' | 'Tensor'>;

/** Of 16 bits, a card may as well add up in 16: over 3,072 products that costs what the encoder is chosen for. */
const EXACT_SUMS = { enableMatmulFp32Accumulation: true } as const;

/** It would else tell the console that shapes are worked out by the processor, which they are meant to be. */
const ERRORS_ONLY = 3;

const FEATURES: readonly GPUFeatureName[] = ['shader-f16', 'subgroups'];

/** Browsers grant the least of each unless asked for what the card has. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const;

const deviceOf = (adapter: GPUAdapter): Promise<GPUDevice> =>
  adapter.requestDevice({
    requiredFeatures: FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])),
  });

type OpenableModel = ReturnType<typeof withExternalWeights>;

const singleGraph = (files: GraphicsFiles): OpenableModel => ({
  model: new Uint8Array(files.graphicsEncoderSingle),
  externalData: [{ path: 'weights', data: new Uint8Array(files.graphicsEncoder) }],
});

/**
 * Opens the encoder on a card, in floats of 16 bits where it knows them, else of 32. Its states are tensors of the
 * runtime that decodes.
 * @throws where the card refuses: no room, no such operator, lost.
 */
export async function openGraphicsEncoder(
  { runtime, decoding }: { readonly runtime: GraphicsRuntime; readonly decoding: Runtime },
  adapter: GPUAdapter,
  files: GraphicsFiles,
): Promise<GraphicsEncoder> {
  const device = await deviceOf(adapter);
  try {
    const { model, externalData } = device.features.has('shader-f16')
      ? withExternalWeights(new Uint8Array(files.graphicsEncoder))
      : singleGraph(files);
    const provider = { name: 'webgpu', device, ...EXACT_SUMS } as const;
    const session = await runtime.InferenceSession.create(model, {
      executionProviders: [provider],
      externalData,
      logSeverityLevel: ERRORS_ONLY,
    });
    const encoder = sessionEncoder(runtime, session);
    return {
      encode: async (window) => {
        const { data, dims } = await encoder.encode(window);
        return new decoding.Tensor('float32', data as Float32Array, dims);
      },
      release: async () => {
        await encoder.release();
        device.destroy();
      },
      lost: device.lost,
    };
  } catch (error) {
    device.destroy();
    throw error;
  }
}
