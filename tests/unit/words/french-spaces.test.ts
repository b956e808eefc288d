import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const RULE = 'plume/french-spaces';

/** The project's own configuration, with this rule alone. */
const eslint = new ESLint({ fix: true, ruleFilter: ({ ruleId }) => ruleId === RULE });

const written = async (code: string, filePath: string): Promise<string | undefined> =>
  (await eslint.lintText(code, { filePath }))[0]?.output;

test.each([
  ["'Raison : trop long ; annulé ?'", "'Raison\u00a0: trop long\u202f; annulé\u202f?'"],
  ['`« ${name} » : ${share} %`', '`«\u00a0${name}\u00a0»\u00a0: ${share}\u202f%`'],
  ["'À vérifier !'", "'À vérifier\u202f!'"],
])('a sentence keeps its punctuation on the line of its word: %s', async (sentence, wanted) => {
  const line = (text: string) => `export const words = { text: ${text} };\n`;
  expect(await written(line(sentence), 'web/words/audit.ts')).toBe(line(wanted));
});

test('so does the text of a screen, and its style is left alone', async () => {
  const screen = (text: string) => `<p>${text}</p>\n<style>p { color : red }</style>\n`;
  expect(await written(screen('« {said} » : oui ?'), 'web/ui/Section.svelte')).toBe(
    screen('«&nbsp;{said}&nbsp;»&nbsp;: oui&#8239;?'),
  );
});
