import { describe, expect, it } from 'vitest';
import { EXAMPLE_GROUPS } from './examples/index.ts';
import { renderWithin } from './respond.tsx';
import { testContext } from './testing/context.ts';
import { problemsOf } from './testing/markup-problems.ts';

describe('every example is markup that browsers and screen readers take as we mean it', () => {
  for (const group of EXAMPLE_GROUPS) {
    it.each(group.examples)(`${group.title}: $name`, async (example) => {
      expect(problemsOf(await renderWithin(testContext(), example.render()))).toEqual([]);
    });
    it(`${group.title}: all on one page`, async () => {
      const html = await renderWithin(
        testContext(),
        group.examples.map((example) => example.render()),
      );
      expect(problemsOf(html)).toEqual([]);
    });
  }
});

describe('the checker finds what it is there for', () => {
  it.each([
    ['<label for="a">A</label>', 'label points to no input: a'],
    ['<p id="a"></p><p id="a"></p>', 'id used twice: a'],
    ['<input id="a" type="text">', 'input without a label: a'],
    ['<label for="a">A</label><input id="a" aria-describedby="b c"><p id="b"></p>', 'aria-describedby points to nothing: c'],
    ['<p><div></div></p>', '<div> inside <p>'],
    ['<form><form></form></form>', '<form> inside <form>'],
    ['<div><span></div></span>', '</div> closes <span>'],
    ['<ul><div></div></ul>', '<div> inside <ul>'],
    ['<a href="#x">x</a><p style="color:red"></p>', 'inline style'],
  ])('%s', (html, problem) => {
    expect(problemsOf(html)).toContain(problem);
  });
});
