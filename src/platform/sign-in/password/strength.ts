import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { PASSWORD_MOST_CHARACTERS } from './hash.ts';
import { INDONESIAN_WORDS } from './indonesian-words.ts';

export const PASSWORD_FEWEST_CHARACTERS = 12;

/** Below a hundred million guesses a stolen hash does not hold for a night; the estimate knows words, dates, rows of keys. */
const FEWEST_GUESSES = 1e8;

/** What a password must have beside words about its owner. */
const FEWEST_OTHER_CHARACTERS = 8;

export type PasswordWeakness = 'password-short' | 'password-long' | 'password-common' | 'password-personal' | 'password-pattern';

/**
 * Why a new password is refused; `null` when it is good enough.
 *
 * Composition ("one capital, one digit") is not asked for: it makes passwords that people forget and machines guess.
 * @param own words an attacker would try first: the person's e-mail address, name, agency
 */
export async function passwordWeakness(password: string, own: readonly string[]): Promise<PasswordWeakness | null> {
  const characters = [...password].length;
  if (characters < PASSWORD_FEWEST_CHARACTERS) return 'password-short';
  if (characters > PASSWORD_MOST_CHARACTERS) return 'password-long';
  const ownWords = own.flatMap(partsOf);
  // Two words about oneself and a year look long to an estimate that takes them for chance.
  if (withoutWords(password, ownWords).length < FEWEST_OTHER_CHARACTERS) return 'password-personal';
  const estimate = (await estimator()).check(password, ownWords);
  if (estimate.guesses >= FEWEST_GUESSES) return null;
  const words = estimate.sequence.filter((match) => match.pattern === 'dictionary');
  if (words.some((match) => match.dictionaryName === 'userInputs')) return 'password-personal';
  return words.length === 0 ? 'password-pattern' : 'password-common';
}

function partsOf(word: string): string[] {
  return [word, ...word.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2)];
}

function withoutWords(password: string, words: readonly string[]): string {
  const longestFirst = words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

let made: Promise<ZxcvbnFactory> | undefined;

/** Made at the first password someone chooses: the dictionaries cost a third of a second, which no start should pay. */
function estimator(): Promise<ZxcvbnFactory> {
  made ??= (async () => {
    const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-id'),
    ]);
    return new ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...indonesian.dictionary, 'offices-id': [...INDONESIAN_WORDS] },
      graphs: common.adjacencyGraphs,
      // What an estimate costs grows much faster than these two: a hostile text must not hold the process up for half a second.
      maxLength: 32,
      l33tMaxSubstitutions: 10,
    });
  })();
  return made;
}
