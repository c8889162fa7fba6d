import type { Child } from 'hono/jsx';

/** One component in one state; shown at /design and fed to the tests. */
export interface Example {
  readonly name: string;
  readonly render: () => Child;
}

export interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}
