import { escapeHtml } from '../../platform/text/escape-html';
import type { NoticePurpose } from '../../../../shared/contracts/notices';
import { voiceOf, type Voice } from '../../operations/notifications/words';

/**
 * Pages behind the links of mails, which a frontend need not have. A link only shows a button:
 * programs that follow links in mails would otherwise confirm for their owner.
 */
const page = (voice: Voice, title: string, text: string, button = ''): string => `<!doctype html>
<html lang="${voice.language}">
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
  const voice = voiceOf(language);
  const [title, text] =
    purpose === 'confirm'
      ? [voice.t('pageConfirmTitle'), voice.t('pageConfirmText')]
      : [voice.t('pageStopTitle'), voice.t('pageStopText')];
  return page(
    voice,
    title,
    text,
    `<form method="post" action="?token=${encodeURIComponent(token)}"><button>${escapeHtml(title)}</button></form>`
  );
}

/** Says that it is done. */
export function donePage(purpose: NoticePurpose, language: string): string {
  const voice = voiceOf(language);
  return purpose === 'confirm'
    ? page(voice, voice.t('pageConfirmTitle'), voice.t('doneConfirm'))
    : page(voice, voice.t('pageStopTitle'), voice.t('doneStop'));
}

/** Says that a link is not, or no longer, good for anything. */
export function invalidPage(language: string): string {
  const voice = voiceOf(language);
  return page(voice, voice.t('invalidTitle'), voice.t('invalidText'));
}
