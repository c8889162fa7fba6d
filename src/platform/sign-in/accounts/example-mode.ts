import type { Settings } from '../../settings.ts';

/**
 * Whether example accounts exist for this process: example mode *and* a loopback host. The settings promise the second along
 * with the first; it is asked again because public passwords hang on it.
 */
export function showsExamples(settings: Settings): boolean {
  return settings.exampleMode && isLoopback(settings.host);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
