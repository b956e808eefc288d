import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Memory of the processes of pages, as Linux counts it; in bytes. Those that stand by beside a page's keep their size. */
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
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const sum = (field: 'VmRSS' | 'VmHWM') => ids.reduce((bytes, id) => bytes + read(id, field), 0);
  const forget = () => ids.forEach((id) => writeFileSync(`/proc/${id}/clear_refs`, '5'));
  forget();
  return {
    now: () => sum('VmRSS'),
    peak: () => {
      const bytes = sum('VmHWM');
      forget();
      return bytes;
    },
  };
}

function read(process: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}
