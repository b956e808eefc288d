import { fold } from '../lexicon/fold';
import { namesIn } from './people';
import type { PatientIdentity } from './patient-identity';
import type { ParagraphRule } from './rule';

const partsOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z]+/)
    .filter((part) => part !== '');

const knownParts = ({ birthName, usedName = '', firstNames }: PatientIdentity): Set<string> =>
  new Set(partsOf(`${birthName} ${usedName} ${firstNames}`));

/** "Mme MARTIN Claire" as the record has it, in the capitals that stand there. */
function recordName(
  { birthName, usedName, firstNames }: PatientIdentity,
  words: readonly string[],
): string {
  const name = usedName ?? birthName;
  const shown = words[0] === words[0]?.toUpperCase() ? name.toUpperCase() : name;
  return words.length > 1 ? `${firstNames.split(' ')[0] ?? ''} ${shown}`.trim() : shown;
}

/** A name that is not the one of the patient chosen. */
export const identityName: ParagraphRule = {
  name: 'identity-name',
  check: (paragraph, { patient, author = '' }) => {
    if (!patient) return [];
    const known = knownParts(patient);
    const doctor = new Set(partsOf(author));
    return namesIn(paragraph).flatMap(({ from, to, words }) => {
      const parts = words.flatMap(partsOf).filter((part) => part.length > 2);
      const foreign = parts.filter((part) => !known.has(part));
      if (foreign.length === 0 || parts.every((part) => doctor.has(part))) return [];
      const said = paragraph.text.slice(from, to);
      const right = recordName(patient, words);
      const message = `« ${said} » : la personne choisie se nomme ${right}.`;
      return [{ from, to, risk: 1 as const, message, doubt: 0.9, fixes: [{ text: right }] }];
    });
  },
};
