/** A list of services as people read it: what, where, how. */
import { Table, Tag } from '../../../design/index.ts';
import type { Agency } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { DELIVERY_CODES } from '../../rules/components.ts';
import { SERVICE_FIELDS } from '../../rules/fields.ts';
import { SERVICE_CHANNELS } from '../../rules/service.ts';
import type { ServiceLine } from '../../store/lists.ts';
import { tellCount } from '../telling.tsx';
import type { ServiceWords } from '../words.ts';

export function ServiceLines(props: {
  lines: readonly ServiceLine[];
  agencies: ReadonlyMap<string, Agency>;
  caption: string;
  language: Language;
  words: ServiceWords;
}) {
  const { lines, agencies, language, words } = props;
  return (
    <Table
      id="services"
      caption={props.caption}
      captionSize="s"
      stacked
      rowHeaders
      columns={[
        { label: words.serviceColumn },
        { label: words.office },
        { label: words.field },
        { label: words.channel },
        { label: words.deliveryCount },
      ]}
      rows={lines.map((line) => {
        const agency = agencies.get(line.agencyId);
        return [
          <a href={`/services/${line.number}`}>{line.name}</a>,
          agency ? <a href={`/agencies/${agency.code}/services`}>{agency.shortName}</a> : '',
          SERVICE_FIELDS[line.field][language],
          SERVICE_CHANNELS[line.channel][language],
          <Tag tone={line.statedDelivery === DELIVERY_CODES.length ? 'success' : 'warning'}>
            {tellCount({ stated: line.statedDelivery, of: DELIVERY_CODES.length }, words)}
          </Tag>,
        ];
      })}
    />
  );
}
