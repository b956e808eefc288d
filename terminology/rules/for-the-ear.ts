/** By name, so that who asks need not load the rules; a test holds them against those there are. */
export const RULES_FOR_THE_EAR: ReadonlySet<string> = new Set([
  'heard',
  'heard-drug',
  'heard-negation',
  'heard-opposite',
  'doubtful-number',
  'lone-side',
  'look-alike-drug',
]);

/** Whether all that an alert of this rule asks is that its sound be compared with the text. */
export const isForTheEar = (rule: string): boolean => RULES_FOR_THE_EAR.has(rule);
