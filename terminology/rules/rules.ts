import { blank } from './blank';
import { heard } from './heard';
import type { ParagraphRule, ReportRule } from './rule';

export const PARAGRAPH_RULES: readonly ParagraphRule[] = [heard, blank];
export const REPORT_RULES: readonly ReportRule[] = [];
