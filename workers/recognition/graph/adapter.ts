import { dequantise, quantiseColumns, type QuantisedMatrix } from './quantised-matrix';
import { readSafetensors, type FloatTensor } from './safetensors';
import { UnusableModel } from './unusable-model';

const FIRST = '.lora_A';
const SECOND = '.lora_B';

interface LowRankDelta {
  /** `[rank, inputs]`. */
  readonly down: FloatTensor;
  /** `[outputs, rank]`. */
  readonly up: FloatTensor;
}

function addDelta(matrix: QuantisedMatrix, { down, up }: LowRankDelta): QuantisedMatrix {
  const { rows, columns } = matrix;
  const weights = dequantise(matrix);
  const rank = down.shape[0] ?? 0;
  for (let row = 0; row < rows; row++) {
    for (let r = 0; r < rank; r++) {
      const factor = down.values[r * rows + row] ?? 0;
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        weights[at] = (weights[at] as number) + factor * (up.values[column * rank + r] as number);
      }
    }
  }
  return quantiseColumns(weights, { rows, columns });
}

/**
 * Low-rank changes to a decoder, `W = W0 + lora_B · lora_A`, merged before the graph is written. Names are those of
 * the weights, `decoder.layers.0.self_attn.q_proj.lora_A` and `.lora_B`.
 */
export class Adapter {
  readonly #deltas = new Map<string, LowRankDelta>();
  readonly #unused: Set<string>;

  private constructor(tensors: ReadonlyMap<string, FloatTensor>) {
    for (const [name, down] of tensors) {
      if (!name.endsWith(FIRST)) continue;
      const weight = name.slice(0, -FIRST.length);
      const up = tensors.get(weight + SECOND);
      if (
        !up ||
        up.shape.length !== 2 ||
        down.shape.length !== 2 ||
        up.shape[1] !== down.shape[0]
      ) {
        throw new UnusableModel(`The adapter file has no matching pair of matrices for ${weight}.`);
      }
      this.#deltas.set(weight, { down, up });
    }
    if (this.#deltas.size === 0 || tensors.size !== 2 * this.#deltas.size) {
      throw new UnusableModel('The adapter file holds something else than pairs of matrices.');
    }
    this.#unused = new Set(this.#deltas.keys());
  }

  /** @throws {UnusableModel} where the bytes are no such adapter. */
  static parse(file: Uint8Array): Adapter {
    return new Adapter(readSafetensors(file));
  }

  /** The weight with its delta, quantised anew with one scale a column; the same weight where it has none. */
  merge(name: string, matrix: QuantisedMatrix): QuantisedMatrix {
    const delta = this.#deltas.get(name);
    if (!delta) return matrix;
    if (delta.down.shape[1] !== matrix.rows || delta.up.shape[0] !== matrix.columns) {
      throw new UnusableModel(`The adapter was made for another model: ${name} has another size.`);
    }
    this.#unused.delete(name);
    return addDelta(matrix, delta);
  }

  /** @throws {UnusableModel} where a delta found no weight: the adapter is of another model. */
  finish(): void {
    const [name] = this.#unused;
    if (name !== undefined) {
      throw new UnusableModel(`The adapter was made for another model: it has no ${name}.`);
    }
  }
}
