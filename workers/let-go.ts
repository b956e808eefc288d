/**
 * Frees the memory of buffers at once, by a message that reaches nobody: Chromium keeps what `ArrayBuffer.transfer`
 * has emptied until a garbage collection, which a growing heap of WebAssembly does not bring about.
 */
export function letGo(buffers: readonly ArrayBuffer[]): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [...buffers]);
  port1.close();
}
