import { escapeHtml } from '../../platform/text/escape-html';
import type { NoticePurpose } from '../../../../shared/contracts/subscriptions';
import { pageLocalizer, type PageLocalizer } from './messages';

/**
 * Pages behind the links of mails, which a frontend need not have. A link only shows a button:
 * programs that follow links in mails would otherwise confirm for their owner.
 */
const page = (
  localizer: PageLocalizer,
  title: string,
  text: string,
  button = ''
): string => `<!doctype html>
<html lang="${localizer.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem; }
button { font: inherit; padding: .6rem 1.2rem; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p role="status">${escapeHtml(text)}</p>
${button}
</main>
</body>
</html>
`;

/** Asks for the one click that a link is about. */
export function askPage(purpose: NoticePurpose, token: string, language: string): string {
  const localizer = pageLocalizer(language);
  const [title, text] =
    purpose === 'confirm'
      ? [localizer.t('pageConfirmTitle'), localizer.t('pageConfirmText')]
      : [localizer.t('pageStopTitle'), localizer.t('pageStopText')];
  return page(
    localizer,
    title,
    text,
    `<form method="post" action="?token=${encodeURIComponent(token)}"><button>${escapeHtml(title)}</button></form>`
  );
}

/** Says that it is done. */
export function donePage(purpose: NoticePurpose, language: string): string {
  const localizer = pageLocalizer(language);
  return purpose === 'confirm'
    ? page(localizer, localizer.t('pageConfirmTitle'), localizer.t('doneConfirm'))
    : page(localizer, localizer.t('pageStopTitle'), localizer.t('doneStop'));
}

/** Says that a link is not, or no longer, good for anything. */
export function invalidPage(language: string): string {
  const localizer = pageLocalizer(language);
  return page(localizer, localizer.t('invalidTitle'), localizer.t('invalidText'));
}
