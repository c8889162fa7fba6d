/** The address of a line at the desk, for the pages below it. */
export const LINE_PATH = '/desk/agreements/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}/lines/:ordinal{[1-9][0-9]{0,5}}';
