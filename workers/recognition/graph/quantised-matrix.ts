/** An int8 matrix that multiplies from the right: `value = scale[column] * (int8 - zeroPoint[column])`. */
export interface QuantisedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major `[rows, columns]`. */
  readonly values: Int8Array;
  /** One a column. */
  readonly scales: Float32Array;
  /** One a column; left out where all are zero. */
  readonly zeroPoints?: Int8Array;
}

const INT8_MAX = 127;

/** Int8 with one symmetric scale a column: what a merged adapter needs to survive, since its columns grow unequally. */
export function quantiseColumns(
  matrix: Float32Array,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): QuantisedMatrix {
  const scales = new Float32Array(columns);
  for (let i = 0, column = 0; i < matrix.length; i++) {
    const size = Math.abs(matrix[i] as number);
    if (size > (scales[column] as number)) scales[column] = size;
    if (++column === columns) column = 0;
  }
  for (let column = 0; column < columns; column++) {
    const largest = scales[column] as number;
    scales[column] = largest > 0 ? largest / INT8_MAX : 1;
  }
  const values = new Int8Array(matrix.length);
  for (let i = 0, column = 0; i < matrix.length; i++) {
    const level = Math.round((matrix[i] as number) / (scales[column] as number));
    values[i] = Math.max(-INT8_MAX, Math.min(INT8_MAX, level));
    if (++column === columns) column = 0;
  }
  return { rows, columns, values, scales };
}

/** The matrix in floats, row-major. */
export function dequantise({ values, columns, scales, zeroPoints }: QuantisedMatrix): Float32Array {
  const matrix = new Float32Array(values.length);
  for (let i = 0, column = 0; i < values.length; i++) {
    const level = (values[i] as number) - (zeroPoints?.[column] ?? 0);
    matrix[i] = level * (scales[column] as number);
    if (++column === columns) column = 0;
  }
  return matrix;
}

/** Scales the whole matrix without touching its integers. */
export const scaled = (matrix: QuantisedMatrix, factor: number): QuantisedMatrix => ({
  ...matrix,
  scales: matrix.scales.map((scale) => scale * factor),
});

/** Matrices of the same input side by side: one multiplication, one quantisation of the input. */
export function sideBySide(matrices: readonly QuantisedMatrix[]): QuantisedMatrix {
  const rows = matrices[0]?.rows ?? 0;
  const columns = matrices.reduce((sum, matrix) => sum + matrix.columns, 0);
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(columns);
  const zeroPoints = new Int8Array(columns);
  let offset = 0;
  for (const matrix of matrices) {
    for (let row = 0; row < rows; row++) {
      const start = row * matrix.columns;
      values.set(matrix.values.subarray(start, start + matrix.columns), row * columns + offset);
    }
    scales.set(matrix.scales, offset);
    if (matrix.zeroPoints) zeroPoints.set(matrix.zeroPoints, offset);
    offset += matrix.columns;
  }
  const isSymmetric = matrices.every((matrix) => matrix.zeroPoints === undefined);
  return { rows, columns, values, scales, ...(isSymmetric ? {} : { zeroPoints }) };
}
