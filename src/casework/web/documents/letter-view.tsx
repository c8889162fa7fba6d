/** A document on a page, as it is printed. Always in Indonesian: it is the text of the paper. */
import { Card } from '../../../design/index.ts';
import type { LetterContent, LetterPart } from '../../rules/documents/letter-content.ts';
import { dayIn, letterDay } from '../../rules/documents/letter-days.ts';
import { id as words } from './words.id.ts';

export function LetterView(props: { readonly content: LetterContent }) {
  const { content } = props;
  const day = dayIn(content.on);
  const dated = [content.place, day ? letterDay(day) : content.on].filter((part) => part !== '').join(', ');
  const number = content.number ?? '(diberikan saat disegel)';
  return (
    <div lang="id" class="tuntas-letter">
      <Card>
        <p class="tuntas-letter__head">
          {content.letterhead.map((line) => (
            <strong>
              {line}
              <br />
            </strong>
          ))}
        </p>
        {content.form === 'letter' ? (
          <>
            <dl class="tuntas-letter__facts">
              <Fact name={words.letter.number} value={number} />
              <Fact name={words.letter.nature} value={content.nature} />
              <Fact name={words.letter.subject} value={content.subject} />
            </dl>
            <p>{dated}</p>
            {content.addressee.length > 0 && (
              <p>
                {words.letter.to} {content.addressee[0]}
                {content.addressee.slice(1).map((line) => (
                  <>
                    <br />
                    {line}
                  </>
                ))}
                <br />
                {words.letter.at}
              </p>
            )}
          </>
        ) : (
          <>
            <p class="tuntas-letter__head">
              <strong>{content.subject.toUpperCase()}</strong>
              <br />
              Nomor {number}
            </p>
            {content.addressee.length > 0 && <p>Disampaikan kepada: {content.addressee.join(', ')}</p>}
          </>
        )}
        {content.parts.map((part) => (
          <Part part={part} />
        ))}
        {content.basis.length > 0 && (
          <p class="govuk-body-s">
            <strong>{words.letter.basis}:</strong> {content.basis.join('; ')}
          </p>
        )}
        <p>
          {content.form === 'titled' && (
            <>
              {dated}
              <br />
            </>
          )}
          <strong>{content.signatory.position}</strong>
          <br />
          {content.signatory.name}
        </p>
        {content.copies.length > 0 && (
          <>
            <p>{words.letter.copies}:</p>
            <ol>
              {content.copies.map((line) => (
                <li>{line}</li>
              ))}
            </ol>
          </>
        )}
        <p class="govuk-body-s">{words.letter.trial}</p>
      </Card>
    </div>
  );
}

function Fact(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function Part(props: { readonly part: LetterPart }) {
  const { part } = props;
  switch (part.part) {
    case 'paragraph':
      return <p class="tuntas-preserve">{part.text}</p>;
    case 'heading':
      return <h3>{part.text}</h3>;
    case 'list':
      return (
        <ol>
          {part.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      );
    case 'facts':
      return (
        <dl class="tuntas-letter__facts">
          {part.rows.map((row) => (
            <Fact {...row} />
          ))}
        </dl>
      );
    case 'signatures':
      return (
        <ul class="tuntas-letter__signatures">
          {part.roles.map((role) => (
            <li>{role}: ..............................</li>
          ))}
        </ul>
      );
  }
}
