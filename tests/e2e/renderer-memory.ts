import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Memory of the process of a page, as Linux counts it; in bytes. */
export interface RendererMemory {
  readonly now: () => number;
  /** The most it was since the last call, or since it was opened. */
  readonly peak: () => number;
}

/** `undefined` where the system does not tell. */
export async function rendererMemory(page: Page): Promise<RendererMemory | undefined> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session || !existsSync('/proc/self/clear_refs')) return undefined;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => ({ id, bytes: read(id, 'VmRSS') }));
  // A spare renderer stands beside that of the page.
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
  if (!largest) return undefined;
  const { id } = largest;
  const forget = () => writeFileSync(`/proc/${id}/clear_refs`, '5');
  forget();
  return {
    now: () => read(id, 'VmRSS'),
    peak: () => {
      const bytes = read(id, 'VmHWM');
      forget();
      return bytes;
    },
  };
}

function read(process: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}
