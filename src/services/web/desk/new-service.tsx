/** A new service of an office: its particulars first, the components one by one afterwards. */
import { BackLink, Button, Columns, Form, PageHeading, page, seeOther } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { createService } from '../../actions/describe-service.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import type { ServiceContent } from '../../rules/service.ts';
import { EMPTY_STANDARD } from '../../rules/standard.ts';
import { type AtOffice, type Refused, servicePath, tellRefusal } from './asked.tsx';
import { type FieldProblem, readGeneral, type Typed, typedIn } from './section-fields.ts';
import { GeneralInputs } from './section-inputs.tsx';

export function newServiceForm(at: AtOffice): Promise<Response> {
  return show(at, { channel: 'counter' });
}

export async function postNewService(at: AtOffice): Promise<Response> {
  const { c, tools, actor, agency, language, words } = at;
  const typed = typedIn(readForm(c));
  const problems: FieldProblem[] = [];
  const read = readGeneral(typed, problems);
  if (problems.length > 0) {
    const errors = problems.map(({ field, code }) => ({ field, message: SERVICE_REFUSALS[code][language] }));
    return show(at, typed, { status: 422, errors });
  }
  const content = { ...read, standard: EMPTY_STANDARD } as ServiceContent;
  const made = await createService(tools, actor, agency.id, content);
  if (made.ok) return seeOther(c, servicePath(made.value), words.created);
  return show(at, typed, tellRefusal(made.refusal, language, 'name'));
}

function show(at: AtOffice, typed: Typed, refused?: Refused): Promise<Response> {
  const { c, agency, language, words, path } = at;
  return page(
    c,
    {
      title: words.newService,
      before: <BackLink href={path} text={words.backToOffice} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading caption={agency.name}>{words.newService}</PageHeading>
      <p>{words.newServiceLead}</p>
      <Form action={`${path}/new`}>
        <GeneralInputs typed={typed} language={language} words={words} />
        <Button>{words.save}</Button>
      </Form>
    </Columns>,
  );
}
