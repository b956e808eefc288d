import { describe, expect, test, vi } from 'vitest';
import { identityOf, usableCard, type Cards } from '../../../workers/recognition/graphics/card';
import {
  openGraphicsEncoder,
  type GraphicsRuntime,
} from '../../../workers/recognition/graphics/graphics-encoder';
import {
  FLOAT16,
  HalfGraphBuilder,
  serialise,
} from '../../../workers/recognition/graph/graph-builder';
import type { Runtime } from '../../../workers/recognition/runtime';
import { features, statesOf } from './fakes';

const GIGABYTE = 2 ** 30;

interface Traits {
  readonly info?: Partial<GPUAdapterInfo>;
  readonly limits?: Partial<GPUSupportedLimits>;
  readonly features?: readonly GPUFeatureName[];
  readonly isFallbackAdapter?: boolean;
  readonly requestDevice?: GPUAdapter['requestDevice'];
}

const adapter = ({ info, limits, features: known = ['shader-f16'], ...rest }: Traits = {}) =>
  ({
    info: {
      vendor: 'acme',
      architecture: 'gen-9',
      device: '',
      description: '',
      isFallbackAdapter: false,
      ...info,
    },
    limits: { maxBufferSize: GIGABYTE, maxStorageBufferBindingSize: GIGABYTE, ...limits },
    features: new Set(known),
    ...rest,
  }) as unknown as GPUAdapter;

const showing = (shown: GPUAdapter | null): Cards => ({
  requestAdapter: vi.fn(() => Promise.resolve(shown)),
});

describe('a card that may be asked to hear', () => {
  test('is the fast one of the computer', async () => {
    const real = adapter();
    const cards = showing(real);
    expect(await usableCard(cards)).toBe(real);
    expect(cards.requestAdapter).toHaveBeenCalledWith({ powerPreference: 'high-performance' });
  });

  test.each<[string, Cards | undefined]>([
    ['the browser knows no cards', undefined],
    ['there is none', showing(null)],
    ['the driver is broken', { requestAdapter: () => Promise.reject(new Error('driver')) }],
    ['it is a fallback adapter', showing(adapter({ info: { isFallbackAdapter: true } }))],
    ['it is one as older browsers say it', showing(adapter({ isFallbackAdapter: true }))],
    ['it is software', showing(adapter({ info: { architecture: 'swiftshader' } }))],
    ['it is software by its name', showing(adapter({ info: { description: 'llvmpipe (LLVM)' } }))],
    ['a window has no room', showing(adapter({ limits: { maxBufferSize: 2 ** 26 } }))],
    [
      'attention has no room',
      showing(adapter({ limits: { maxStorageBufferBindingSize: 2 ** 26 } })),
    ],
  ])('is nowhere where %s', async (_, cards) => {
    expect(await usableCard(cards)).toBeUndefined();
  });

  test('is nowhere where the driver does not say', async () => {
    vi.useFakeTimers();
    const found = usableCard({ requestAdapter: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await found).toBeUndefined();
    vi.useRealTimers();
  });

  test('is told from another, and from itself with floats it did not know before', () => {
    expect(identityOf(adapter())).toBe('acme / gen-9 /  /  / 16');
    expect(identityOf(adapter({ features: [] }))).toBe('acme / gen-9 /  /  / 32');
    expect(identityOf(adapter({ info: { vendor: 'other' } }))).not.toBe(identityOf(adapter()));
  });
});

describe('an encoder on a card', () => {
  const file = (): ArrayBuffer => {
    const g = new HalfGraphBuilder('');
    g.node('Add', ['x', g.floats('long', new Float32Array(5000))], { outputs: ['y'] });
    const port = (name: string) => ({ name, type: FLOAT16, shape: [5000] });
    return new Uint8Array(serialise(g.graph('sum', [port('x')], [port('y')]), {})).buffer;
  };
  const files = () => ({
    graphicsEncoder: file(),
    graphicsEncoderSingle: new TextEncoder().encode('graph in singles').buffer as ArrayBuffer,
  });

  function device(known: readonly GPUFeatureName[]) {
    return { features: new Set(known), destroy: vi.fn(), lost: new Promise(() => undefined) };
  }

  const decoding = {
    Tensor: class {
      readonly data: unknown;
      constructor(_: string, data: unknown) {
        this.data = data;
      }
    },
  } as unknown as Runtime;

  const runtime = (create: (...given: never[]) => Promise<unknown>): GraphicsRuntime =>
    ({ InferenceSession: { create }, Tensor: decoding.Tensor }) as unknown as GraphicsRuntime;

  test.each([
    ['16 bits where the card knows them', ['shader-f16'], 1000, 'graph'],
    ['32 bits where it does not, with the same weights', [], 17, 'graph in singles'],
  ] as const)('computes in floats of %s', async (_, known, most, text) => {
    const made = device(known);
    const requestDevice = vi.fn(() => Promise.resolve(made as unknown as GPUDevice));
    const given = files();
    const weights = new Uint8Array(given.graphicsEncoder.slice(0));
    const create = vi.fn((model: Uint8Array, options: { externalData: { data: Uint8Array }[] }) => {
      expect(model.length).toBeLessThan(most);
      if (known.length === 0) expect(new TextDecoder().decode(model)).toBe(text);
      expect(options.externalData).toEqual([{ path: 'weights', data: weights }]);
      expect(options).toMatchObject({ executionProviders: [{ name: 'webgpu', device: made }] });
      return Promise.resolve({
        run: () => Promise.resolve({ last_hidden_state: statesOf(features()) }),
        release: () => Promise.resolve(),
      });
    });
    const encoder = await openGraphicsEncoder(
      { runtime: runtime(create as never), decoding },
      adapter({ features: known, requestDevice }),
      given,
    );
    expect(requestDevice).toHaveBeenCalledWith({
      requiredFeatures: [...known],
      requiredLimits: expect.objectContaining({ maxStorageBufferBindingSize: GIGABYTE }),
    });
    const states = await encoder.encode(features());
    expect(states).toBeInstanceOf(decoding.Tensor);
    expect(states.data).toEqual(statesOf(features()).data);
    await encoder.release();
    expect(made.destroy).toHaveBeenCalledTimes(1);
  });

  test('lets the card go where the encoder does not open', async () => {
    const made = device([]);
    const refusing = adapter({
      requestDevice: () => Promise.resolve(made as unknown as GPUDevice),
    });
    const opening = openGraphicsEncoder(
      { runtime: runtime(() => Promise.reject(new Error('no room'))), decoding },
      refusing,
      files(),
    );
    await expect(opening).rejects.toThrow('no room');
    expect(made.destroy).toHaveBeenCalledTimes(1);
  });
});
