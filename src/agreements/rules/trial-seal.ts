/** What every page of a document made here says of its seal, until whoever certifies signatures takes its place. */
export const TRIAL_WORDS = 'Segel percobaan: bukan tanda tangan elektronik tersertifikasi.';

/** Said once in a document, for readers who know the English word their PDF reader shows of the certificate. */
export const TRIAL_NOTE = 'Segel percobaan (trial seal): bukan tanda tangan elektronik tersertifikasi.';
