import type { Home } from './home.ts';

/** What the server's programs need of our environment; secrets of Tuntas stay with Tuntas. */
const KEPT = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/** How every program of the server is run: as its user, in its folder (which that user can read), with a clean environment. */
export function childOptions(home: Home) {
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    cwd: home.folder,
    env: { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv,
    windowsHide: true,
    ...(home.user ? { uid: home.user.uid, gid: home.user.gid } : {}),
  };
}
