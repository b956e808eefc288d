import proto from 'onnx-proto';
import { describe, expect, test } from 'vitest';
import { withExternalWeights } from '../../../workers/recognition/external-weights';
import { FLOAT, GraphBuilder, serialise } from '../../../workers/recognition/graph/graph-builder';

const long = Float32Array.from({ length: 5000 }, (_, i) => i / 7);

function file(): Uint8Array {
  const g = new GraphBuilder('');
  g.node('Add', ['x', g.floats('long', long)], { outputs: ['y'] });
  g.node('Mul', ['y', g.float(3)], { outputs: ['z'] });
  const port = (name: string) => ({ name, type: FLOAT, shape: [long.length] });
  return serialise(g.graph('sums', [port('x')], [port('z')]), { made: 'here' });
}

describe('a model whose weights stay in its file', () => {
  test('says where each long weight lies, and is otherwise the same model', () => {
    const whole = file();
    const { model, externalData } = withExternalWeights(whole);
    expect(externalData).toEqual([{ path: 'weights', data: whole }]);
    expect(model.length).toBeLessThan(1000);
    const [read, original] = [model, whole].map((bytes) => proto.onnx.ModelProto.decode(bytes));
    const { initializer: weights, ...graph } = read!.graph!;
    const { initializer: originals, ...originalGraph } = original!.graph!;
    expect(JSON.stringify(graph)).toBe(JSON.stringify(originalGraph));
    expect(read!.metadataProps).toEqual(original!.metadataProps);
    expect(weights!.map(({ name, dims }) => `${name} ${dims}`)).toEqual(
      originals!.map(({ name, dims }) => `${name} ${dims}`),
    );
    const [moved, scalar] = weights!;
    const place = Object.fromEntries(moved!.externalData!.map(({ key, value }) => [key, value]));
    expect(place).toMatchObject({ location: 'weights', length: String(long.byteLength) });
    const start = Number(place['offset']);
    const placed = new Uint8Array(whole.subarray(start, start + long.byteLength)).buffer;
    expect(new Float32Array(placed)).toEqual(long);
    expect(moved!.rawData).toHaveLength(0);
    expect(scalar!.rawData).toHaveLength(4);
  });

  test.each([
    ['cut short', file().subarray(0, 3000)],
    ['of another kind', new TextEncoder().encode('RIFF....WAVEfmt ')],
  ])('is refused where the file is %s', (_, bytes) => {
    expect(() => withExternalWeights(bytes)).toThrow(RangeError);
  });
});
