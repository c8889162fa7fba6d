/** What goes wrong in a browser without anyone seeing it: scripts that fail, what the security policy stops, other hosts. */
import type { Page } from 'playwright-core';

export interface Watch {
  faults(): readonly string[];
}

export function watch(page: Page, address: string): Watch {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message} on ${page.url()}`));
  page.on('console', (message) => {
    // A refused form is a page with status 422, which Chromium counts as a failed load.
    const isAnswer = /the server responded with a status of 4\d\d/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()} on ${page.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) faults.push(`another host: ${request.url()} on ${page.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`fault: ${response.status()} ${response.url()}`);
  });
  return { faults: () => faults };
}
