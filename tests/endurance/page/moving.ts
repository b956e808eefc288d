import { Accounts, type Claim } from '../../../web/vault/accounts';
import { openRegistry } from '../../../web/vault/registry';
import { openVault, takeOverTrial } from '../../../web/vault/vault';
import {
  derive,
  DICTATION,
  fillAtOnce,
  filledRows,
  forEver,
  keptKey,
  reached,
  unreadableIn,
  type Trial,
} from './kept';

const PASSPHRASES = ['une première phrase', 'une seconde phrase'] as const;
const PRACTICE = 'endurance';
/** So many that the page dies before the last one. */
const CONVERTED_ROWS = 1_000;

export const converting: Trial = {
  async work() {
    const key = await keptKey();
    const trial = await openVault('plume', key);
    await fillAtOnce(trial, DICTATION, CONVERTED_ROWS);
    await trial.close();
    void reached(1);
    await takeOverTrial({ practiceId: PRACTICE, key, deviceKey: key }, (done) => {
      void reached(1 + done);
    });
  },

  async check(_, acknowledged) {
    if (acknowledged === 0) return {};
    const key = await keptKey();
    await takeOverTrial({ practiceId: PRACTICE, key, deviceKey: key }, () => undefined);
    const vault = await openVault(`plume-${PRACTICE}`, key);
    const rows = await filledRows(vault, DICTATION);
    const unreadable = await unreadableIn(vault);
    await vault.close();
    return unreadable > 0
      ? { wrong: `${unreadable} unreadable` }
      : { others: 2 * CONVERTED_ROWS - rows };
  },
};

const claimOf = (accountId: string, text = ''): Claim => ({
  accountId,
  proof: { kind: 'passphrase', text },
});

const openAccounts = () => new Accounts(openRegistry('endurance-accounts'), derive);

export const rewrapping: Trial = {
  async work() {
    const accounts = openAccounts();
    const names = { practiceName: 'Cabinet', personName: 'Odile' };
    const [passphrase] = PASSPHRASES;
    const { person } = await accounts.makePractice({ ...names, passphrase, isTakingOver: false });
    await forEver(async (turn) => {
      const claim = claimOf(person.id, PASSPHRASES[(turn - 1) % 2]);
      await accounts.changePassphrase(claim, PASSPHRASES[turn % 2] ?? '');
      void reached(turn);
    });
  },

  async check() {
    const accounts = openAccounts();
    const [practice] = await accounts.practices();
    const [account] = practice?.accounts ?? [];
    if (!account) return {};
    const answers = [];
    for (const text of PASSPHRASES) {
      answers.push((await accounts.unlock(claimOf(account.id, text))).ok);
    }
    const opening = answers.filter((ok) => ok).length;
    return opening === 1 ? {} : { wrong: `${opening} passphrases open` };
  },
};
