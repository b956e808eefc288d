import { doubtfulNumber } from './doubtful-number';
import { heard } from './heard';
import { heardDrug } from './heard-drug';
import { heardNegation } from './heard-negation';
import { heardOpposite } from './heard-opposite';
import { loneSide } from './lone-side';
import { lookAlikeDrug } from './look-alike-drug';

const RULES: ReadonlySet<string> = new Set(
  [heard, heardDrug, heardNegation, heardOpposite, doubtfulNumber, loneSide, lookAlikeDrug].map(
    ({ name }) => name,
  ),
);

/** Whether all that an alert of this rule asks is that its sound be compared with the text. */
export const isForTheEar = (rule: string): boolean => RULES.has(rule);
