import type { Label } from '../../../kernel/language.ts';

export const sourcesEventLabels: Readonly<Record<string, Label>> = {
  'sources-measure-set': { id: 'Ukuran langsung dipasang pada baris', en: 'Live measure attached to a line' },
  'sources-measure-removed': { id: 'Ukuran langsung dilepas dari baris', en: 'Live measure taken off a line' },
};
