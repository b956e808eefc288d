import { bareNoun } from './bare-noun';
import { blank } from './blank';
import { bloodPressure } from './blood-pressure';
import { commandLeft } from './command-left';
import { conclusionDenies } from './conclusion-denies';
import { date } from './date';
import { dose } from './dose';
import { doubledWord } from './doubled-word';
import { doubtfulNumber } from './doubtful-number';
import { heard } from './heard';
import { heardDrug } from './heard-drug';
import { heardNegation } from './heard-negation';
import { heardOpposite } from './heard-opposite';
import { identityBirth } from './identity-birth';
import { identityName } from './identity-name';
import { identitySex } from './identity-sex';
import { impossibleSide } from './impossible-side';
import { loneNi } from './lone-ni';
import { loneSide } from './lone-side';
import { lookAlikeDrug } from './look-alike-drug';
import { lostNegation } from './lost-negation';
import { lostYears } from './lost-years';
import { measure } from './measure';
import { missingSection } from './missing-section';
import { missingSide } from './missing-side';
import { missingWord } from './missing-word';
import { peopleDisagree } from './people-disagree';
import { polarity } from './polarity';
import { polarityDisagrees } from './polarity-disagrees';
import type { ParagraphRule, ReportRule } from './rule';
import { sameSide } from './same-side';
import { sexOrgan } from './sex-organ';
import { side } from './side';
import { sideAgreement } from './side-agreement';
import { unfinishedNe } from './unfinished-ne';
import { unit } from './unit';
import { unknownDrug } from './unknown-drug';
import { unknownWord } from './unknown-word';

export const PARAGRAPH_RULES: readonly ParagraphRule[] = [
  heard,
  identityName,
  identitySex,
  identityBirth,
  sexOrgan,
  heardDrug,
  unknownDrug,
  dose,
  unit,
  measure,
  bloodPressure,
  doubtfulNumber,
  lostYears,
  impossibleSide,
  sameSide,
  sideAgreement,
  unfinishedNe,
  lostNegation,
  loneNi,
  bareNoun,
  heardNegation,
  polarity,
  heardOpposite,
  date,
  blank,
  unknownWord,
  doubledWord,
  missingWord,
  commandLeft,
];

export const REPORT_RULES: readonly ReportRule[] = [
  lookAlikeDrug,
  side,
  loneSide,
  missingSide,
  polarityDisagrees,
  conclusionDenies,
  peopleDisagree,
  missingSection,
];
