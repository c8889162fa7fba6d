-- What was published stays with all that is known of it: its name and number, who decided and when, and what changed.
CREATE OR REPLACE FUNCTION assessments.keep_published_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (
    ROW(NEW.id, NEW.version, NEW.body, NEW.change_note, NEW.decided_by, NEW.decided_on, NEW.published_at, NEW.origin)
      IS DISTINCT FROM
    ROW(OLD.id, OLD.version, OLD.body, OLD.change_note, OLD.decided_by, OLD.decided_on, OLD.published_at, OLD.origin)
    OR NEW.state = 'draft'
    -- Retired is the end: who wants it back publishes a new version.
    OR (OLD.state = 'retired' AND NEW.state <> 'retired')
  ) THEN
    RAISE EXCEPTION 'a published instrument version is frozen';
  END IF;
  RETURN NEW;
END $$;
