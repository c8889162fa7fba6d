/** `/desk/cases/:id/bundle/variants/:variant`: what was decided about each piece of a redacted version. */
import {
  Button,
  ButtonGroup,
  type FieldErrors,
  Form,
  formatCount,
  formatDay,
  InsetText,
  LinkButton,
  seeOther,
  Table,
  Tag,
  type Tone,
} from '../../../../design/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { includeAll } from '../../../actions/reports/bundle/decide-piece.ts';
import { type Piece, piecesOf } from '../../../actions/reports/bundle/sources.ts';
import { inOrder } from '../../../rules/reports/bundle.ts';
import { boundBy, type Choice } from '../../../rules/reports/variant.ts';
import { choicesOf, type KeptChoice } from '../../../store/reports/variants.ts';
import { casePage } from '../../case-frame.tsx';
import type { AskedVariant } from './asked.ts';

const TONES: Readonly<Record<Choice, Tone>> = { included: 'success', 'left-out': 'neutral', replaced: 'info' };

export async function variantPage(
  asked: AskedVariant,
  typed: { readonly errors?: FieldErrors; readonly status?: 409 } = {},
): Promise<Response> {
  const { tools, file, variant, words, language, bundlePath, variantPath } = asked;
  const [pieces, choices] = [inOrder(await piecesOf(tools, file)), await choicesOf(tools.db, variant)];
  const open = pieces.filter((piece) => boundBy(piece, variant.audience, file) !== 'internal' && !standing(piece, choices));
  const { columns } = words.variant;
  return casePage(
    asked,
    'bundle',
    variant.title,
    <>
      <p>
        <a href={bundlePath}>{words.back}</a>
      </p>
      <p>
        <Tag tone="info">{words.audiences[variant.audience]}</Tag>
      </p>
      <p>{words.variant.lead}</p>
      {open.length > 0 && (
        <InsetText>
          <p>{words.variant.undecided(formatCount(open.length, language))}</p>
          <Form action={`${variantPath}/include`}>
            <p class="govuk-hint">{words.variant.includeAllHint}</p>
            <Button kind="secondary">{words.variant.includeAll}</Button>
          </Form>
        </InsetText>
      )}
      <Table
        id="pieces"
        caption={variant.title}
        captionSize="hidden"
        stacked
        columns={[{ label: columns.piece }, { label: columns.day }, { label: columns.choice }, { label: columns.action }]}
        rows={pieces.map((piece) => [
          <>
            {piece.title}
            {piece.number && (
              <>
                <br />
                <span class="govuk-hint">{piece.number}</span>
              </>
            )}
          </>,
          formatDay(dayOf(piece.at, file.zone), language, 'short'),
          <Decision asked={asked} piece={piece} choices={choices} />,
          boundBy(piece, variant.audience, file) === 'internal' ? (
            '\u2013'
          ) : (
            <a href={`${variantPath}/pieces/${encodeURIComponent(piece.key)}`}>
              {choices.has(piece.key) ? words.variant.change : words.variant.decide}
              <span class="govuk-visually-hidden"> {piece.number ?? piece.title}</span>
            </a>
          ),
        ])}
      />
      <h2 id="zip">{words.variant.download}</h2>
      <ButtonGroup>
        <LinkButton href={`${variantPath}/bundle.zip`}>{words.zip}</LinkButton>
        <LinkButton href={`${variantPath}/bundle.pdf`} kind="secondary">
          {words.pdf}
        </LinkButton>
      </ButtonGroup>
    </>,
    { errors: typed.errors ?? [], status: typed.status, wide: true },
  );
}

/** The decision that still counts: a piece that is another one now is decided anew. */
function standing(piece: Piece, choices: ReadonlyMap<string, KeptChoice>): KeptChoice | undefined {
  const kept = choices.get(piece.key);
  return kept && kept.originalSha256 === piece.sha256 ? kept : undefined;
}

function Decision(props: { asked: AskedVariant; piece: Piece; choices: ReadonlyMap<string, KeptChoice> }) {
  const { file, variant, words } = props.asked;
  if (boundBy(props.piece, variant.audience, file) === 'internal') return <Tag tone="warning">{words.variant.internal}</Tag>;
  const kept = standing(props.piece, props.choices);
  if (!kept) return <>{props.choices.has(props.piece.key) ? words.variant.changed : words.variant.none}</>;
  return (
    <>
      <Tag tone={TONES[kept.choice]}>{words.variant.choices[kept.choice]}</Tag>
      {kept.reason !== '' && (
        <>
          <br />
          <span class="govuk-hint">{kept.reason}</span>
        </>
      )}
    </>
  );
}

export async function includeFree(asked: AskedVariant): Promise<Response> {
  const { c, tools, actor, file, variant, words, language, variantPath } = asked;
  const [pieces, choices] = [await piecesOf(tools, file), await choicesOf(tools.db, variant)];
  const open = pieces.filter((piece) => !standing(piece, choices));
  const done = await includeAll(tools, actor, { file, variant }, open);
  return done.ok ? seeOther(c, variantPath, words.variant.included(formatCount(done.value, language))) : c.notFound();
}
