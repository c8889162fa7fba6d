import type { VerifyWords } from './words.ts';

/** What verification does not prove, and where to find what is needed to verify without us. */
export function Limits({ words }: { words: VerifyWords }) {
  return (
    <>
      <h2>{words.limitsTitle}</h2>
      <ul>
        {words.limits.map((limit) => (
          <li>{limit}</li>
        ))}
      </ul>
      <p>
        {words.keys} <a href="/.well-known/tuntas-seals.pem">{words.keysSeal}</a>,{' '}
        <a href="/.well-known/jwks.json">{words.keysTwin}</a>
      </p>
    </>
  );
}
