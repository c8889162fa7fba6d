/** Signed agreements as JSON, open to everyone: what the public pages say. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { apiPart } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { agreementApi } from './agreement-api.ts';
import { coverageApi } from './coverage-api.ts';
import { governmentApi } from './government-api.ts';
import { grantsApi } from './grants-api.ts';
import { radApi } from './rad-api.ts';
import { registerApi } from './register-api.ts';

/** Fixed addresses before those with a code in them. */
export const agreementsApi: OpenAPIHono<WebEnv> = apiPart();
for (const part of [registerApi, coverageApi, grantsApi, governmentApi, radApi, agreementApi]) agreementsApi.route('/', part);
