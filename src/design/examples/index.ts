import { contentExamples } from './content.examples.tsx';
import type { ExampleGroup } from './example.ts';
import { formExamples } from './forms.examples.tsx';
import { navigationExamples } from './navigation.examples.tsx';

/** Every component in its states, for the gallery and for the tests. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [contentExamples, formExamples, navigationExamples];
