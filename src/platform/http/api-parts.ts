/** What the rooms' parts of the API share: how they describe their answers, and how they say that a parameter is wrong. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Label, Language } from '../../kernel/language.ts';
import type { WebContext, WebEnv } from './env.ts';
import { problem } from './problem.ts';

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string().openapi({ description: 'In the language of Accept-Language' }),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional().openapi({ description: 'Quote it when you ask about this answer' }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .optional()
            .openapi({ description: 'JSON pointer into the body, as a fragment', example: '#/title' }),
          parameter: z.string().optional().openapi({ description: 'Name of a parameter or header', example: 'limit' }),
          detail: z.string(),
        }),
      )
      .optional()
      .openapi({ description: 'Everything that is wrong, at once' }),
  })
  .openapi('Problem', { description: 'Problem details after RFC 9457' });

export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** A room's part; its parameters are judged before its handlers run. */
export function apiPart(): OpenAPIHono<WebEnv> {
  return new OpenAPIHono<WebEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidParameters(c, result.error.issues.flatMap(wrongParameters))),
  });
}

export interface WrongParameter {
  readonly parameter: string;
  readonly text: Label;
}

const TITLE: Label = { id: 'Ada parameter yang tidak sesuai', en: 'A parameter is not as described' };

export function invalidParameters(c: WebContext, wrong: readonly WrongParameter[]): Response {
  const language: Language = c.get('language');
  const errors = wrong.map(({ parameter, text }) => ({ parameter, detail: text[language] }));
  return problem(c, { status: 422, title: TITLE[language], errors });
}

/** The texts never repeat what was sent. */
function wrongParameters(issue: z.core.$ZodIssue): WrongParameter[] {
  if (issue.code === 'unrecognized_keys') {
    const text = {
      id: 'Parameter ini tidak dikenal; periksa ejaannya.',
      en: 'This parameter is not known; check how it is spelt.',
    };
    return issue.keys.slice(0, 20).map((key) => ({ parameter: key.slice(0, 100), text }));
  }
  return [{ parameter: issue.path.join('.'), text: wording(issue) }];
}

function wording(issue: z.core.$ZodIssue): Label {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.join(', ');
      return { id: `Pilih salah satu: ${values}.`, en: `Choose one of: ${values}.` };
    }
    case 'too_big':
      return issue.origin === 'string'
        ? { id: `Paling banyak ${issue.maximum} karakter.`, en: `At most ${issue.maximum} characters.` }
        : { id: `Paling besar ${issue.maximum}.`, en: `At most ${issue.maximum}.` };
    case 'too_small':
      return issue.origin === 'string'
        ? { id: `Paling sedikit ${issue.minimum} karakter.`, en: `At least ${issue.minimum} characters.` }
        : { id: `Paling kecil ${issue.minimum}.`, en: `At least ${issue.minimum}.` };
    case 'invalid_type':
      return {
        id: 'Nilainya tidak ada, berulang, atau salah jenis.',
        en: 'The value is missing, repeated or of the wrong type.',
      };
    default:
      return { id: 'Nilainya tidak seperti yang diuraikan.', en: 'The value is not as described.' };
  }
}
