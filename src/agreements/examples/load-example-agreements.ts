/** Example agreements of Bali and Kepulauan Riau, played with the real actions. Example mode only; the caller sees that it happens once. */
import type { Tools } from '../../platform/tools.ts';
import { playBali } from './play-bali.ts';
import { playKepri } from './play-kepri.ts';
import { playKlungkung } from './play-klungkung.ts';
import { playRad } from './play-rad.ts';

export async function loadExampleAgreements(tools: Tools): Promise<void> {
  await playKepri(tools);
  await playBali(tools);
  await playKlungkung(tools);
  await playRad(tools);
}
