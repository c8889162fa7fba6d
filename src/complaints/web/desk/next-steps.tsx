/** What this officer can do now: on the complaint, and on each office's part. Exactly what the rules allow, else why nothing. */
import { Card, LinkButton } from '../../../design/index.ts';
import type { Part } from '../../rules/complaint.ts';
import type { Names } from '../telling/names.ts';
import { deskSteps, otherSteps, partSteps } from './allowed.ts';
import type { Opened } from './opened.tsx';
import type { LinkName } from './words.id.ts';

interface Link {
  readonly name: LinkName;
  readonly href: string;
}

export function NextSteps({ opened, names }: { opened: Opened; names: Names }) {
  const { complaint, words, path } = opened;
  const ofDesk = deskSteps(opened);
  const ofParts = complaint.parts.filter((part) => partSteps(opened, part).length > 0);
  const links: Link[] = [...ofDesk, ...otherSteps(opened)].map((name) => ({ name, href: `${path}/${name}` }));
  return (
    <Card title={words.nextSteps} tone="accent">
      {links.length === 0 && ofParts.length === 0 && <p>{complaint.hold ? words.noStepsHold : words.noSteps}</p>}
      {ofParts.map((part) => (
        <p>
          <a href={`#part-${part.id}`}>{words.stepsFor(names.agency(part.agencyId))}</a>
        </p>
      ))}
      <Links links={links} opened={opened} first={complaint.stage === 'verification' && ofDesk[0] === 'forward'} />
    </Card>
  );
}

export function PartSteps({ opened, part, office }: { opened: Opened; part: Part; office: string }) {
  const names = partSteps(opened, part);
  if (names.length === 0) return null;
  const links = names.map((name) => ({ name, href: `${opened.path}/parts/${part.id}/${name}` }));
  return <Links links={links} opened={opened} about={office} first />;
}

/** The likeliest step as a button, the others as links with what they mean. */
function Links(props: { links: readonly Link[]; opened: Opened; first: boolean; about?: string }) {
  const { links, opened, first, about } = props;
  const { words } = opened;
  const hidden = about ? <span class="govuk-visually-hidden"> – {about}</span> : '';
  const [likeliest, ...others] = first ? links : [undefined, ...links];
  return (
    <>
      {likeliest && (
        <LinkButton href={likeliest.href}>
          {words.links[likeliest.name].text}
          {hidden}
        </LinkButton>
      )}
      {others.length > 0 && (
        <ul>
          {others.map(
            (link) =>
              link && (
                <li>
                  <a href={link.href}>
                    {words.links[link.name].text}
                    {hidden}
                  </a>{' '}
                  – {words.links[link.name].meaning}
                </li>
              ),
          )}
        </ul>
      )}
    </>
  );
}
