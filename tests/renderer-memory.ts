import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Memory of the processes of pages, as Linux counts what is resident; in bytes. */
export interface RendererMemory {
  /** Of all of them: those that stand by beside a page's keep their size. */
  readonly now: () => number;
  /** The most all of them were since the last call, or since it was opened. */
  readonly peak: () => number;
  /** Of the largest alone. */
  readonly largest: { readonly now: () => number; readonly peak: () => number };
}

type Field = 'VmRSS' | 'VmHWM';

/** `undefined` where the system does not tell. */
export async function rendererMemory(page: Page): Promise<RendererMemory | undefined> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session || !existsSync('/proc/self/clear_refs')) return undefined;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const sizes = (field: Field) => ids.map((id) => read(id, field));
  const forget = () => ids.forEach((id) => writeFileSync(`/proc/${id}/clear_refs`, '5'));
  const peaks = () => {
    const bytes = sizes('VmHWM');
    forget();
    return bytes;
  };
  const sum = (bytes: readonly number[]) => bytes.reduce((all, one) => all + one, 0);
  forget();
  return {
    now: () => sum(sizes('VmRSS')),
    peak: () => sum(peaks()),
    largest: { now: () => Math.max(...sizes('VmRSS')), peak: () => Math.max(...peaks()) },
  };
}

function read(process: number, field: Field): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}
