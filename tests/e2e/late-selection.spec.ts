import type { Page } from '@playwright/test';
import { expect, test, type Plume } from './plume';
import { silentWav } from './silent-wav';

const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };

async function reportOf(plume: Plume, text: string): Promise<void> {
  await plume.open();
  await plume.chooseLightModel();
  await plume.page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(plume.state).toContainText('aucune parole');
  await plume.report.press('Control+End');
  await plume.page.keyboard.type(text);
  await expect(plume.report).toHaveText(text);
}

interface Move {
  readonly alter: 'move' | 'extend';
  readonly granularity: 'word' | 'lineboundary' | 'character';
  readonly direction?: 'forward' | 'backward';
}

/**
 * Moves as the arrows do and presses a key before the browser has told anyone: both within one task, as on a machine
 * that is late.
 */
async function pressAtOnce(
  page: Page,
  moves: readonly Move[],
  key: Pick<KeyboardEventInit, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey'>,
): Promise<void> {
  await page.evaluate(
    ({ moves, key }) => {
      for (const { alter, direction = 'forward', granularity } of moves) {
        getSelection()?.modify(alter, direction, granularity);
      }
      const charCode = key.key?.length === 1 ? key.key.charCodeAt(0) : 0;
      const init = { ...key, bubbles: true, cancelable: true };
      const goesOn = document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
      if (goesOn === true) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keypress', { ...init, charCode }));
      }
    },
    { moves, key },
  );
}

const TO_START: Move = { alter: 'move', direction: 'backward', granularity: 'lineboundary' };
const OVER_WORD: Move = { alter: 'extend', granularity: 'word' };

test('a key acts on what is selected on the screen, before the browser has told of it', async ({
  plume,
}) => {
  const { page, report } = plume;
  await reportOf(plume, 'Coeur normal, poumons libres.');

  await test.step('a letter takes the place of the words selected last', async () => {
    await pressAtOnce(page, [TO_START, OVER_WORD], { key: 'F', shiftKey: true });
    await expect(report).toHaveText('F normal, poumons libres.');
  });

  await test.step('a key of the editor works on them', async () => {
    await pressAtOnce(page, [TO_START, OVER_WORD], { key: 'b', ctrlKey: true });
    await expect(report.locator('strong')).toHaveText('F');
  });

  await test.step('a command of the window works on them', async () => {
    const moves: Move[] = [TO_START, { alter: 'move', granularity: 'word' }, OVER_WORD];
    await pressAtOnce(page, moves, { key: 'q', altKey: true });
    await expect(page.getByLabel('Question au médecin')).toBeFocused();
    await expect(report).toHaveText('F[normal ?], poumons libres.');
  });
});

test('the start of the report is gone to as soon as the report has the focus', async ({
  plume,
}) => {
  const { page, report } = plume;
  await reportOf(plume, 'Coeur normal, poumons libres.');
  await page.getByRole('button', { name: 'Copier le texte' }).focus();
  await report.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Ce jour : ');
  await expect(report).toHaveText('Ce jour : Coeur normal, poumons libres.');
});
