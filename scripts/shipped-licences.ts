import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** What the build names its assets' origins from. */
const ROOT = join(import.meta.dirname, '../web');

/** Licences that may be shipped inside an application under MIT, with their notice. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
]);

/** Of a choice one is enough, of a conjunction all are needed: "(MPL-2.0 OR Apache-2.0)". */
export function isAllowed(expression: string): boolean {
  const words = expression.replaceAll(/[()]/g, '').trim();
  return words
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => ALLOWED.has(licence)));
}

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly notice: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/** The folder of the package that a module belongs to; nothing for what is ours. */
export function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.split('?')[0]?.replaceAll('\\', '/') ?? '';
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function readPackage(folder: string): ShippedPackage | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const {
    name,
    version = '',
    license = 'none',
  } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const notice = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return { name: name ?? folder.split(sep).at(-1) ?? '', version, licence: license, notice };
}

const byName = (a: ShippedPackage, b: ShippedPackage) => (a.name < b.name ? -1 : 1);

const noticeOf = ({ name, version, licence, notice }: ShippedPackage): string =>
  [`${name} ${version}, ${licence}`, notice].filter((part) => part !== '').join('\n\n');

/**
 * Looks at what the page, the workers and the service worker are really made of: a licence that is not allowed stops
 * the build; the notices of the others are shipped in `licences.txt`.
 */
export function shippedLicences(): { readonly page: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      const sources = file.type === 'chunk' ? Object.keys(file.modules) : file.originalFileNames;
      for (const source of sources) {
        const folder = packageFolder(resolve(ROOT, source.replace(/^\0/, '')));
        if (folder) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({
      name: 'plume-shipped-licences-of-workers',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    page: {
      name: 'plume-shipped-licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const packages = [...folders].flatMap((folder) => readPackage(folder) ?? []).sort(byName);
        const refused = packages.filter(({ licence }) => !isAllowed(licence));
        if (refused.length > 0) {
          const names = refused.map(({ name, licence }) => `${name} (${licence})`);
          throw new Error(`Licences that may not be shipped: ${names.join(', ')}`);
        }
        const source = packages.map(noticeOf).join(`\n\n${'-'.repeat(72)}\n\n`);
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
      },
    },
  };
}
