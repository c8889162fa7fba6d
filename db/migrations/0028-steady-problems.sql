-- Recurring problems of two kinds: surges, and what comes month after month. An empty category = none, or each time another.
ALTER TABLE casework.clusters
  ADD COLUMN kind text NOT NULL DEFAULT 'surge' CHECK (kind IN ('surge', 'steady')),
  -- Four-week parts of the year that was looked through, and in how many of them there was one of the reports; NULL = not counted then.
  ADD COLUMN parts_having integer,
  ADD COLUMN parts_of integer,
  ADD CHECK ((parts_having IS NULL) = (parts_of IS NULL)),
  ADD CHECK (kind = 'surge' OR parts_having > 0);
ALTER TABLE casework.clusters ALTER COLUMN kind DROP DEFAULT;
COMMENT ON TABLE casework.clusters IS 'Candidates for a recurring problem: many complaints of one office, category (or none) and place with words in common, within some weeks or month after month. A person judges them.';

-- What is found again may by then have a category, or have lost it.
DROP INDEX casework.clusters_cell;
CREATE INDEX clusters_cell ON casework.clusters (agency_id, place);
