-- Suggestions of a review before they are given: they become obligations when the report of the analysis (LHA) that holds them is sent.
CREATE TABLE casework.review_suggestions (
  review_id      uuid NOT NULL REFERENCES casework.reviews,
  -- From 1, in the order they were written.
  no             integer NOT NULL CHECK (no >= 1),
  kind           text NOT NULL CHECK (kind IN ('suggestion', 'improvement-suggestion')),
  agency_id      uuid NOT NULL REFERENCES directory.agencies,
  position       text NOT NULL CHECK (position <> ''),
  text           text NOT NULL CHECK (text <> ''),
  evidence_asked text NOT NULL,
  written_by     uuid NOT NULL,
  written_at     timestamptz NOT NULL,
  -- Taken out again before it was given.
  taken_back_at  timestamptz,
  -- The LHA it stands in; a draft that is thrown away frees it for the next one.
  document_id    uuid REFERENCES casework.documents (id),
  obligation_id  uuid REFERENCES casework.obligations (id),
  PRIMARY KEY (review_id, no),
  CHECK (obligation_id IS NULL OR (document_id IS NOT NULL AND taken_back_at IS NULL))
);
COMMENT ON TABLE casework.review_suggestions IS 'Suggestions of a review as written, the document (LHA) they stand in and the obligation each became when it was sent.';

GRANT SELECT, INSERT, UPDATE ON casework.review_suggestions TO tuntas_app;
