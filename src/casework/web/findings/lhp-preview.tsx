/** `/desk/cases/:id/findings/preview/:no`: what the document says, or said when it was handed in. */
import { BackLink, Columns } from '../../../design/index.ts';
import { readLhp } from '../../actions/findings/read-lhp.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { lhpName } from '../../rules/findings/lhp.ts';
import { lhpsOf } from '../../store/findings/lhps.ts';
import { casePage } from '../case-frame.tsx';
import type { At } from './shell.ts';

export async function lhpPreview(at: At): Promise<Response> {
  const { c, tools, file, words, base, language } = at;
  const lhp = (await lhpsOf(tools.db, file.id)).find(({ no }) => String(no) === c.req.param('no'));
  if (!lhp) return c.notFound();
  const { content } = await readLhp(tools.db, lhp);
  const { long, short } = lhpName(file.ruleSet);
  return casePage(
    at,
    'findings',
    words.lhp.previewTitle,
    <Columns>
      <BackLink href={base} text={words.lhp.title(short)} />
      <p class="govuk-hint">{words.lhp.previewLead}</p>
      <article>
        <h2>
          {long[language]} · {words.version(lhp.no)}
        </h2>
        {documentKind('findings-report').fields.map(
          (field) =>
            (content[field.name] ?? '') !== '' && (
              <>
                <h3>{field.label[language]}</h3>
                {field.type === 'list' ? (
                  <ol>
                    {(content[field.name] ?? '').split('\n').map((line) => (
                      <li>{line}</li>
                    ))}
                  </ol>
                ) : (
                  <p class="tuntas-preserve">{content[field.name]}</p>
                )}
              </>
            ),
        )}
      </article>
    </Columns>,
  );
}
