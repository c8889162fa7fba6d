import type { Child } from 'hono/jsx';
import { asset } from './assets.ts';
import { ErrorSummary } from './components/error-summary.tsx';
import { NotificationBanner } from './components/messages.tsx';
import { Header } from './header.tsx';
import { footerNavigation } from './navigation.ts';
import { usePage } from './page-context.ts';

export interface FrameProps {
  /** Without the product's name; the frame adds it, and "Kesalahan:" when there are errors. */
  readonly title: string;
  /** One sentence for search engines and link previews; public pages only. */
  readonly description?: string | undefined;
  /** Use the whole width: desks, tables. Default is the reading width. */
  readonly wide?: boolean | undefined;
  /** `noindex` keeps a page out of search engines; everything but public pages should say so. */
  readonly robots?: 'index' | 'noindex' | undefined;
  /** Islands beyond those that components ask for themselves. */
  readonly islands?: readonly string[] | undefined;
  /** Breadcrumbs or a back link. */
  readonly before?: Child | undefined;
  /** Over the full width, above the main column: `Hero`. */
  readonly bleed?: Child | undefined;
  /** What the last action brought about, shown once on top. */
  readonly flash?: string | undefined;
  /** Other addresses of the same thing: feeds. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[] | undefined;
  readonly children?: Child;
}

/** The whole document around a page's body. Rooms use `page()` of respond.tsx, which renders the body first. */
export function Frame(props: FrameProps) {
  const page = usePage();
  const { words } = page;
  const islands = new Set([...page.islands, ...(props.islands ?? [])]);
  const width = props.wide ? 'govuk-width-container tuntas-wide' : 'govuk-width-container';
  const prefix = page.errors.length > 0 ? words.errorPrefix : '';
  return (
    <html lang={page.language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${prefix}${props.title} – ${words.productName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b3c49" />
        {props.description && <meta name="description" content={props.description} />}
        {props.robots !== 'index' && <meta name="robots" content="noindex" />}
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('main.css')} />
        {props.alternates?.map((each) => (
          <link rel="alternate" type={each.type} href={each.href} title={each.title} />
        ))}
        {[...islands].map((name) => (
          <script type="module" src={asset(`${name}.js`)} />
        ))}
      </head>
      <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">
          {words.skipToContent}
        </a>
        <Header width={width} />
        {props.bleed}
        <div class={width}>
          {props.before}
          <main class="govuk-main-wrapper" id="main-content" tabindex={-1}>
            {page.errors.length > 0 && <ErrorSummary errors={page.errors} />}
            {props.flash && (
              <NotificationBanner kind="success">
                <p>{props.flash}</p>
              </NotificationBanner>
            )}
            {props.children}
          </main>
        </div>
        <Footer width={width} />
      </body>
    </html>
  );
}

function Footer(props: { width: string }) {
  const { words, actor } = usePage();
  return (
    <footer class="tuntas-footer">
      <div class={props.width}>
        <nav aria-label={words.footerLinks}>
          <ul class="tuntas-footer__list">
            {footerNavigation(actor, words).map((item) => (
              <li>
                <a class="tuntas-footer__link" href={item.href}>
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="tuntas-footer__text">{words.attribution}</p>
      </div>
    </footer>
  );
}
