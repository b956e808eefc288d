const VOWELLESS = /é([bcdfglmnprstvz]r?)er$/;

/**
 * The forms a report uses of a verb in -er, the infinitive first: present, imperfect, future and conditional of the third
 * person, past simple, gerund and past participle ("on thrombolyse", "ont été thrombolysées").
 */
export function verbForms(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  const before = stem.replace(/c$/, 'ç').replace(/g$/, 'ge');
  const mute = infinitive.replace(VOWELLESS, 'è$1er').slice(0, -2);
  return [
    infinitive,
    ...['e', 'ent', 'era', 'eront', 'erait', 'eraient'].map((ending) =>
      ending.startsWith('er') ? stem + ending : mute + ending,
    ),
    ...['ait', 'aient', 'a', 'ant', 'ons'].map((ending) => before + ending),
    ...['èrent', 'é', 'és', 'ée', 'ées'].map((ending) => stem + ending),
  ];
}
