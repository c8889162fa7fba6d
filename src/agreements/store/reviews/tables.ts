/** The shape of db/migrations/0046-agreement-reviews.sql. */
import type { ColumnType } from 'kysely';
import type { AgendaContent } from '../../rules/reviews/agenda.ts';
import type { EvaluationContent, EvaluationFigures, EvaluationState, SideWords } from '../../rules/reviews/evaluation.ts';
import type { MinutesContent } from '../../rules/reviews/minutes.ts';
import type { Rhythm } from '../../rules/reviews/periods.ts';
import type { DecisionState, ReviewState } from '../../rules/reviews/review.transitions.ts';
import type { MinutesWord, Presence } from '../../rules/reviews/review.ts';
import type { DateColumn, MaybeTimestamp, Timestamp } from '../tables.ts';

type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

export type ReviewTables = {
  'agreements.review_rhythms': { agreement_id: string; rhythm: Rhythm; set_by: string; set_at: Timestamp };
  'agreements.reviews': {
    agreement_id: string;
    id: string;
    version: number;
    ordinal: number;
    rhythm: Rhythm;
    period_from: DateColumn;
    period_until: DateColumn;
    state: ReviewState;
    meets_on: DateColumn;
    meets_at: string;
    place: string;
    secretary_root: string;
    agenda: MaybeJson<AgendaContent>;
    agenda_at: MaybeTimestamp;
    discussion: string;
    minutes_public: boolean;
    state_note: string | null;
    created_by: string;
    created_at: Timestamp;
    updated_at: Timestamp;
  };
  'agreements.review_points': {
    agreement_id: string;
    review_id: string;
    id: string;
    root: string;
    text: string;
    author: string;
    at: Timestamp;
    withdrawn_at: MaybeTimestamp;
  };
  'agreements.review_attendance': {
    agreement_id: string;
    review_id: string;
    id: string;
    root: string | null;
    institution: string;
    position: string;
    people: number;
    presence: Presence;
  };
  'agreements.review_decisions': {
    agreement_id: string;
    review_id: string;
    id: string;
    version: number;
    ordinal: number;
    text: string;
    owner_party_id: string;
    owner_agency_id: string;
    owner_path: string[];
    owner_position: string;
    due_on: DateColumn;
    state: DecisionState;
    state_note: string | null;
    state_by: string;
    state_at: Timestamp;
    line_id: string | null;
    line_agreement_id: string | null;
  };
  'agreements.review_minutes': {
    agreement_id: string;
    review_id: string;
    edition: number;
    number: string;
    content: Json<MinutesContent>;
    reason: string | null;
    sealed_by: string;
    sealed_root: string;
    numbered_at: Timestamp;
    file_id: string | null;
    sealed_at: MaybeTimestamp;
  };
  'agreements.review_words': {
    agreement_id: string;
    review_id: string;
    edition: number;
    root: string;
    verdict: MinutesWord['verdict'];
    text: string;
    author: string;
    at: Timestamp;
  };
  'agreements.evaluations': {
    agreement_id: string;
    id: string;
    version: number;
    year: number;
    edition: number;
    state: EvaluationState;
    reason: string | null;
    figures: Json<EvaluationFigures>;
    figures_at: Timestamp;
    words_due_on: DateColumn;
    opened_by: string;
    opened_root: string;
    number: string | null;
    content: MaybeJson<EvaluationContent>;
    published_at: MaybeTimestamp;
    published_by: string | null;
    file_id: string | null;
  };
  'agreements.evaluation_words': {
    agreement_id: string;
    evaluation_id: string;
    root: string;
    version: number;
    words: Json<SideWords>;
    author: string;
    saved_at: Timestamp;
    spoken_at: MaybeTimestamp;
  };
  'agreements.renewals': {
    agreement_id: string;
    predecessor_id: string;
    gap_note: string;
    begun_by: string;
    begun_at: Timestamp;
  };
  'agreements.carried_lines': { agreement_id: string; line_id: string; from_agreement_id: string; from_line_id: string };
};
