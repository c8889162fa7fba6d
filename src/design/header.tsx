import { LANGUAGES } from '../kernel/language.ts';
import { currentItem, mainNavigation } from './navigation.ts';
import { usePage } from './page-context.ts';

/** The top of every page: the example's warning, the wordmark, who is signed in, the language, the main menu. */
export function Header(props: { width: string }) {
  const { words, actor, path, exampleMode, csrf, once } = usePage();
  const items = mainNavigation(actor, words);
  const current = currentItem(items, path);
  return (
    <header class="tuntas-header">
      {exampleMode && (
        <div class="tuntas-example">
          <p class={`${props.width} tuntas-example__text`}>
            <strong class="tuntas-example__tag">{words.exampleBannerTag}</strong> {words.exampleBanner}
          </p>
        </div>
      )}
      <div class="tuntas-header__bar">
        <div class={`${props.width} tuntas-header__row`}>
          <a class="tuntas-header__home" href="/">
            <Mark />
            <span>
              <span class="tuntas-header__name">{words.productName}</span>
              <span class="tuntas-header__tagline">{words.tagline}</span>
            </span>
          </a>
          <div class="tuntas-header__tools">
            {actor.kind === 'officer' && (
              <>
                <a class="tuntas-header__tool" href="/account">
                  <span class="govuk-visually-hidden">{words.account} </span>
                  {actor.name}
                </a>
                <form method="post" action="/sign-out" class="tuntas-header__form">
                  <input type="hidden" name="_csrf" value={csrf} />
                  <input type="hidden" name="_once" value={once()} />
                  <button class="tuntas-header__tool tuntas-header__button" type="submit">
                    {words.signOut}
                  </button>
                </form>
              </>
            )}
            <LanguageSwitch />
          </div>
        </div>
      </div>
      <nav class="tuntas-nav" aria-label={words.menu}>
        <ul class={`${props.width} tuntas-nav__list`}>
          {items.map((item) => (
            <li class="tuntas-nav__item">
              <a
                class="tuntas-nav__link"
                href={item.href}
                aria-current={item.href === current ? (item.href === path ? 'page' : 'true') : undefined}
              >
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

const LANGUAGE_NAMES = { id: 'Indonesia', en: 'English' } as const;

function LanguageSwitch() {
  const { words, language, path } = usePage();
  return (
    <nav class="tuntas-language" aria-label={words.switchLanguage}>
      <ul class="tuntas-language__list">
        {LANGUAGES.map((each) => (
          <li>
            {each === language ? (
              <span class="tuntas-language__current" aria-current="true" lang={each}>
                <abbr title={LANGUAGE_NAMES[each]}>{each.toUpperCase()}</abbr>
              </span>
            ) : (
              <a
                class="tuntas-header__tool"
                href={`/language?to=${each}&return=${encodeURIComponent(path)}`}
                hreflang={each}
                lang={each}
                rel="nofollow"
              >
                {each.toUpperCase()}
                <span class="govuk-visually-hidden"> – {LANGUAGE_NAMES[each]}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A way that comes full circle and ends in a tick. */
function Mark() {
  return (
    <svg class="tuntas-header__mark" width="40" height="40" viewBox="0 0 40 40" fill="none" aria-hidden="true" focusable="false">
      <path d="M34.6 15.2A15.5 15.5 0 1 1 27 6.2" stroke="currentColor" stroke-width="4" stroke-linecap="round" />
      <path
        class="tuntas-header__tick"
        d="m12.5 19.5 6.5 6.5L35 8.5"
        stroke-width="5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
