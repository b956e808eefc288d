/** Thrown while weights are read; `buildGraphs` turns it into a failure that is a value. The message is one sentence. */
export class UnusableModel extends Error {
  override readonly name = 'UnusableModel';
}
