/** Files of a complaint and who can open each: the public, and for originals of anonymous complaints the offices. */
import type { Child } from 'hono/jsx';
import { Button, Form, Hidden, SummaryList, Tag } from '../../../design/index.ts';
import type { ComplaintFile } from '../../store/files.ts';
import { aboutFile } from '../telling/file-names.ts';
import type { Opened } from './opened.tsx';

export function ReleaseFiles({ opened, files }: { opened: Opened; files: readonly ComplaintFile[] }) {
  const { words, complaint } = opened;
  if (files.length === 0) return null;
  return (
    <section id="files">
      <h2>{words.releaseFiles}</h2>
      <p>{complaint.publicText ? words.releaseFilesLead : words.releaseFilesTextFirst}</p>
      {files.map((file, index) => (
        <OneFile opened={opened} file={file} position={index + 1} />
      ))}
    </section>
  );
}

function OneFile({ opened, file, position }: { opened: Opened; file: ComplaintFile; position: number }) {
  const { words, complaint, language, path } = opened;
  const name = words.attachedFile(position);
  const buttons: Child[] = [];
  if (complaint.publicText && !complaint.confidential) {
    buttons.push(
      <Switch opened={opened} file={file} to="public" on={!file.releasedToPublic}>
        {file.releasedToPublic ? words.hideFromPublic : words.showToPublic}
        <span class="govuk-visually-hidden"> {name}</span>
      </Switch>,
    );
  }
  // Pictures are re-encoded and reach the offices by themselves; other originals of an anonymous complaint may name their author.
  if (complaint.anonymous && !file.isImage) {
    buttons.push(
      <Switch opened={opened} file={file} to="offices" on={!file.releasedToOffices}>
        {file.releasedToOffices ? words.hideFromOffices : words.showToOffices}
        <span class="govuk-visually-hidden"> {name}</span>
      </Switch>,
    );
  }
  return (
    <SummaryList
      title={name}
      rows={[
        {
          key: words.fileKey,
          value: (
            <>
              {file.thumbnailKey && (
                <img
                  src={`${path}/files/${file.id}/thumbnail`}
                  alt=""
                  width={96}
                  height={72}
                  loading="lazy"
                  class="tuntas-attachments__thumbnail"
                />
              )}{' '}
              <a href={`${path}/files/${file.id}`}>{aboutFile(file, language)}</a>
            </>
          ),
        },
        {
          key: words.fileReaders,
          value: (
            <>
              <Tag tone={file.releasedToPublic ? 'warning' : 'neutral'}>
                {file.releasedToPublic ? words.publicReads : words.publicReadsNot}
              </Tag>{' '}
              {complaint.anonymous && !file.isImage && (
                <Tag tone={file.releasedToOffices ? 'warning' : 'neutral'}>
                  {file.releasedToOffices ? words.officesRead : words.officesReadNot}
                </Tag>
              )}
            </>
          ),
        },
        buttons.length > 0 && { key: words.fileSteps, value: <>{buttons}</> },
      ]}
    />
  );
}

function Switch(props: { opened: Opened; file: ComplaintFile; to: 'public' | 'offices'; on: boolean; children?: Child }) {
  const { opened, file, to, on } = props;
  return (
    <Form action={`${opened.path}/release/files/${file.id}`}>
      <Hidden name="version" value={String(opened.complaint.version)} />
      <Hidden name="to" value={to} />
      <Hidden name="on" value={on ? 'yes' : 'no'} />
      <Button kind="secondary">{props.children}</Button>
    </Form>
  );
}
