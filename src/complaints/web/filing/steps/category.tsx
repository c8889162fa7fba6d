import { Select } from '../../../../design/index.ts';
import { categoryTree } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { FILING_FAULTS } from '../../filing-faults.ts';
import { isOpenCategory } from '../../filing-schema.ts';
import { type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

const today = (c: WebContext) => dayOf(c.get('tools').clock.now(), 'Asia/Jakarta');

/** What it is about; may be skipped, officers set it right. */
export const categoryQuestion: Question = {
  step: 'category',
  inputs: { category: 'category' },
  read: (form, draft) => ({ ...draft, category: form.text('category') }),
  async check(c, { category }) {
    if (category === '' || (await isOpenCategory(c.get('tools').db, category, today(c)))) return [];
    return [{ field: 'category', message: FILING_FAULTS['category-unknown'][c.get('language')] }];
  },
  async show(c, view) {
    const words = wordsFor(c).category;
    const language = c.get('language');
    const tree = await categoryTree(c.get('tools').db, today(c));
    const alone = tree.filter((branch) => branch.children.length === 0);
    const branches = tree.filter((branch) => branch.children.length > 0);
    const option = (each: { code: string; label: { id: string; en: string } }) => ({
      value: each.code,
      label: each.label[language],
    });
    return questionPage(
      c,
      view,
      { title: words.title },
      <QuestionForm c={c} view={view}>
        <Select
          name="category"
          label={words.title}
          heading
          hint={words.hint}
          optional
          narrowing
          emptyLabel={words.none}
          value={view.draft.category}
          groups={[
            ...branches.map((branch) => ({
              label: branch.label[language],
              options: [...branch.children.map(option), { value: branch.code, label: words.general(branch.label[language]) }],
            })),
            ...(alone.length > 0 ? [{ label: words.others, options: alone.map(option) }] : []),
          ]}
        />
      </QuestionForm>,
    );
  },
};
