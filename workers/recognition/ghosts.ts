/** What is known of a window whose text may be invented. */
export interface WindowEvidence {
  /** Seconds in which voice detection heard a voice. */
  readonly voiceSeconds: number;
  readonly noSpeechProbability: number;
  /** Mean log-probability of the text. */
  readonly score: number;
}

/** Nobody dictates these: captions and farewells of videos Whisper learnt from. Dropped where they are all there is. */
const NEVER_SAID = [
  /sous titr(es|age|ee?s?) .*(realise|par|amara|st|radio canada|societe)/,
  /^sous titrage/,
  /amara org/,
  /merci d avoir regarde/,
  /abonnez vous/,
  /n oubliez pas de (vous abonner|liker)/,
  /a la prochaine video/,
  /^transcription .* par/,
];

/** Short things that people do say, and that Whisper hears in noise: dropped where hardly a voice was heard. */
const HARDLY_SAID =
  /^(merci|merci beaucoup|au revoir|bonjour|salut|oui|non|ah|oh|hm+|euh|bon|ok|okay|musique|applaudissements|c est parti|a bientot)?$/;

const HARDLY_A_VOICE_SECONDS = 0.5;
/** Whisper's own thresholds for silence (`no_speech_threshold`, `logprob_threshold`). */
const NO_SPEECH = 0.6;
const UNLIKELY = -1;

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether the whole text of a window was invented from noise. Text in the middle of real speech is never judged. */
export function isGhost(text: string, evidence: WindowEvidence): boolean {
  const folded = fold(text);
  if (NEVER_SAID.some((ghost) => ghost.test(folded)) && folded.split(' ').length <= 15) return true;
  if (evidence.voiceSeconds >= 2 * HARDLY_A_VOICE_SECONDS) return false;
  if (evidence.noSpeechProbability > NO_SPEECH && evidence.score < UNLIKELY) return true;
  return evidence.voiceSeconds < HARDLY_A_VOICE_SECONDS && HARDLY_SAID.test(folded)
    ? evidence.noSpeechProbability > NO_SPEECH || evidence.score < UNLIKELY / 2
    : false;
}
