import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * What the process counts about itself, read at `/metrics`. Labels are patterns and names of ours: never an address, a tracking
 * number or anything someone typed. A room may register counters of its own here.
 */
export const registry: Registry = new Registry();

collectDefaultMetrics({ register: registry });

export const httpSeconds = new Histogram({
  name: 'tuntas_http_request_seconds',
  help: 'Time from the arrival of a request to its answer, by route pattern.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

export const faults = new Counter({
  name: 'tuntas_faults_total',
  help: 'Requests that ended in an apology: bugs and broken wires.',
  registers: [registry],
});

export const refusedRequests = new Counter({
  name: 'tuntas_refused_requests_total',
  help: 'Requests refused before they reached a room: malformed, forged, too large.',
  labelNames: ['refusal'] as const,
  registers: [registry],
});

export const doubleSubmissions = new Counter({
  name: 'tuntas_double_submissions_total',
  help: 'Form submissions answered with the redirect of an earlier one.',
  registers: [registry],
});

export const rateLimited = new Counter({
  name: 'tuntas_rate_limited_total',
  help: 'Tries refused because there were too many, by bucket.',
  labelNames: ['bucket'] as const,
  registers: [registry],
});

export const errandRuns = new Counter({
  name: 'tuntas_errand_runs_total',
  help: 'Runs of errands by outcome: done, failed (will be tried again), given-up.',
  labelNames: ['errand', 'outcome'] as const,
  registers: [registry],
});

export const errandSeconds = new Histogram({
  name: 'tuntas_errand_seconds',
  help: 'Time an errand took.',
  labelNames: ['errand'] as const,
  buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120],
  registers: [registry],
});

export const mails = new Counter({
  name: 'tuntas_mails_total',
  help: 'Mails handed over, by outcome: sent, kept (example outbox), failed.',
  labelNames: ['outcome'] as const,
  registers: [registry],
});
