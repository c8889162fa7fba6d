-- A promise of an agreement is a part of the case that a clock can watch: it needs a name of its own.
ALTER TABLE casework.agreement_promises ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE casework.agreement_promises ALTER COLUMN id DROP DEFAULT;
