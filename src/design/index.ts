/** The front door of the design room: everything a page is made of. */
export { asset } from './assets.ts';
export { Button, ButtonGroup, type ButtonProps, LinkButton, WarningButton } from './components/buttons.tsx';
export { Checkbox, Checkboxes, type CheckboxesProps, type Choice, Radios, type RadiosProps } from './components/choices.tsx';
export { CodeSlip, type CodeSlipProps } from './components/code-slip.tsx';
export { Message } from './components/correspondence.tsx';
export { DateInput, type DateInputProps } from './components/date-input.tsx';
export { DryRun, type DryRunProps } from './components/dry-run.tsx';
export { ErrorSummary } from './components/error-summary.tsx';
export type { FieldProps, LabelSize } from './components/field.tsx';
export { FileUpload, type FileUploadProps, type UploadedFile } from './components/file-upload.tsx';
export { Form, type FormProps, Hidden } from './components/form.tsx';
export { Card, Columns, ListWithFilter, PageHeading } from './components/layout.tsx';
export {
  type Attachment,
  AttachmentList,
  SummaryList,
  type SummaryRow,
  type Task,
  TaskList,
  Timeline,
  type TimelineItem,
} from './components/lists.tsx';
export { LocationInput } from './components/location.tsx';
export {
  DefinitionHint,
  Details,
  EmptyState,
  InsetText,
  NotificationBanner,
  Panel,
  Prose,
  WarningText,
} from './components/messages.tsx';
export {
  BackLink,
  Breadcrumbs,
  type Crumb,
  Pagination,
  StepProgress,
  SubNavigation,
} from './components/navigation.tsx';
export { PasswordInput } from './components/password-input.tsx';
export { Filter, SearchBox, type SelectedFilter } from './components/search.tsx';
export { Select, type SelectOption, type SelectProps } from './components/select.tsx';
export { Table, type TableColumn, type TableProps } from './components/table.tsx';
export { Badge, StatusTag, Tag, type Tone, ZoneBadge } from './components/tags.tsx';
export { TextArea, type TextAreaProps } from './components/text-area.tsx';
export { TextInput, type TextInputProps } from './components/text-input.tsx';
export { ActionCard, ActionCards, Hero, StatTile, StatTiles } from './components/tiles.tsx';
export { DayText, Deadline, type DeadlineProps, PromiseCard, Time } from './components/time.tsx';
export { formatBytes, formatCount, formatDay, formatMoment } from './dates.ts';
export { type DateParts, dateParts, dayFromParts, errorFor, type FieldError, type FieldErrors, partsOfDay } from './fields.ts';
export { seeOther } from './flash.ts';
export { galleryRoutes } from './gallery.tsx';
export { type PageContext, usePage } from './page-context.ts';
export { type PageOptions, page } from './respond.tsx';
export { statusPages } from './status-pages.tsx';
