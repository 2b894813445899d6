import { createLocalizer, matchTag, type Localizer } from '../../../../shared/localizer';

const en = {
  pageConfirmTitle: 'Confirm your address',
  pageConfirmText:
    'You will be told by mail of answers, and when further comments of yours are public.',
  pageStopTitle: 'Stop all mail',
  pageStopText: 'No more mail about comments will be sent to your address.',
  doneConfirm: 'Your address is confirmed. You will hear of your comments.',
  doneStop: 'No more mail will be sent to your address.',
  invalidTitle: 'This link does not work',
  invalidText:
    'It is not whole, its seven days are over, or mail to this address has been stopped.',
};

type PageMessages = typeof en;

const fr: PageMessages = {
  pageConfirmTitle: 'Confirmez votre adresse',
  pageConfirmText:
    'Vous serez prévenu par courriel des réponses, et quand vos autres commentaires seront publiés.',
  pageStopTitle: 'Ne plus rien recevoir',
  pageStopText: 'Plus aucun courriel sur les commentaires ne sera envoyé à votre adresse.',
  doneConfirm: 'Votre adresse est confirmée. Vous aurez des nouvelles de vos commentaires.',
  doneStop: 'Plus aucun courriel ne sera envoyé à votre adresse.',
  invalidTitle: 'Ce lien ne fonctionne pas',
  invalidText:
    'Il est incomplet, ses sept jours sont passés, ou les courriels à cette adresse ont été arrêtés.',
};

const CATALOGS = { en, fr };

export type PageLocalizer = Localizer<PageMessages>;

/** Localizes the pages behind links in mails. @param tag BCP 47 tag of the author's language */
export const pageLocalizer = (tag: string): PageLocalizer =>
  createLocalizer(CATALOGS, matchTag([tag], Object.keys(CATALOGS)), 'UTC');
