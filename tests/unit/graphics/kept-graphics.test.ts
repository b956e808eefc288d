import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NO_VERDICT, type GraphicsVerdict } from '../../../web/dossier/graphics-verdict';
import { KeptGraphics } from '../../../web/screens/kept-graphics.svelte';
import type { Vault } from '../../../web/vault/vault';
import { openTestVault } from '../../vaults';

const BEGUN: GraphicsVerdict = { ...NO_VERDICT, of: 'acme / abc', attempts: 2, at: 1 };

class Noted extends Map<string, string> {
  getItem = (name: string) => this.get(name) ?? null;
  setItem = (name: string, value: string) => void this.set(name, value);
  removeItem = (name: string) => void this.delete(name);
}

let vault: Vault;
let storage: Noted;
let page: EventTarget;

/** As after the page was opened again. */
const graphics = () =>
  new KeptGraphics({ settings: vault.settings, holdOpen: () => undefined, storage, page });

beforeEach(async () => {
  vault = await openTestVault(crypto.randomUUID());
  storage = new Noted();
  page = new EventTarget();
});

test('what is shown is the verdict kept last, as soon as it is kept', async () => {
  const kept = graphics();
  expect(kept.shown).toEqual(NO_VERDICT);
  await kept.keep(BEGUN);
  expect(kept.shown).toEqual(BEGUN);
  const faster: GraphicsVerdict = { ...BEGUN, outcome: 'faster', attempts: 0 };
  await kept.keep(faster);
  expect(kept.shown).toEqual(faster);
  const later = graphics();
  await later.verdict();
  expect(later.shown).toEqual(faster);
});

test('a page closed during a trial is no attempt; a browser that fell over is one', async () => {
  const fallen = graphics();
  fallen.forgiveLeaving();
  await fallen.keep(BEGUN);
  expect((await graphics().verdict()).attempts).toBe(2);
  page.dispatchEvent(new Event('pagehide'));
  expect((await graphics().verdict()).attempts).toBe(1);
});

test('a page closed at another time forgives nothing, nor does one forgive twice', async () => {
  const kept = graphics();
  const stop = kept.forgiveLeaving();
  await kept.keep(BEGUN);
  stop();
  page.dispatchEvent(new Event('pagehide'));
  expect((await graphics().verdict()).attempts).toBe(2);
  graphics().forgiveLeaving();
  page.dispatchEvent(new Event('pagehide'));
  const again = graphics();
  await again.keep({ ...(await again.verdict()), attempts: 2 });
  expect((await graphics().verdict()).attempts).toBe(2);
  expect(storage.size).toBe(0);
});
