-- Two kinds of positions more, so that who assesses, who checks, who moderates and who publishes can be four people.

ALTER TABLE directory.positions DROP CONSTRAINT positions_kind_check;
ALTER TABLE directory.positions ADD CONSTRAINT positions_kind_check CHECK (kind IN (
  'national-verifier', 'agency-coordinator', 'liaison-officer', 'counter-officer', 'ombudsman-assistant', 'ombudsman-head',
  'supervisor', 'assessor', 'assessment-checker', 'assessment-manager', 'regional-leader', 'system-admin'));
