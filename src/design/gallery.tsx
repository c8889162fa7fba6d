import { Hono } from 'hono';
import type { WebEnv } from '../platform/http/env.ts';
import { PageHeading } from './components/layout.tsx';
import { SubNavigation } from './components/navigation.tsx';
import { EXAMPLE_GROUPS } from './examples/index.ts';
import { page } from './respond.tsx';

/** `/design`: all components in all their states, one page a group. `main.ts` mounts it, at the root, in example mode only. */
export function galleryRoutes(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/design/:group?', (c) => {
    const wanted = Number(c.req.param('group') ?? 1) - 1;
    const group = EXAMPLE_GROUPS[wanted];
    if (!group) return c.notFound();
    return page(
      c,
      { title: `Komponen: ${group.title}`, wide: true },
      <>
        <PageHeading caption="Komponen">{group.title}</PageHeading>
        <SubNavigation
          label="Komponen"
          items={EXAMPLE_GROUPS.map((each, index) => ({
            text: each.title,
            href: `/design/${index + 1}`,
            current: index === wanted,
          }))}
        />
        {group.examples.map((example) => (
          <section>
            <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
            <h2 class="govuk-heading-s">{example.name}</h2>
            {example.render()}
          </section>
        ))}
      </>,
    );
  });
  return routes;
}
